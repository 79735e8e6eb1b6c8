"""What was read in a title, for people."""

from collections.abc import Iterator, Mapping

from okrcli.compute.rounding import number_text
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.render.statement.explanation import explanation_of
from okrcli.wording.languages.lexicon import Language, VerbClass
from okrcli.wording.roles.bounds import Bound
from okrcli.wording.roles.doubts import DOUBTS
from okrcli.wording.roles.title_context import ByKind
from okrcli.wording.titles.statement import Statement

_LANGUAGES: Mapping[Language, str] = {"en": "English", "es": "Spanish", "ru": "Russian"}
_KINDS: Mapping[VerbClass, str] = {
    "change": "a change",
    "reach": "something to reach",
    "keep": "something to keep",
    "task": "a task",
    "vague": "vague",
    "none": "unknown: there is no verb that okr knows",
}
_BY_KINDS: Mapping[ByKind | None, str] = {
    "relative": "of the baseline",
    "points": "in points",
    "absolute": "",
    None: "",
}
_BOUNDS: Mapping[Bound | None, str] = {"min": "at least ", "max": "at most ", None: ""}
_NO_ROLE = "found, but nothing says which is the start, the target or the change"
_LABEL = 10


def render(statement: Statement, options: RenderOptions) -> str:
    """Return the statement, and below it a line for each thing that was read in it.

    With `options.explain`, the reasons for reading its numbers so follow.
    """
    facts = (f"  {label:<{_LABEL}} {text}\n" for label, text in _facts(statement) if text)
    explained = "".join(explanation_of(statement)) if options.explain else ""
    return f"{inert(statement.text)}\n{''.join(facts)}{explained}"


def _facts(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "Language", _LANGUAGES[statement.lang]
    yield "Verb", _verb(statement)
    yield "Kind", _KINDS[statement.verb_class]
    yield "Direction", statement.direction or ""
    yield from _numbers(statement)
    yield "Deadline", _deadline(statement)
    yield "Open", "part of it is still to be filled in" if statement.placeholder else ""
    yield "Compound", "it states more than one result" if statement.compound else ""
    yield "Vague", ", ".join(inert(span.text) for span in statement.weasels)
    yield "Vanity", ", ".join(inert(span.text) for span in statement.vanities)


def _verb(statement: Statement) -> str:
    if statement.verb is None:
        return ""
    meant = f" (read as {statement.verb_meant})" if statement.verb_meant else ""
    return f"{inert(statement.verb.text)}{meant}"


def _numbers(statement: Statement) -> Iterator[tuple[str, str]]:
    if not statement.has_number:
        yield "Numbers", "none"
        return
    kind = _BY_KINDS[statement.by_kind]
    bound = _BOUNDS[statement.bound]
    if statement.from_ is not None:
        yield "From", number_text(statement.from_)
    elif statement.baseline_in_words:
        yield "From", inert(statement.baseline_in_words)
    if statement.to is not None:
        yield "To", f"{bound}{number_text(statement.to)}"
    if statement.range is not None:
        low, high = statement.range
        yield "To", f"between {number_text(low)} and {number_text(high)}"
    if statement.by is not None:
        by = statement.by if statement.by % 1 == 0 else round(statement.by, 3)
        yield "By", f"{bound if statement.to is None else ''}{number_text(by)} {kind}".rstrip()
    if {statement.from_, statement.to, statement.by, statement.range} == {None}:
        why = DOUBTS[statement.doubt] if statement.doubt else _NO_ROLE
        yield "Numbers", why
    yield "Unit", inert(statement.unit or "")
    yield "Per", statement.per or ""


def _deadline(statement: Statement) -> str:
    if statement.deadline is None:
        return ""
    day = str(statement.deadline_date or "")
    shown = f" ({day})" if day and day not in statement.deadline else ""
    return f"{inert(statement.deadline)}{shown}"
