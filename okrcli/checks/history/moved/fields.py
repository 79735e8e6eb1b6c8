"""The fields of a record that are not as they were agreed, nor as amendments made them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from okrcli.checks.history.amended import AnyAmendment, apply_amendments, last_stated
from okrcli.checks.history.shown import goalpost_text
from okrcli.checks.past import Version
from okrcli.model.base import OkrModel


class MovedField(NamedTuple):
    """A field that was one thing and is another.

    Attributes:
        amended: What its amendments since then made of it; as *was* without any.
        is_amended: Whether there are amendments of it since then.
        is_behind: Whether an amendment of before is not there: the branch may be older.
    """

    name: str
    was: Any
    now: Any
    amended: Any = None
    is_amended: bool = False
    is_behind: bool = False

    def said_of(self, what: str, version: Version) -> str:
        """Return the message of a finding; *what* is called so, and was so in *version*."""
        was, now = goalpost_text(self.was), goalpost_text(self.now)
        if "_" in self.name:  # no word of people's
            what = what.replace(self.name, f"`{self.name}`", 1)
        said = f"{what} was {was} in {version.name} and is {now}, without an amendment."
        if self.is_amended:
            amended = goalpost_text(self.amended)
            said = f"{what} was {was} in {version.name} and is {now}; amendments make it {amended}."
        return said[0].upper() + said[1:]

    def hint(self, field: str = "") -> str:
        """Return what to do about it; an amendment calls it *field*."""
        last = goalpost_text(self.amended if self.is_amended else self.was)
        update = "If this branch is only behind, bring it up to date. " if self.is_behind else ""
        return (
            f"{update}Put it back, or add to `amendments` an entry with "
            f"`field: {field or self.name}`, `was: {last}`, `now: {goalpost_text(self.now)}`, "
            "`date`, `why` and `approved_by`."
        )


def moved_fields(
    before: OkrModel,
    now: OkrModel,
    names: Iterable[str],
    amendments: Sequence[AnyAmendment] = (),
    *,
    is_same: Callable[[str, Any, Any], bool] = lambda _name, agreed, is_now: bool(agreed == is_now),
) -> Iterator[MovedField]:
    """Yield those of the fields *names* that moved.

    Args:
        before: As it was agreed.
        now: As it is; of the same kind.
        names: Of its goalposts.
        amendments: Those that came since then.
        is_same: Whether the field called so, agreed to be the first value, may be the second.
    """
    for name in names:
        was, is_now = getattr(before, name), getattr(now, name)
        expected = was
        if amendments:  # few have some
            absent = type(now).model_fields[name].get_default()
            expected = apply_amendments(was, name, amendments, absent)
            if is_same(name, expected, is_now):
                expected = last_stated(is_now, name, amendments, absent)
        if not is_same(name, expected, is_now):
            is_amended = any(amendment.field == name for amendment in amendments)
            is_behind = name in _fields_amended_before(before, now)
            yield MovedField(name, was, is_now, expected, is_amended, is_behind)


def _fields_amended_before(before: OkrModel, now: OkrModel) -> frozenset[str]:
    """Return the fields of which *before* has an amendment that *now* has not."""
    known, old = getattr(now, "amendments", ()), getattr(before, "amendments", ())
    return frozenset(amendment.field for amendment in old if amendment not in known)
