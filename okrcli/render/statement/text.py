"""What was read in a statement, for people."""

from collections.abc import Iterator, Mapping

from okrcli.compute.rounding import number_text
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.wording.languages.lexicon import Language, VerbClass
from okrcli.wording.titles.statement import Statement
from okrcli.wording.titles.title_context import ByKind

_LANGUAGES: Mapping[Language, str] = {"en": "English", "es": "Spanish", "ru": "Russian"}
_KINDS: Mapping[VerbClass, str] = {
    "change": "a change",
    "reach": "something to reach",
    "keep": "something to keep",
    "task": "a task",
    "vague": "vague",
    "none": "no verb that okr knows says it",
}
_BY_KINDS: Mapping[ByKind | None, str] = {
    "relative": "of the baseline",
    "points": "in points",
    "absolute": "",
    None: "",
}
_LABEL = 10


def render(statement: Statement, options: RenderOptions) -> str:
    """Return the statement, and below it a line for each thing that was read in it."""
    del options
    facts = (f"  {label:<{_LABEL}} {text}\n" for label, text in _facts(statement) if text)
    return f"{inert(statement.text)}\n{''.join(facts)}"


def _facts(statement: Statement) -> Iterator[tuple[str, str]]:
    yield "Language", _LANGUAGES[statement.lang]
    yield "Verb", inert(statement.verb.text) if statement.verb else ""
    yield "Kind", _KINDS[statement.verb_class]
    yield "Direction", statement.direction or ""
    yield from _numbers(statement)
    yield "Deadline", inert(statement.deadline or "")
    yield "Open", "something in it is still to be filled in" if statement.placeholder else ""
    yield "Compound", "there is more than one result in it" if statement.compound else ""
    yield "Vague", ", ".join(inert(span.text) for span in statement.weasels)
    yield "Vanity", ", ".join(inert(span.text) for span in statement.vanities)


def _numbers(statement: Statement) -> Iterator[tuple[str, str]]:
    if not statement.has_number:
        yield "Numbers", "none"
        return
    kind = _BY_KINDS[statement.by_kind]
    if statement.from_ is not None:
        yield "From", number_text(statement.from_)
    if statement.to is not None:
        yield "To", number_text(statement.to)
    if statement.by is not None:
        yield "By", f"{number_text(statement.by)} {kind}".rstrip()
    if {statement.from_, statement.to, statement.by} == {None}:
        yield "Numbers", "there are some, and none of them says from, to or by how much"
    yield "Unit", inert(statement.unit or "")
