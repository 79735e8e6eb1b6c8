"""What has moved since a revision, for programs: schema `okrcli.diff/1`, keys are only added."""

from typing import Any

from okrcli.render.options import RenderOptions
from okrcli.render.story.json import event_facts
from okrcli.render.text.json_text import json_text
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind, ReportDiff

SCHEMA = "okrcli.diff/1"
_DEPTH = 2
"""The depth at which each thing is one line."""

_OF_THE_REVISION = frozenset({"author", "co_authors", "commit", "subject", "day"})
"""What an event says of its commit, which here is many."""


def render(diff: ReportDiff, options: RenderOptions) -> str:
    """Return *diff* as JSON; what is absent is null."""
    del options
    document = {
        "schema": SCHEMA,
        "workspace": diff.workspace,
        "cycle": diff.cycle,
        "as_of": diff.day,
        "since": {"revision": diff.revision, "commit": diff.commit, "day": diff.made},
        "items": [_item(item) for item in diff.items],
        "unchanged": {kind: diff.unchanged.get(kind, 0) for kind in ItemKind},
        "uncompared": diff.uncompared,
    }
    return json_text(document, _DEPTH)


def _item(item: ChangedItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "ref": item.ref,
        "title": item.title,
        "before": _figures(item.before),
        "now": _figures(item.now),
        "events": [
            {
                name: fact
                for name, fact in event_facts(event).items()
                if name not in _OF_THE_REVISION
            }
            for event in item.events
        ],
    }


def _figures(figures: Figures | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    return {
        "value": figures.value,
        "unit": figures.unit,
        "words": figures.words,
        "progress": figures.progress,
        "pace": figures.pace,
        "health": figures.health,
        "confidence": figures.confidence,
    }
