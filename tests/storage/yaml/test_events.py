from collections.abc import Iterator

import pytest
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import StreamEndEvent

from okrcli.storage.yaml import events
from okrcli.storage.yaml.events import (
    PARSERS,
    Pull,
    fastest_parser,
    innermost_bracket,
    is_refused_wrongly,
)
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.syntax import MAX_DEPTH, UnreadableTextError
from tests.storage.parsers import INSTALLED, needs_c_parser


def all_events(pull: Pull) -> Iterator[tuple[str, int, object]]:
    while type(event := pull()) is not StreamEndEvent:
        yield type(event).__name__, event.start_mark.index, getattr(event, "value", None)


@pytest.fixture
def without_c_parser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing(_text: str) -> Pull:
        raise ImportError

    fastest_parser.cache_clear()
    monkeypatch.setattr(events, "_pull_from_c", missing)
    yield
    fastest_parser.cache_clear()


@pytest.mark.usefixtures("without_c_parser")
def test_ruamels_own_parser_is_taken_when_the_c_parser_is_not_installed() -> None:
    assert read("x", b"a: [1]").data == {"a": [1]}
    assert fastest_parser() is PARSERS["python"]


@needs_c_parser
def test_c_parser_is_taken_when_it_is_installed() -> None:
    assert fastest_parser() is PARSERS["c"]


@needs_c_parser
@pytest.mark.parametrize(
    "text", ["a: 1\n", "a: [1, {b: 'x'}]\n# end\n", "a: |\n  x\n  y\nb:\n  - 1\n  -\n"]
)
def test_both_parsers_give_the_same_events(text: str) -> None:
    one, other = (list(all_events(PARSERS[name](text))) for name in ("c", "python"))

    assert one == other
    assert one


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@pytest.mark.parametrize("text", ['a: "\\ud800"\n', 'a: "\\U00110000"\n', 'a: "\\x"\n', "[a\n"])
def test_whatever_a_parser_trips_over_is_an_error_of_yaml(parser: str, text: str) -> None:
    with pytest.raises(YAMLError):
        list(all_events(INSTALLED[parser](text)))


def test_slower_parser_stops_at_the_depth_that_is_refused_anyway() -> None:
    deep = "[" * 20_000

    with pytest.raises(UnreadableTextError) as error:
        list(all_events(PARSERS["python"](deep)))
    assert error.value.problem.offset == MAX_DEPTH


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("a: [1\nb: 2\n", 3),
        ("a: {b: [1, {c: 2}}\n", 7),
        ("a: [1]\nb: {c: 1\nd: 2\n", 10),
        ("a: x: y\n", None),
        ("a: [1]\nb: x: y\n", None),
        ("a: 1\n", None),
        ("- [1\n- - 2\n", 2),
    ],
)
def test_bracket_that_was_open_last_is_found(parser: str, text: str, opening: int | None) -> None:
    assert innermost_bracket(INSTALLED[parser](text)) == opening


@needs_c_parser
@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("{note: Why? Price}\n", True),
        ("{link: https://okr.dev}\n", True),
        ("[who?]\n", True),
        ("a: x: y\n", False),
        ("{a: 1\n", False),
        (f"{{note: Why? Price}} # {'x' * 256 * 1024}\n", False),
    ],
)
def test_error_of_the_c_parser_that_yaml_does_not_have_is_known(text: str, is_wrong: bool) -> None:
    with pytest.raises(YAMLError) as error:
        list(all_events(PARSERS["c"](text)))

    assert is_refused_wrongly(text, error.value) is is_wrong
