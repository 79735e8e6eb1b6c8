"""The entries of a key result and the readings of a KPI, in words."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from okrcli.printable import inert
from okrcli.render.show.facts import quantity
from okrcli.views.sheets import HistoryLine, RetractionNote


def first_of_each(history: Sequence[HistoryLine]) -> AbstractSet[int]:
    """Return the `id()` of the line of each check-in that tells what is said of all of it.

    It is told once, however many lines of a check-in are shown: in the newest of them.
    """
    return {id(line) for line in {line.path: line for line in history}.values()}


def line_texts(line: HistoryLine, *, whole: bool) -> Iterator[str]:
    """Yield the notes of *line*; those on the *whole* check-in come last."""
    marks = (("superseded", line.superseded), ("late", line.late))
    if line.retracted:
        yield inert(_retracted_text(line.retracted))
    own = line.note if line.note != line.checkin_note else None
    yield "; ".join((*(mark for mark, applies in marks if applies), *([inert(own)] if own else ())))
    if whole and line.checkin_note:
        yield inert(line.checkin_note)
    for kudos in line.kudos if whole else ():
        yield inert(f"thanks {kudos.to}: {kudos.reason}")


def _retracted_text(note: RetractionNote) -> str:
    why = f": {note.why}" if note.why else ""
    return f"retracted by {note.by} on {note.date}{why}"


def line_value(line: HistoryLine, unit: str | None) -> str:
    """Return the value in *unit* or its own, or the steps that became done (+) and undone (-)."""
    if line.words is not None:
        return line.words
    if line.value is not None:
        return quantity(line.value, line.unit or unit)
    steps = [f"+{step}" for step in line.done] + [f"-{step}" for step in line.undone]
    return " ".join(steps)
