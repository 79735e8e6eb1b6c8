"""A story for programs: schema `okrcli.log/1`, to which keys are only added."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from okrcli.model.goalposts import Band, Change
from okrcli.model.kpi import Bounds
from okrcli.render.options import RenderOptions
from okrcli.render.text.amendments import change_rule
from okrcli.render.text.json_text import json_text
from okrcli.views.story import Event, Story

SCHEMA = "okrcli.log/1"
_DEPTH = 2
"""The depth at which each event is one line."""


def render(story: Story, options: RenderOptions) -> str:
    """Return *story* as JSON, the earliest event first; what is absent is null."""
    del options
    document = {
        "schema": SCHEMA,
        "workspace": story.workspace,
        "ref": story.ref,
        "names": story.names,
        "title": story.title,
        "events": [event_facts(event) for event in story.events],
        "uncommitted": list(story.uncommitted),
    }
    return json_text(document, _DEPTH)


def event_facts(event: Event) -> dict[str, Any]:
    """Return one event for programs."""
    commit = event.commit
    return {
        "day": commit.day,
        "event": event.kind,
        "ref": event.ref,
        "author": commit.author,
        "co_authors": list(commit.co_authors),
        "commit": commit.sha,
        "subject": commit.subject,
        "path": event.path,
        "by": event.by,
        "date": event.dated,
        "moves": [
            {"field": move.field, "was": fact(move.was), "now": fact(move.now)}
            for move in event.moves
        ],
        "entries": [fact(entry) for entry in event.entries],
        "why": event.why,
        "other": event.other,
        "silent": event.is_silent,
    }


def fact(value: Any) -> Any:
    """Return the value of a field for JSON."""
    if isinstance(value, BaseModel):
        stated = ((name, getattr(value, name)) for name in type(value).model_fields)
        return {name: fact(part) for name, part in stated if part is not None and part != ()}
    if isinstance(value, Mapping):
        return {str(name): fact(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [fact(part) for part in value]
    if isinstance(value, Band | Bounds):
        return [value.low, value.high]
    if isinstance(value, Change):
        return change_rule(value)
    return str(value) if isinstance(value, Fraction) else value
