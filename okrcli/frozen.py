"""Frozen dataclasses that cost little where they are defined."""

import functools
import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from threading import RLock
from typing import Any, ClassVar, Never, TypeVar, cast, dataclass_transform, get_origin

_Class = TypeVar("_Class", bound=type)

_FIELDS = ("__dataclass_fields__", "__dataclass_params__", "__match_args__")
_COMPARISON = ("__eq__", "__hash__", "__repr__")
_LATE = ("__init__", *_FIELDS, *_COMPARISON)

_lock = RLock()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen_dataclass(cls: _Class) -> _Class:
    """Return *cls* as `dataclass(frozen=True, slots=True)` does, with room for cached properties.

    `dataclass` compiles six methods of each class where it is defined, which was a sixth of the
    time of a report that calls few of them. Here each is compiled when it is first looked up.
    """
    own = [*_own_fields(cls)]
    namespace = {name: value for name, value in vars(cls).items() if name not in own}
    namespace |= {name: _Late(cls) for name in _LATE if name not in namespace}
    namespace |= {"__setattr__": _refuse, "__delattr__": _refuse, "__setstate__": _restore}
    return cast("_Class", _class_like(cls, namespace | {"__slots__": [*_slots(cls, own)]}))


class _Late:
    """An attribute of a class that is made when it is first looked up."""

    def __init__(self, plain: type) -> None:
        self._plain = plain

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner, self._name = owner, name

    def __get__(self, instance: object, owner: type) -> Any:
        with _lock:
            if vars(self._owner)[self._name] is self:  # else another thread was faster
                self._make()
        return getattr(owner if instance is None else instance, self._name)

    def _make(self) -> None:
        if self._name == "__init__":
            self._owner.__init__ = _initializer(self._owner)  # type: ignore[misc]  # it has none yet
        elif self._name in _FIELDS:
            self._take(_FIELDS, eq=False, repr=False)
        else:
            self._take(_COMPARISON, unsafe_hash=True)

    def _take(self, names: Collection[str], **options: bool) -> None:
        """Let `dataclass` work on a copy of the plain class, and take *names* of what it makes."""
        own = {name: value for name, value in vars(self._plain).items() if name not in names}
        copy = _class_like(self._plain, own | {"__doc__": "It would write one."})
        dataclass(init=False, **options)(copy)
        for name in names:
            if isinstance(vars(self._owner)[name], _Late):
                setattr(self._owner, name, vars(copy)[name])


def _initializer(cls: type) -> Callable[..., None]:
    """Return `__init__` of *cls*, which alone sets its slots: past `__setattr__`, which refuses."""
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self"], []
    for slot in fields(cls):
        name = slot.name
        known |= {f"set_{name}": getattr(cls, name).__set__, f"default_{name}": slot.default}
        known[f"make_{name}"] = slot.default_factory
        if slot.init:
            parameters.append(name if _is_required(slot) else f"{name}=default_{name}")
        lines.append(f"set_{name}(self, {_value(slot)})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    # As `dataclass` does it; nothing but the names of fields is in it.
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), known)  # noqa: S102
    initializer: Callable[..., None] = known["__init__"]
    initializer.__qualname__ = f"{cls.__qualname__}.__init__"
    return initializer


def _is_required(slot: Field[Any]) -> bool:
    return slot.default is MISSING and slot.default_factory is MISSING


def _value(slot: Field[Any]) -> str:
    """Return the expression for what *slot* is set to."""
    name = slot.name
    given = name if slot.init else f"default_{name}"
    if slot.default_factory is MISSING:
        return given
    return f"make_{name}() if {given} is MISSING else {given}"


def _class_like(cls: type, namespace: Mapping[str, Any]) -> type:
    """Return a class with the name and the bases of *cls*, made of *namespace*."""
    own = {k: v for k, v in namespace.items() if k not in {"__dict__", "__weakref__"}}
    made = type(cls)(cls.__name__, cls.__bases__, own)
    made.__qualname__ = cls.__qualname__
    return made


def _own_fields(cls: type) -> Iterator[str]:
    for name, annotation in inspect.get_annotations(cls).items():
        if ClassVar not in {annotation, get_origin(annotation)}:
            yield name


def _slots(cls: type, own: Iterable[str]) -> Iterator[str]:
    """Yield the names of what an object has room for beyond what the bases of *cls* have."""
    inherited = {slot for base in cls.__mro__ for slot in vars(base).get("__slots__", ())}
    yield from (name for name in own if name not in inherited)
    if any(isinstance(value, functools.cached_property) for value in vars(cls).values()):
        yield "__dict__"


def _refuse(self: object, name: str, *_value: object) -> Never:
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _restore(self: object, state: tuple[Mapping[str, Any] | None, Mapping[str, Any]]) -> None:
    """Give a copy the values that `copy` has taken from the original."""
    for values in state:
        for name, value in (values or {}).items():
            object.__setattr__(self, name, value)
