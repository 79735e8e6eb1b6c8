"""How the cost of each rule, and of what all of them share, grows with the number of objectives."""

import gc
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import log, nan
from pathlib import Path
from typing import Final

from okrcli.checks import RULES
from okrcli.checks.context import CheckContext
from okrcli.storage.workspace import load_plan
from tests.bench.figures import Options
from tests.bench.large_workspace import TODAY, write_large_workspace

_AIM: Final = 1.1
_TIMES: Final = 10
_SHORTEST: Final = 0.002
"""Seconds; what takes less tells nothing about growth."""


def measure_rules(options: Options) -> None:
    """Measure each rule on so many objectives and on ten times as many; H is left out."""
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_large_workspace(few, options.objectives, commits=2)
        write_large_workspace(many, options.objectives * _TIMES, commits=2)
        before, after = _costs(few), _costs(many)
    for name, seconds in sorted(after.items(), key=lambda cost: -cost[1]):
        exponent = _exponent(before[name], seconds)
        missed = "MISS" if exponent > _AIM else ""
        figures = f"{before[name] * 1000:8.0f} ms {seconds * 1000:8.0f} ms {exponent:6.2f}"
        print(f"{name:44} {figures}   {_AIM:6.2f} {missed}")


def _costs(root: Path) -> Mapping[str, float]:
    """Return the processor's seconds for each rule, after what rules share, by name."""
    context = CheckContext(load_plan(root), TODAY)
    shared: dict[str, Callable[[], object]] = {
        "objectives and key results": lambda: (context.objectives, context.key_results),
        "reading of titles": partial(_read_titles, context),
        "reports of key results": lambda: context.reports,
    }
    costs = {name: _seconds_of(work) for name, work in shared.items()}
    for code, rule in RULES.items():
        if rule.find and rule.letter != "H":
            costs[f"{code} {rule.id.name}"] = _seconds_of(partial(_all_of, rule.find, context))
    return costs


def _read_titles(context: CheckContext) -> None:
    for subjects in (context.objectives, context.key_results):
        for subject in subjects:
            context.title_of(subject)


def _all_of(find: Callable[[CheckContext], Iterable[object]], context: CheckContext) -> object:
    return list(find(context))


def _seconds_of(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _exponent(few: float, many: float) -> float:
    return log(many / few) / log(_TIMES) if min(few, many) > _SHORTEST else nan
