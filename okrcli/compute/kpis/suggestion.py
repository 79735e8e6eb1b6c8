"""Suggests ready definitions for a theme, an objective or a team."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import Final, NamedTuple

from okrcli.model.catalog import CATALOG
from okrcli.model.catalog.entry import CatalogEntry, LocalText
from okrcli.model.catalog.other_names import OTHER_NAMES
from okrcli.model.catalog.themes import THEMES, Theme
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.wording.languages.lexicon import LANGUAGES
from okrcli.wording.letters import LONGEST_TITLE, compose, flatten

MOST: Final = 8
"""How many definitions to suggest: a team watches three to five KPIs."""

_WEIGHT_OF_NAMES: Final = 3
"""A text that names a KPI means it, whatever else it is about."""

_ENDINGS: Final[Mapping[Language, str]] = {
    "en": "(?:e?s)?",
    "es": "(?:e?s)?",
    "ru": (
        "(?:[аеоуыияюьй]|[ео][йюмв]|[ыи][йхме]|[оыае]е|[ая]я|[ую]ю|[ая][мх]|[аяыи]ми|[ое]го|[ое]му"
        "|ь?ю|и[яеюй]|ией|ием|ия[мх]|иями)?"
    ),
}
"""The endings of nouns and adjectives: a stem alone would find *поддерживать* by *поддержка*."""

_GAPS: Final = {"_": r"\W+", "~": r"(?:\W+\w+){0,2}\W+"}


class Suggestion(NamedTuple):
    """A ready definition that fits.

    Attributes:
        reason: The theme, the word in the text that points to it, and where that word is.
        existing: Id of the KPI that the workspace already has for it.
    """

    entry: CatalogEntry
    reason: str
    existing: str | None = None


class _Text(NamedTuple):
    """A text that says what is wanted, and the reference of the thing that it comes from."""

    text: str
    ref: str = ""


class _Sign(NamedTuple):
    """A sign in a text that some entries fit: the name of one of them, or words of a theme."""

    pattern: re.Pattern[str]
    kpis: tuple[str, ...]
    theme: Theme | None = None


class _SignMatch(NamedTuple):
    """Where a sign was found."""

    sign: _Sign
    start: int
    end: int


class _Reason(NamedTuple):
    """Why an entry fits, and its rank among the entries that fit for the same reason."""

    place: int
    text: str


def suggest(
    text: str, plan: Plan | None = None, cycle: str | None = None, language: Language = "en"
) -> tuple[Suggestion, ...]:
    """Return the entries that fit *text*, the best first; empty if none does.

    Args:
        text: The reference of an objective, the id of a team, or words in any of the languages.
        plan: The workspace, if there is one.
        cycle: The cycle that a reference without one means.
        language: The language of the reasons.
    """
    texts = _texts_of(text, plan, cycle) if plan else (_Text(text),)
    reasons = _reasons(texts, language)
    ranked = sorted(reasons, key=lambda id_: (-len(reasons[id_]), min(reasons[id_]).place))
    entries = [CATALOG[id_] for id_ in ranked[:MOST]]
    return tuple(
        Suggestion(entry, reasons[entry.id][0].text, _existing_kpi(entry, plan) if plan else None)
        for entry in entries
    )


def theme_names(language: Language) -> tuple[str, ...]:
    """Return the names of the themes that have ready definitions."""
    return tuple(theme.name[language] for theme in THEMES)


def _texts_of(text: str, plan: Plan, cycle: str | None) -> Sequence[_Text]:
    objectives = plan.match_objectives(text, cycle)
    if objectives:
        return [text_ for objective in objectives for text_ in _of_objective(objective)]
    team = plan.settings.teams.get(text)
    served = [
        objective
        for objective in plan.objectives
        if objective.team == text and objective.status == "active"
    ]
    about_team = [text_ for objective in served for text_ in _of_objective(objective)]
    return [*about_team, *([_Text(team.name, text)] if team else []), _Text(text)]


def _of_objective(objective: Objective) -> Iterator[_Text]:
    yield _Text(objective.title, objective.ref)
    for key_result in objective.key_results:
        yield _Text(f"{key_result.title} {key_result.kpi or ''}", objective.ref_of(key_result))
    yield _Text(objective.why or "", objective.ref)


def _reasons(texts: Iterable[_Text], language: Language) -> Mapping[str, Sequence[_Reason]]:
    """Return why each entry fits, by its id; KPIs that a text names come first, and weigh more.

    If a text is about many things, the entries that fit most of them have the most reasons.
    """
    named: dict[str, list[_Reason]] = defaultdict(list)
    held: dict[str, list[_Reason]] = defaultdict(list)
    for text in texts:
        composed = compose(text.text)[:LONGEST_TITLE]
        where = f" ({text.ref})" if text.ref else ""
        for found in _find_signs(flatten(composed)):
            shown = f"“{composed[found.start : found.end]}”{where}"
            kpis, theme = found.sign.kpis, found.sign.theme
            if theme is None:
                named[kpis[0]] += [_Reason(0, shown)] * _WEIGHT_OF_NAMES
                continue
            for place, kpi in enumerate(kpis):
                held[kpi].append(_Reason(place, f"{theme.name[language]}: {shown}"))
    return {id_: [*named[id_], *held[id_]] for id_ in dict.fromkeys((*named, *held))}


def _find_signs(flat: str) -> Iterator[_SignMatch]:
    """Yield the first match of each sign, unless it is only part of another one there."""
    found = [
        [_SignMatch(sign, *match.span()) for match in sign.pattern.finditer(flat)]
        for sign in _signs()
    ]
    for of_sign in found:
        telling = (
            match for match in of_sign if not any(_is_part(match, at) for at in chain(*found))
        )
        yield from islice(telling, 1)


def _is_part(found: _SignMatch, whole: _SignMatch) -> bool:
    """Return whether *found* is only part of a longer match, as "response" in "survey response".

    A KPI's name and its own theme do not hide each other.
    """
    is_inside = whole.start <= found.start and found.end <= whole.end
    is_longer = whole.end - whole.start > found.end - found.start
    has_name = found.sign.theme is None or whole.sign.theme is None
    is_about_it = has_name and not set(found.sign.kpis).isdisjoint(whole.sign.kpis)
    return is_inside and is_longer and not is_about_it


@cache
def _signs() -> Sequence[_Sign]:
    """Return the signs: the names of the entries, then the words of the themes, in their order."""
    names = [_Sign(_any_of(_names_of(entry)), (entry.id,)) for entry in CATALOG.values()]
    return [
        *names,
        *(_Sign(_any_of(_patterns_of(theme.words)), theme.kpis, theme) for theme in THEMES),
    ]


def _names_of(entry: CatalogEntry) -> Iterator[str]:
    """Yield the patterns of an entry's id, titles, their abbreviations, and other names."""
    yield re.escape(entry.id)
    yield re.escape(entry.id.replace("_", " "))
    for language in LANGUAGES:
        title = entry.words(language).title
        yield re.escape(flatten(title.partition(" (")[0]))
        yield from (
            re.escape(flatten(abbreviation))
            for abbreviation in re.findall(r"\(([A-Z]{2,})\)", title)
        )
    if entry.id in OTHER_NAMES:
        yield from _patterns_of(OTHER_NAMES[entry.id])


def _patterns_of(words: LocalText) -> Iterator[str]:
    """Yield the pattern of each of *words*, in all languages."""
    for language, text in words.items():
        for word in flatten(text).split():
            yield "".join(_piece(piece, language) for piece in re.split("([_~])", word))


def _piece(piece: str, language: Language) -> str:
    """Return the pattern of a part of a theme's word: a space, a gap, or a stem with endings."""
    if piece in _GAPS:
        return _GAPS[piece]
    stem = re.escape(piece.removesuffix("-"))
    return stem + _ENDINGS[language] if piece.endswith("-") else stem


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(dict.fromkeys(patterns), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def _existing_kpi(entry: CatalogEntry, plan: Plan) -> str | None:
    return next((kpi.id for kpi in plan.kpis if _is_of(kpi, entry)), None)


def _is_of(kpi: Kpi, entry: CatalogEntry) -> bool:
    versions = [item.survey.version for item in (kpi, entry) if item.survey]
    if None not in versions and len(versions) == 2:
        return versions[0] == versions[1]  # both are called CES, whatever the id
    titles = {flatten(entry.words(language).title) for language in LANGUAGES}
    return kpi.id == entry.id or flatten(compose(kpi.title)) in titles
