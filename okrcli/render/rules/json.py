"""The rules for programs: schema `okrcli.rules/1`, to which keys are only added."""

from typing import Any

from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.rulebook import Rulebook, RuleSheet

SCHEMA = "okrcli.rules/1"
_DEPTH = 4


def render(book: Rulebook, options: RenderOptions) -> str:
    """Return everything about the rules, whether explained or not."""
    del options
    return json_text({"schema": SCHEMA, "rules": [_rule(rule) for rule in book.rules]}, _DEPTH)


def _rule(rule: RuleSheet) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": dict(rule.severities),
        "here": rule.here,
        "explanation": rule.explanation,
        "source": rule.source or None,
        "fixed": rule.fixed,
        "silenced": rule.silenced,
        "example": {
            "path": rule.path,
            "failing": rule.failing,
            "passing": rule.passing,
            "passing_path": rule.passing_path,
            "beside": [{"path": path, "text": text} for path, text in rule.beside.items()],
            "before": [{"path": path, "text": text} for path, text in rule.before.items()],
            "author": rule.author or None,
        },
    }
