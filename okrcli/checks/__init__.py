"""Judgement: the rules of `okr check`, one folder or file for each letter."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from okrcli.checks.rule import Example, Rule
from okrcli.errors import UsageError
from okrcli.nearest import nearest
from okrcli.next_step import NextStep, StepKind

_HOMES: Mapping[str, tuple[str, str]] = {
    "E001": ("yaml-syntax", "structure"),
    "E002": ("schema", "structure"),
    "E003": ("duplicate-id", "structure"),
    "E004": ("bad-reference", "references"),
    "E005": ("bad-ignore", "structure"),
    "E006": ("lossy-text", "structure"),
    "E007": ("link", "places"),
    "E008": ("misplaced-file", "places"),
    "S101": ("vague-verb", "specific.verbs"),
    "S102": ("task-verb", "specific.verbs"),
    "S103": ("compound-key-result", "specific.compound"),
    "S104": ("placeholder", "specific.words"),
    "S105": ("no-owner", "specific.owner"),
    "S106": ("weasel-word", "specific.words"),
    "S107": ("near-duplicate", "specific.duplicates"),
    "S108": ("number-in-objective", "specific.numbers"),
    "S109": ("odd-characters", "specific.characters"),
    "S110": ("misspelled-verb", "specific.spelling"),
    "M201": ("no-number", "measurable.numbers"),
    "M202": ("no-baseline", "measurable.numbers"),
    "M203": ("unit", "measurable.units"),
    "M204": ("ambiguous-percent", "measurable.units"),
    "M205": ("direction-mismatch", "measurable.direction"),
    "M206": ("baseline-equals-target", "measurable.targets"),
    "M207": ("out-of-bounds", "measurable.targets"),
    "M208": ("text-versus-fields", "measurable.text"),
    "M209": ("unmeasured-guard", "measurable.guards"),
    "M210": ("scale-undefined", "measurable.scales"),
    "M211": ("contradictory-title", "measurable.contradictions"),
    "M212": ("undefined-measure", "measurable.undefined"),
    "A301": ("objective-count", "attainable.counts"),
    "A302": ("key-result-count", "attainable.counts"),
    "A303": ("already-met", "attainable.ambition"),
    "A304": ("ambition", "attainable.ambition"),
    "R401": ("no-alignment", "relevant.purpose"),
    "R402": ("no-so-what", "relevant.purpose"),
    "R403": ("not-approved", "relevant.purpose"),
    "R404": ("vanity-metric", "relevant.measures"),
    "R405": ("business-as-usual", "relevant.measures"),
    "R406": ("conflicting-targets", "relevant.conflicts"),
    "R407": ("unpaired-speed", "relevant.pairs"),
    "R408": ("changed-since-approval", "relevant.changed"),
    "R409": ("activity-counted", "relevant.activity"),
    "R410": ("outside-control", "relevant.activity"),
    "T501": ("no-deadline", "timely.dates"),
    "T502": ("outside-cycle", "timely.dates"),
    "T503": ("ambiguous-date", "timely.ambiguous"),
    "T504": ("no-cadence", "timely.cadence"),
    "T505": ("undated-status", "timely.undated"),
    "K601": ("kpi-count", "kpis.choice"),
    "K602": ("leading-and-lagging", "kpis.choice"),
    "K603": ("metric-not-kpi", "kpis.choice"),
    "K604": ("kpi-incomplete", "kpis.definition"),
    "K605": ("review-cadence", "kpis.definition"),
    "K606": ("target-shape", "kpis.target_shape"),
    "C701": ("stale", "checkins.stale"),
    "C702": ("bad-reading", "checkins.readings"),
    "C703": ("breach-needs-improvement", "checkins.breaches"),
    "C704": ("follow-up-overdue", "checkins.breaches"),
    "C705": ("high-confidence-off-track", "checkins.confidence"),
    "H801": ("silent-goalpost", "history.goalposts"),
    "H802": ("rewritten-check-in", "history.rewritten"),
    "H803": ("back-dated", "history.back_dated"),
    "H804": ("late-addition", "history.late_additions"),
    "H805": ("late-for-closed", "history.late_for_closed"),
    "H806": ("other-author", "history.other_author"),
}
"""Every rule's name and module; a new rule is registered here and nowhere else."""


class _Rules(Mapping[str, Rule]):
    """Each rule is loaded when it is first asked for: a report needs those of letter E alone."""

    def __getitem__(self, code: str) -> Rule:
        module = import_module(f"{__name__}.{_HOMES[code][1]}")
        rule: Rule = getattr(module, code)
        return rule

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


RULES: Mapping[str, Rule] = _Rules()
"""Every rule by its code."""

RULE_NAMES: Mapping[str, str] = MappingProxyType({code: name for code, (name, _) in _HOMES.items()})
"""The name of every rule by its code, without loading one."""

__all__ = [
    "RULES",
    "RULE_NAMES",
    "Example",
    "Rule",
    "codes_named",
    "find_codes",
    "nearest_rule",
    "rules_named",
]


def rules_named(name: str) -> tuple[Rule, ...]:
    """Load and return the rules that *name* means, in the order of their letters.

    Raises:
        UsageError: There is no such rule.
    """
    found = codes_named(name)
    return tuple(RULES[code] for code in RULES if code in found)


def codes_named(name: str) -> frozenset[str]:
    """Return the codes of the rules that *name* means: a name, a code, or a prefix of codes.

    Raises:
        UsageError: There is no such rule.
    """
    if found := find_codes(name):
        return found
    near = nearest_rule(name)
    hint = f"Did you mean '{near}'?" if near else NextStep(StepKind.LIST_RULES)
    raise UsageError(f"There is no rule '{name}'.", hint)


def find_codes(name: str) -> frozenset[str]:
    """Return the codes that *name* means, ignoring case; empty if there are none."""
    wanted = name.strip().casefold()
    return frozenset(
        code
        for code, known in RULE_NAMES.items()
        if wanted and (wanted == known or code.casefold().startswith(wanted))
    )


def nearest_rule(name: str) -> str | None:
    """Return the code or name of a rule that is most similar to *name*, or `None`."""
    return next(iter(nearest(name, (key for pair in RULE_NAMES.items() for key in pair))), None)
