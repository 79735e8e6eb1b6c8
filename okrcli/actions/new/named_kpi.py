"""The KPI that a title names."""

import re
from collections.abc import Iterator

from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

_WORD = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\(([^()]{2,20})\)")


def kpi_named(plan: Plan, title: str, unit: str) -> Kpi | None:
    """Return the KPI that *title* names: by its id, its title, or what that has in brackets.

    `None` if it names none or several, or if *unit*, read in the title, is not the KPI's.
    """
    words = _words(title)
    named = [
        kpi
        for kpi in plan.kpis_by_id.values()
        if kpi.formula is None and any(_has(words, name) for name in _names(kpi))
    ]
    if len(named) != 1 or (unit and named[0].unit and unit != named[0].unit):
        return None
    return named[0]


def _names(kpi: Kpi) -> Iterator[list[str]]:
    yield _words(kpi.id.replace("_", " "))
    yield _words(_IN_BRACKETS.sub(" ", kpi.title))
    for short in _IN_BRACKETS.findall(kpi.title):
        yield _words(short)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _has(words: list[str], name: list[str]) -> bool:
    """Return whether *name* stands in *words*, one word after the other."""
    length = len(name)
    places = range(len(words) - length + 1)
    return bool(name) and any(words[at : at + length] == name for at in places)
