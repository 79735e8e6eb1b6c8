"""The catalogue as Markdown: a reference to put beside other documentation."""

from collections.abc import Iterator, Sequence

from okrcli.model.catalog.entry import CatalogEntry
from okrcli.model.settings import Language
from okrcli.printable import inert_markdown
from okrcli.render.options import RenderOptions
from okrcli.views.catalog import (
    ADD,
    DIRECTION,
    EXISTING,
    FORMULA,
    KIND,
    PAIRS,
    PARTS,
    PITFALLS,
    SOURCE,
    TITLE,
    UNIT,
    WHY,
    CatalogView,
    facts_of,
    step_to_add,
)


def render(view: CatalogView, options: RenderOptions) -> str:
    """Return a table for each family; explained, a section for each entry."""
    if view.explained:
        return "\n".join(_text(_section(entry, view.language, options)) for entry in view.entries)
    return "\n".join(_text(_table(name, entries, view)) for name, entries in view.groups)


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _table(name: str, entries: Sequence[CatalogEntry], view: CatalogView) -> Iterator[str]:
    if name:
        yield f"### {inert_markdown(name)}"
        yield ""
    language = view.language
    reasons = [WHY[language]] if view.suggestions else []
    heads = ["ID", *(label[language] for label in (TITLE, UNIT, DIRECTION, KIND)), *reasons]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for entry in entries:
        title = inert_markdown(entry.words(language).title)
        unit = inert_markdown(entry.unit[language])
        cells = [f"`{entry.id}`", title, unit, entry.direction, entry.kind]
        yield _row([*cells, *_reason(entry, view)])


def _reason(entry: CatalogEntry, view: CatalogView) -> Iterator[str]:
    if suggestion := view.suggestions.get(entry.id):
        existing = suggestion.existing
        here = EXISTING[view.language].format(id=existing) if existing else ""
        yield inert_markdown("; ".join(filter(None, (suggestion.reason, here))))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _section(entry: CatalogEntry, language: Language, options: RenderOptions) -> Iterator[str]:
    words = entry.words(language)
    yield f"## {inert_markdown(words.title)}"
    yield ""
    yield f"`{entry.id}`: {inert_markdown(words.definition)}"
    yield ""
    yield inert_markdown(words.why)
    yield ""
    yield f"- {FORMULA[language]}: {inert_markdown(words.calculation)}"
    if entry.formula:
        yield f"    - `{entry.formula}`"
        yield f"- {PARTS[language]}:"
    for part in entry.parts:
        text = f"{part.title[language]} ({part.unit[language]})"
        yield f"    - `{part.id}`: {inert_markdown(text)}"
    for label, text in facts_of(entry, language):
        yield f"- {label[language]}: {inert_markdown(text)}"
    yield f"- {PAIRS[language]}: {', '.join(f'`{pair}`' for pair in entry.pairs)}"
    yield ""
    yield f"{PITFALLS[language]}:"
    yield ""
    yield from (f"- {inert_markdown(pitfall)}" for pitfall in words.pitfalls)
    yield ""
    yield f"{SOURCE[language]}: {inert_markdown(entry.source[language])}"
    yield ""
    yield f"{ADD[language]}: `{options.words.command(step_to_add(entry))}`"
