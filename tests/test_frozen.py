import copy
import inspect
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Barrier, Thread
from typing import Any, ClassVar, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okrcli
from okrcli.frozen import _Late, frozen_dataclass

_T = TypeVar("_T")


@frozen_dataclass
class Range:
    low: int
    high: int = 10
    notes: list[str] = field(default_factory=list, compare=False, repr=False)
    LIMIT: ClassVar[int] = 100


OurRange: Any = Range


@dataclass(frozen=True, slots=True)
class Range:  # type: ignore[no-redef]  # what is compared with it has its name
    low: int
    high: int = 10
    notes: list[str] = field(default_factory=list, compare=False, repr=False)
    LIMIT: ClassVar[int] = 100


@frozen_dataclass
class Place:
    """A place.

    Attributes:
        line: From 1.
    """

    path: str
    line: int = 1

    @property
    def text(self) -> str:
        return f"{self.path}:{self.line}"


@frozen_dataclass
class NamedPlace(Place):
    name: str = ""


@frozen_dataclass
class Box(Generic[_T]):
    content: _T
    seen: dict[str, int] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.seen["made"] = 1

    @cached_property
    def half(self) -> object:
        return object()


@frozen_dataclass
class Empty:
    pass


def test_it_is_made_with_its_defaults() -> None:
    made = OurRange(1)
    assert (made.low, made.high, made.notes) == (1, 10, [])
    assert made.notes is not OurRange(1).notes
    assert OurRange.LIMIT == 100
    assert Place(line=3, path="a").text == "a:3"
    assert Empty() == Empty()


@pytest.mark.parametrize("make", [OurRange, lambda: OurRange(1, 2, [], 4), lambda: OurRange(a=1)])
def test_what_does_not_fit_its_fields_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"^Range\.__init__\(\) "):
        make()


def test_nothing_of_it_is_changed_or_added() -> None:
    place = Place("a")
    for name in ("path", "other"):
        with pytest.raises(FrozenInstanceError, match=f"Place.{name} cannot be changed"):
            setattr(place, name, "b")
    with pytest.raises(FrozenInstanceError):
        del place.path
    assert place == Place("a")
    assert not hasattr(place, "__dict__")


@given(st.integers(), st.integers(), st.integers(), st.integers())
def test_objects_are_compared_and_printed_as_those_of_a_dataclass(
    a: int, b: int, c: int, d: int
) -> None:
    ours, theirs = ((made(a, b, ["x"]), made(c, d, ["y"])) for made in (OurRange, Range))
    assert (ours[0] == ours[1]) == (theirs[0] == theirs[1])
    assert (hash(ours[0]) == hash(ours[1])) == (hash(theirs[0]) == hash(theirs[1]))
    assert [*map(repr, ours)] == [*map(repr, theirs)]
    assert ours[0] != theirs[0]
    assert ours[0] != (a, b)


def test_its_fields_are_those_of_a_dataclass() -> None:
    assert is_dataclass(NamedPlace)
    assert [each.name for each in fields(NamedPlace)] == ["path", "line", "name"]
    assert [each.name for each in fields(OurRange)] == [each.name for each in fields(Range)]
    assert vars(NamedPlace)["__match_args__"] == ("path", "line", "name")


def test_fields_of_a_base_come_first() -> None:
    assert NamedPlace("a", 2, "b").text == "a:2"
    assert repr(NamedPlace("a")) == "NamedPlace(path='a', line=1, name='')"
    assert NamedPlace("a") != Place("a")
    assert not hasattr(NamedPlace("a"), "__dict__")


def test_a_replaced_value_leaves_the_original() -> None:
    place = Place("a", 2)
    assert replace(place, line=3) == Place("a", 3)
    assert place.line == 2


def test_a_pattern_takes_it_apart() -> None:
    match Place("a", 2):
        case Place(path, line):
            assert (path, line) == ("a", 2)


def test_a_cached_property_is_computed_once() -> None:
    box = Box("x")
    assert box.half is box.half
    assert box.seen == {"made": 1}
    assert "Box[int]" in str(Box[int])
    with pytest.raises(FrozenInstanceError):
        box.other = 1  # type: ignore[attr-defined]  # it is what we try


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_equals_it(copied: Callable[[object], object]) -> None:
    for original in (Place("a", 2), Box("x")):
        made = copied(original)
        assert made is not original
        assert made == original


def test_what_the_class_says_itself_is_kept() -> None:
    @frozen_dataclass
    class Loud:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loud)

        def __hash__(self) -> int:
            return 1

    assert hash(Loud("a")) == 1
    assert Loud("a") == Loud("b")
    assert repr(Loud("a")).endswith("Loud(name='a')")
    assert (inspect.getdoc(Place) or "").startswith("A place.")
    assert Loud.__qualname__.endswith("<locals>.Loud")
    assert Loud.__module__ == __name__


def test_methods_are_compiled_when_they_are_used() -> None:
    @frozen_dataclass
    class Late:
        name: str

    def waiting() -> set[str]:
        return {name for name, value in vars(Late).items() if isinstance(value, _Late)}

    assert {"__init__", "__eq__", "__hash__", "__repr__"} <= waiting()
    late = Late("a")
    assert waiting() == {"__eq__", "__hash__", "__repr__"}
    assert late == Late("a")
    assert waiting() == set()


def test_threads_that_use_it_at_once_make_the_same() -> None:
    for _ in range(20):
        made: list[Any] = []
        barrier = Barrier(4)
        late = frozen_dataclass(type("Late", (), {"__annotations__": {"name": str}, "name": "a"}))

        def make() -> None:
            barrier.wait()  # noqa: B023  it ends before the next
            made.append(late())  # noqa: B023  as above

        threads = [Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [each.name for each in made] == ["a"] * 4
        assert len(set(made)) == 1


def test_no_frozen_dataclass_is_made_in_another_way() -> None:
    files = Path(okrcli.__file__).parent.rglob("*.py")
    assert [file for file in files if "@dataclass(frozen" in file.read_text(encoding="utf-8")] == []
