"""The catalogue for programs: schema `okrcli.catalog/1`, to which keys are only added."""

from typing import Any

from okrcli.model.catalog.entry import CatalogEntry, Part
from okrcli.model.kpi import Bounds, Survey
from okrcli.model.settings import Language
from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.catalog import CatalogView

SCHEMA = "okrcli.catalog/1"
_DEPTH = 5


def render(view: CatalogView, options: RenderOptions) -> str:
    """Return everything about the entries, whether explained or not."""
    del options
    entries = [_entry(entry, view) for entry in view.entries]
    return json_text({"schema": SCHEMA, "language": view.language, "entries": entries}, _DEPTH)


def _entry(entry: CatalogEntry, view: CatalogView) -> dict[str, Any]:
    words = entry.words(view.language)
    suggestion = view.suggestions.get(entry.id)
    return {
        "id": entry.id,
        "title": words.title,
        "family": entry.family,
        "definition": words.definition,
        "why": words.why,
        "calculation": words.calculation,
        "formula": entry.formula,
        "parts": [_part(part, view.language) for part in entry.parts],
        "unit": entry.unit[view.language],
        "direction": entry.direction,
        "bounds": _bounds(entry.bounds),
        "kind": entry.kind,
        "cadence": entry.cadence,
        "aggregate": entry.aggregate,
        "survey": _survey(entry.survey) if entry.survey else None,
        "pitfalls": list(words.pitfalls),
        "pairs": list(entry.pairs),
        "source": entry.source[view.language],
        "reason": suggestion.reason if suggestion else None,
        "existing": suggestion.existing if suggestion else None,
    }


def _part(part: Part, language: Language) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": part.title[language],
        "unit": part.unit[language],
        "bounds": _bounds(part.bounds),
    }


def _bounds(bounds: Bounds) -> list[Any]:
    return [bounds.low, bounds.high]


def _survey(survey: Survey) -> dict[str, Any]:
    return {
        "type": survey.type,
        "scale": list(survey.scale) if survey.scale else None,
        "version": survey.version,
    }
