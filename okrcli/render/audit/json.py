"""An audit for programs: schema `okrcli.audit/1`, to which keys are only added."""

from typing import Any

from okrcli.next_step import StepWords
from okrcli.render.audit.words import message_text
from okrcli.render.drawing.style import UNICODE
from okrcli.render.options import RenderOptions
from okrcli.render.story.json import event_facts
from okrcli.render.text.json_text import json_text
from okrcli.views.audit import Audit, AuditLine

SCHEMA = "okrcli.audit/1"
_DEPTH = 2
"""The depth at which each thing is one line."""


def render(audit: Audit, options: RenderOptions) -> str:
    """Return *audit* as JSON, the worst first; what is absent is null."""
    verified, counts = audit.verified, audit.counts
    document = {
        "schema": SCHEMA,
        "workspace": audit.workspace,
        "as_of": audit.day,
        "findings": [_line(line, options.words) for line in audit.lines],
        "verified": {
            "commits": verified.commits,
            "checkins": verified.checkins,
            "definitions": verified.definitions,
            "amendments": verified.amendments,
            "by_approval": verified.by_approval,
            "by_merge": verified.by_merge,
            "signatures": dict(verified.signatures) or None,
        },
        "summary": {"error": counts.error, "warning": counts.warning, "info": counts.info},
    }
    return json_text(document, _DEPTH)


def _line(line: AuditLine, words: StepWords) -> dict[str, Any]:
    commit = line.commit
    return {
        "severity": line.severity,
        "code": line.code,
        "ref": line.ref,
        "path": line.path or None,
        "message": message_text(line, UNICODE),
        "hint": words.sentence(line.hint),
        "commit": commit.sha if commit else None,
        "author": commit.author if commit else None,
        "co_authors": list(commit.co_authors) if commit else [],
        "day": commit.day if commit else None,
        "look": line.look,
        "silenced": line.is_silenced,
        "event": event_facts(line.event) if line.event else None,
    }
