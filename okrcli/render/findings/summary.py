"""How many findings there are, in words."""

from collections.abc import Iterator
from gettext import ngettext

from okrcli.model.finding import FindingCounts, Silencer
from okrcli.views.check import CheckOutcome


def summary(outcome: CheckOutcome) -> str:
    """Return what was found and what was left out, in one line."""
    found = counts_text(outcome.counts) or "Nothing found"
    where = ngettext("{} file", "{} files", outcome.files).format(outcome.files)
    return "; ".join([f"{found} in {where}", *_left_out(outcome)]) + "."


def _left_out(outcome: CheckOutcome) -> Iterator[str]:
    if total := outcome.left_out.get("silenced"):
        number = ngettext("{} finding", "{} findings", total).format(total)
        ways = [
            f"{count} {_WAYS[silencer]}"
            for silencer in Silencer
            if (count := outcome.silenced.get(silencer, 0))
        ]
        yield f"{number} silenced by ignores ({', '.join(ways)})"
    if outcome.accepted:
        yield f"{outcome.accepted} accepted by the baseline"
    if outcome.milder:
        yield f"{outcome.milder} milder, not shown"


_WAYS = {
    Silencer.SETTINGS: "in okr.yaml",
    Silencer.COMMENTS: "in comments",
    Silencer.OPTIONS: "by options",
}


def counts_text(counts: FindingCounts) -> str:
    """Return how many there are of each severity that occurs; empty when none does."""
    parts = [
        ngettext("{} error", "{} errors", counts.error).format(counts.error),
        ngettext("{} warning", "{} warnings", counts.warning).format(counts.warning),
        ngettext("{} note", "{} notes", counts.info).format(counts.info),
    ]
    numbers = (counts.error, counts.warning, counts.info)
    return ", ".join(part for part, number in zip(parts, numbers, strict=True) if number)
