"""How the numbers of a statement were read, for people."""

from collections.abc import Iterator

from okrcli.compute.rounding import number_text
from okrcli.printable import inert
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.roles.assignment import CLOSE, Assignment
from okrcli.wording.roles.doubts import DOUBTS
from okrcli.wording.titles.statement import Statement

_SHOWN = 0.05


def explanation_of(statement: Statement) -> Iterator[str]:
    """Yield the quantities, the roles considered for them, and why numbers are missing."""
    figures = [noted.figure for noted in statement.considered.noted]
    if not figures:
        yield "  No quantities were found apart from names and the deadline.\n"
        return
    yield "  Quantities\n"
    for number, figure in enumerate(figures, 1):
        yield f"    {number}. {_quantity(figure, statement.text)}\n"
    yield "  Interpretations considered, best first\n"
    for assignment in statement.considered.assignments:
        yield from _assignment(assignment)
    yield f"  {_outcome(statement)}\n"


def _quantity(figure: Figure, text: str) -> str:
    words = inert(text[figure.start : figure.end].strip())
    if figure.range is not None:
        value = " to ".join(number_text(end) for end in figure.range)
    elif figure.value is None:
        value = "ambiguous"
    else:
        value = number_text(figure.value if figure.value % 1 == 0 else round(figure.value, 3))
    unit = f", unit: {inert(figure.unit)}" if figure.unit else ""
    per = f", per {figure.per}" if figure.per else ""
    return f"'{words}' is {value}{unit}{per}"


def _assignment(assignment: Assignment) -> Iterator[str]:
    roles = ", ".join(f"{number} {vote.role}" for number, vote in enumerate(assignment.roles, 1))
    yield f"    {assignment.score:.1f}: {roles}\n"
    for number, vote in enumerate(assignment.roles, 1):
        if vote.role != "aside":
            yield f"         {number} is '{vote.role}': {vote.because} ({vote.weight:.1f})\n"
    together = assignment.score - sum(vote.weight for vote in assignment.roles)
    if abs(together) >= _SHOWN:
        yield f"         how well they fit together (ends of a pair, units): {together:+.1f}\n"


def _outcome(statement: Statement) -> str:
    if statement.doubt is not None:
        return f"No number is used. {DOUBTS[statement.doubt]}"
    if {statement.from_, statement.to, statement.by, statement.range} == {None}:
        return "No number is used: nothing says what any of them means."
    return f"The first interpretation is used: no other score is within {CLOSE} of it."
