"""One cause, one finding: what one correction mends is reported once, with all it concerns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from okrcli.model.finding import CommonCause, Finding

_NAMED = 3
"""How many places or things a finding names; the first few tell where to look."""


def by_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings*, merging those of one cause into one at the first of their places."""
    listed = list(findings)
    groups: dict[object, list[Finding]] = {}
    wholes = _wholes(listed)
    for number, finding in enumerate(listed):
        cause = finding.cause
        key = wholes.get(cause, cause) if cause else number
        groups.setdefault(key, []).append(finding)
    return tuple(_merge(group) for group in groups.values())


def _wholes(findings: Iterable[Finding]) -> Mapping[CommonCause, CommonCause]:
    """Map each cause without a cycle to the only one with a cycle that it can mean."""
    in_cycles: dict[CommonCause, set[CommonCause]] = defaultdict(set)
    for cause in (finding.cause for finding in findings):
        if cause and cause.cycle:
            in_cycles[cause._replace(cycle="")].add(cause)
    return {short: next(iter(whole)) for short, whole in in_cycles.items() if len(whole) == 1}


def _merge(group: Sequence[Finding]) -> Finding:
    first = group[0]
    if first.cause and first.cause.is_of_things:
        others = list(dict.fromkeys(finding.ref for finding in group if finding.ref != first.ref))
        names = _first_names([ref for ref in others if ref])
        addition = f"The same applies to {names}." if names else ""
    else:
        places = list(dict.fromkeys(f"{path}:{line}" for path, line, _ in map(_place_of, group)))
        addition = (
            f"It is named in {len(places):,} places: {_first_names(places)}."
            if len(places) > 1
            else ""
        )
    if not addition:
        return first
    # Of several the hint that fits the most is the likeliest.
    hint, _ = Counter(finding.hint for finding in group).most_common(1)[0]
    return replace(first, message=f"{first.message} {addition}", hint=hint)


def _first_names(names: Sequence[str]) -> str:
    """Return the first of *names* and how many more there are."""
    shown, more = names[:_NAMED], len(names) - _NAMED
    return f"{', '.join(shown)} and {more:,} more" if more > 0 else _join(shown)


def _join(names: Sequence[str]) -> str:
    *some, last = names or ("",)
    return f"{', '.join(some)} and {last}" if some else last


_place_of = attrgetter("place")
