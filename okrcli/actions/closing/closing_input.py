"""What people state about how objectives ended: in options, at a prompt, in a file or an editor."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from pydantic import ValidationError

from okrcli.actions.closing.proposals import Proposal
from okrcli.actions.records import refusal_text
from okrcli.compute.rounding import count_text
from okrcli.errors import UsageError
from okrcli.model.base import OkrModel, Text
from okrcli.model.changes.closing import Score
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import Problem, SourceError
from okrcli.storage.records.plain_data import plain_data
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.emitting import flow_text
from okrcli.storage.yaml.reader import read


class ClosingInput(OkrModel):
    """What somebody states about how one objective ended.

    Attributes:
        score: What counts instead of the computed score.
        why: Why, or why it is closed again.
        because: Why a committed objective was missed.
        worked: What worked.
        did_not: What did not work.
        next: What to do differently.
    """

    score: Score | None = None
    why: Text | None = None
    because: Text | None = None
    worked: Text | None = None
    did_not: Text | None = None
    next: Text | None = None

    def over(self, other: "ClosingInput") -> "ClosingInput":
        """Return this input, filled in from *other* where it states nothing."""
        own = {name: value for name, value in self if value is not None}
        return other.model_copy(update=own)


def said_in(name: str, content: bytes) -> Mapping[str, ClosingInput]:
    """Return the input in the file *name*, by the reference of the objective.

    Raises:
        SourceError: Something in it is not valid; every problem is named with its line.
    """
    document = read(name, content)
    errors = [finding for finding in document.findings if finding.severity is Severity.ERROR]
    if errors:
        raise SourceError(
            name, [Problem(finding.place.line, finding.message) for finding in errors]
        )
    if not document.data:
        raise SourceError(name, [Problem(1, "It names no objective.")])
    found: dict[str, ClosingInput] = {}
    problems = []
    for ref, fields in document.data.items():
        try:
            found[ref] = ClosingInput.model_validate(_fields_stated(fields))
        except ValidationError as error:
            problems.append(Problem(_line(document, ref, error), f"{ref}: {refusal_text(error)}"))
    if problems:
        raise SourceError(name, problems)
    return found


def _fields_stated(fields: object) -> object:
    """Return *fields* without the keys that an editor left empty."""
    if isinstance(fields, dict):
        return {key: value for key, value in fields.items() if value is not None}
    return {} if fields is None else fields


def _line(document: Document, ref: str, error: ValidationError) -> int:
    where = error.errors()[0]["loc"]
    return document.key_place((ref, *where)).line


def said_by(
    plan: Plan, found: Sequence[Proposal], given: ClosingInput, in_file: Mapping[str, ClosingInput]
) -> Mapping[str, ClosingInput]:
    """Return the input for each of *found*, from options, otherwise from a file.

    Args:
        plan: What the workspace holds.
        found: What is to be closed.
        given: The input from options; for several objectives only the reason.
        in_file: The input from a file, by references as people write them.

    Raises:
        UsageError: The options are about one objective and there are several, or the file is about
            another one, or about one by two of its names.
    """
    own = {name for name, value in given if value is not None} - {"why"}
    if own and len(found) > 1:
        raise UsageError(
            f"{count_text(len(found), 'objective')} cannot all have the same"
            f" {', '.join(sorted(own))}.",
            NextStep(StepKind.SAY_IN_FILE),
        )
    refs = [proposal.objective.ref for proposal in found]
    of_file: dict[str, ClosingInput] = {}
    for name, said in in_file.items():
        ref = plan.objective(name, found[0].objective.cycle).ref
        if ref not in refs:
            raise UsageError(f"The file is about {ref}, which is not to be closed.")
        if ref in of_file:
            raise UsageError(f"The file is about {ref} twice.", "Join both under one of its names.")
        of_file[ref] = said
    return {ref: given.over(of_file.get(ref, ClosingInput())) for ref in refs}


def score_of(text: str) -> Decimal:
    """Return the score that *text* states.

    Raises:
        UsageError: It is not a number from 0 to 1.
    """
    try:
        score = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        score = Decimal(-1)
    if not score.is_finite() or not 0 <= score <= 1:
        raise UsageError(f"'{text}' is not a score.", "Write a number from 0 to 1, as in 0.7.")
    return score


def said_template(found: Sequence[Proposal], said: Mapping[str, ClosingInput]) -> str:
    """Return a file to fill in: what is *said* already about each of *found*, or empty keys."""
    return "".join(_template_lines(found, said))


def _template_lines(found: Sequence[Proposal], said: Mapping[str, ClosingInput]) -> Iterator[str]:
    for proposal in found:
        ref = proposal.objective.ref
        yield f"# {proposal.line}\n{ref}:\n"
        for key, value in said.get(ref, ClosingInput()):
            yield f"  {key}:" + (f" {flow_text(plain_data(value))}\n" if value else "\n")
        yield "\n"
