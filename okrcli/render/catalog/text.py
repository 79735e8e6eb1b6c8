"""The catalogue for people at a terminal."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from okrcli.model.catalog.entry import CatalogEntry, EntryWords
from okrcli.model.settings import Language
from okrcli.printable import inert
from okrcli.render.options import RenderOptions
from okrcli.views.catalog import (
    ADD,
    EXISTING,
    FORMULA,
    PAIRS,
    PARTS,
    PITFALLS,
    SOURCE,
    WHY,
    CatalogView,
    facts_of,
    step_to_add,
)

_GAP: Final = 2
_NARROWEST_TITLE: Final = 20
_ASCII: Final = str.maketrans(
    {
        "×": "x",
        "÷": "/",
        "−": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "λ": "lambda ",
        **dict.fromkeys("“”«»", '"'),
    }
)


def render(view: CatalogView, options: RenderOptions) -> str:
    """Return a line for each entry by family; explained, all about each."""
    if view.explained:
        blocks = [_sheet(entry, view.language, options) for entry in view.entries]
    else:
        blocks = [_group(name, entries, view, options) for name, entries in view.groups]
    text = "\n".join("".join(f"{line}\n" for line in block) for block in blocks)
    return text.translate(_ASCII) if options.ascii else text


def _group(
    name: str, entries: Sequence[CatalogEntry], view: CatalogView, options: RenderOptions
) -> Iterator[str]:
    if name:
        yield inert(name)
    indent = "  " if name else ""
    for entry in entries:
        for line in _line(entry, view, options.width - len(indent)):
            yield f"{indent}{line}"
        for line in _reason_lines(entry, view, name):
            yield from _wrap(line, options.width, indent="    ")


def _line(entry: CatalogEntry, view: CatalogView, width: int) -> Iterator[str]:
    """Yield the columns; the title is folded, and goes below if there is no room for it."""
    language = view.language
    title = entry.words(language).title
    ids = max(len(entry.id) for entry in view.entries)
    units = max(len(entry.unit[language]) for entry in view.entries)
    facts = f"{entry.unit[language]:<{units}}  {entry.direction:<5}  {entry.kind}"
    room = width - ids - units - len("  down   lagging") - 2 * _GAP
    if room < _NARROWEST_TITLE:
        yield f"{entry.id:<{ids}}  {facts}"
        yield from _wrap(title, width, indent="    ")
    else:
        titles = min(room, max(len(entry.words(language).title) for entry in view.entries))
        first, *rest = _wrap(title, titles)
        yield f"{entry.id:<{ids}}  {first:<{titles}}  {facts}"
        yield from (f"{'':<{ids}}  {line}" for line in rest)


def _reason_lines(entry: CatalogEntry, view: CatalogView, heading: str) -> Iterator[str]:
    """Yield why the entry fits, unless the heading says so, and whether the workspace has it."""
    suggestion = view.suggestions.get(entry.id)
    if suggestion and suggestion.reason != heading:
        yield inert(suggestion.reason)
    if suggestion and suggestion.existing:
        yield EXISTING[view.language].format(id=suggestion.existing)


def _wrap(text: str, width: int, *, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return the lines of *text*; a percent sign stays with its number, and an id is not broken."""
    lines = textwrap.wrap(
        text.replace(" %", "\u00a0%"),
        width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
    )
    return [line.replace("\u00a0", " ") for line in lines]


def _sheet(entry: CatalogEntry, language: Language, options: RenderOptions) -> Iterator[str]:
    words, width = entry.words(language), options.width
    yield from _wrap(f"{entry.id}: {words.title}", width)
    yield ""
    yield from _wrap(words.definition, width)
    yield ""
    command = options.words.command(step_to_add(entry))
    rows = [*_rows(entry, words, language), (ADD[language], command)]
    labels = max(len(label) for label, _ in rows) + _GAP
    for label, text in rows:
        indent = f"{label:<{labels}}"
        hanging = " " * (labels + len(text) - len(text.removeprefix("- ")))
        room = max(width, labels + _NARROWEST_TITLE)
        yield from _wrap(text, room, indent=indent, hanging=hanging)


def _rows(entry: CatalogEntry, words: EntryWords, language: Language) -> Iterator[tuple[str, str]]:
    """Yield labels and texts; a row that continues the last label has an empty one."""
    yield WHY[language], words.why
    yield FORMULA[language], words.calculation
    if entry.formula:
        yield "", entry.formula
    for label, part in zip(_once(PARTS[language]), entry.parts, strict=False):
        yield label, f"{part.id}: {part.title[language]} ({part.unit[language]})"
    for name, text in facts_of(entry, language):
        yield name[language], text
    for label, pitfall in zip(_once(PITFALLS[language]), words.pitfalls, strict=False):
        yield label, f"- {pitfall}"
    yield PAIRS[language], ", ".join(entry.pairs)
    yield SOURCE[language], entry.source[language]


def _once(label: str) -> Iterator[str]:
    yield label
    while True:
        yield ""
