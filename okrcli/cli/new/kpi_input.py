"""Asks for what the options of `okr new kpi` left open."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import get_args

from okrcli.actions.new.kpi_draft import KpiDraft
from okrcli.cli.prompts import ask, ask_until, required
from okrcli.compute.goals import goal_of
from okrcli.errors import UsageError
from okrcli.model.kpi import Direction


def asked(texts: KpiDraft) -> KpiDraft:
    """Return *texts* with the answers for those that are still open."""
    unit = texts.unit
    name = texts.name or ask_until(
        "What shall be watched? A title, or an id like first_reply", required
    )
    unit = unit or ask("Of what are the values, as in %, h, EUR? [Enter: a bare number]")
    questions: Mapping[str, Callable[[], str]] = {
        "direction": lambda: ask_until("Which way is good: up, down or range?", _direction),
        "why": lambda: ask("What does it tell?"),
        "baseline": lambda: _number_asked("What is it now? [Enter: not known]", unit),
        "target": lambda: _number_asked("What is aimed at? Or LOW..HIGH [Enter: none]", unit),
    }
    open_ = {field: ask_() for field, ask_ in questions.items() if not getattr(texts, field)}
    return replace(texts, name=name, unit=unit, **open_)


def _direction(text: str) -> str:
    if text not in get_args(Direction):
        raise UsageError("Write up, down or range.")
    return text


def _number_asked(question: str, unit: str) -> str:
    def checked(text: str) -> str:
        if text:
            goal_of(text, unit or None)
        return text

    return ask_until(question, checked)
