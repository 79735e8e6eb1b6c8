"""How often each rule found something."""

from collections import Counter

from okrcli.model.finding import Severity
from okrcli.views.check import CheckOutcome


def statistics(outcome: CheckOutcome) -> str:
    """Return a line for each rule and severity, the most frequent first."""
    counts = Counter((finding.rule, finding.severity) for finding in outcome.findings)
    worst = [*Severity]
    ordered = sorted(
        counts.items(), key=lambda item: (-item[1], item[0][0].code, worst.index(item[0][1]))
    )
    digits = max((len(str(count)) for _, count in ordered), default=0)
    return "".join(
        f"{count:>{digits}}  {rule.code} {rule.name}: {severity}\n"
        for (rule, severity), count in ordered
    )
