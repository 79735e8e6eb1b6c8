"""A new KPI from the catalogue: its fields, the comments in its file, and its parts."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from okrcli.actions.new.kpi_draft import UNKNOWN, KpiDraft
from okrcli.actions.records import parse_record
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.catalog import CATALOG, entry_named
from okrcli.model.catalog.entry import OPEN, CatalogEntry, Part
from okrcli.model.catalog.units import local_text
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.writing import Comments
from okrcli.views.catalog import FORMULA, PAIRS, PITFALLS, SOURCE

_COMMENT_WIDTH = 96
_MEASURE = local_text(
    "Still to be measured: write the value of the start here.",
    "Falta medirlo: escribir aquí el valor de partida.",
    "Ещё не измерено: впишите сюда значение на начало.",
)
_PART_OF = local_text(
    "Needed to compute: {}", "Hace falta para calcular: {}", "Нужно для расчёта: {}"
)


@frozen_dataclass
class ReadyKpi:
    """An entry of the catalogue that becomes a KPI of a workspace.

    Attributes:
        language: The language of the texts.
        plan: The workspace, which may have the parts already.
        with_parts: Whether to add the parts that it lacks.
    """

    entry: CatalogEntry
    language: Language
    plan: Plan
    with_parts: bool

    @property
    def formula(self) -> str | None:
        """The formula, if everything that it names exists or will be added.

        A KPI with a survey is computed from answers instead, unless the parts are wanted.
        """
        known = bool(self.entry.parts) and self.plan.kpis_by_id.keys() >= {
            part.id for part in self.entry.parts
        }
        is_computed = self.with_parts or (known and not self.entry.survey)
        return self.entry.formula if is_computed else None

    def complete(self, texts: KpiDraft) -> KpiDraft:
        """Return *texts*, filled in with the entry's words where nothing was typed."""
        words = self.entry.words(self.language)
        has_own_title = bool(texts.name) and not texts.is_id
        return replace(
            texts,
            name=texts.name or self.entry.id,
            title=texts.title or ("" if has_own_title else words.title),
            unit=texts.unit or self.entry.unit[self.language],
            direction=texts.direction or self.entry.direction,
            why=texts.why or words.why,
        )

    def fields(self, *, has_segments: bool) -> dict[str, Any]:
        """Return the other fields from the entry."""
        return {
            **_shared_fields(self.entry),
            "baseline": UNKNOWN,
            "aggregate": self.entry.aggregate if has_segments else None,
            "formula": self.formula,
        }

    def comments(self, kpi: Kpi) -> Comments:
        """Return the comments for the file of *kpi*."""
        comments = {"title": _fold(_advice(self.entry, self.language))}
        if kpi.baseline == UNKNOWN:
            comments["baseline"] = _MEASURE[self.language]
        return comments

    def parts_of(self, kpi: Kpi) -> Iterator[tuple[Kpi, Comments]]:
        """Yield the parts of *kpi* that the workspace lacks, each with its comments."""
        for part in self.entry.parts if self.with_parts else ():
            if part.id not in {*self.plan.kpis_by_id, kpi.id}:
                yield self._part(part, kpi), self._comments_of(part)

    def _part(self, part: Part, kpi: Kpi) -> Kpi:
        entry = CATALOG.get(part.id)
        unit = kpi.unit if part.unit is self.entry.unit else part.unit[self.language]
        fields = {
            "bounds": None if part.bounds == OPEN else part.bounds,
            "cadence": kpi.cadence,
            "id": part.id,
            "title": part.title[self.language],
            "why": _PART_OF[self.language].format(kpi.title),
            "unit": unit,
            "owner": kpi.owner,
            "team": kpi.team,
            "language": kpi.language,
            "added": kpi.added,
        }
        return parse_record(Kpi, {**fields, **(_as_entry(entry, self.language) if entry else {})})

    def _comments_of(self, part: Part) -> Comments:
        entry = CATALOG.get(part.id)
        return {"title": _fold(_advice(entry, self.language))} if entry else {}


def ready_kpi(name: str, language: Language, plan: Plan, *, with_parts: bool) -> ReadyKpi:
    """Return the entry *name* as a KPI for *plan*.

    Raises:
        UsageError: The catalogue has none of that name, or parts are wanted and it has none.
    """
    entry = entry_named(name)
    if with_parts and not entry.parts:
        raise UsageError(
            f"{entry.id} is not computed from other KPIs: its readings are recorded.",
            NextStep(StepKind.LEAVE_OUT_PARTS),
        )
    return ReadyKpi(entry, language, plan, with_parts)


def _shared_fields(entry: CatalogEntry) -> Mapping[str, Any]:
    """Return the fields that are the same in every language."""
    return {
        "direction": entry.direction,
        "bounds": None if entry.bounds == OPEN else entry.bounds,
        "kind": entry.kind,
        "family": entry.family,
        "cadence": entry.cadence,
        "survey": entry.survey,
    }


def _as_entry(entry: CatalogEntry, language: Language) -> Mapping[str, Any]:
    """Return a part that is an entry itself."""
    words = entry.words(language)
    return {**_shared_fields(entry), "title": words.title, "why": words.why}


def _advice(entry: CatalogEntry, language: Language) -> Iterator[str]:
    words = entry.words(language)
    yield words.definition
    yield f"{FORMULA[language]}: {words.calculation}"
    yield f"{PITFALLS[language]}:"
    yield from (f"- {pitfall}" for pitfall in words.pitfalls)
    yield f"{PAIRS[language]}: {', '.join(entry.pairs)}"
    yield f"{SOURCE[language]}: {entry.source[language]}"


def _fold(lines: Iterator[str]) -> str:
    """Return *lines* folded; a percent sign stays with its number."""
    return "\n".join(
        part.replace("\u00a0", " ")
        for line in lines
        for part in textwrap.wrap(
            line.replace(" %", "\u00a0%"),
            _COMMENT_WIDTH,
            subsequent_indent="  " if line.startswith("- ") else "",
        )
    )
