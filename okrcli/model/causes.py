"""One cause, one finding: what one change mends is told once, with all the places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from okrcli.model.finding import Cause, Finding

_PLACES = 3
"""That are named: of many the first ones tell where to look."""


def by_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* with those of one cause as one, where the first of them stands."""
    listed = list(findings)
    groups: dict[object, list[Finding]] = {}
    wholes = _wholes(listed)
    for number, finding in enumerate(listed):
        cause = finding.cause
        key = wholes.get(cause, cause) if cause else number
        groups.setdefault(key, []).append(finding)
    return tuple(_as_one(group) for group in groups.values())


def _wholes(findings: Iterable[Finding]) -> Mapping[Cause, Cause]:
    """Return what a cause without a cycle can only mean, where there is one with a cycle."""
    in_cycles: dict[Cause, set[Cause]] = defaultdict(set)
    for cause in (finding.cause for finding in findings):
        if cause and cause.cycle:
            in_cycles[cause._replace(cycle="")].add(cause)
    return {short: next(iter(whole)) for short, whole in in_cycles.items() if len(whole) == 1}


def _as_one(group: Sequence[Finding]) -> Finding:
    first = group[0]
    places = list(dict.fromkeys(f"{path}:{line}" for path, line, _ in (x.place for x in group)))
    if len(places) == 1:
        return first
    shown, more = places[:_PLACES], len(places) - _PLACES
    listed = f"{', '.join(shown)} and {more:,} more" if more > 0 else _joined(shown)
    message = f"{first.message} {len(places):,} places name it: {listed}."
    # Of several the hint that fits the most is the likeliest.
    hint, _ = Counter(finding.hint for finding in group).most_common(1)[0]
    return replace(first, message=message, hint=hint)


def _joined(names: Sequence[str]) -> str:
    *some, last = names
    return f"{', '.join(some)} and {last}" if some else last
