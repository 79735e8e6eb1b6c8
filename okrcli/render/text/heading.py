"""The top of a report in words: which part of the cycle it is, and how the objectives stand."""

from collections import Counter
from collections.abc import Iterator, Sequence

from okrcli.compute.reports.report import KeyResultReport, ObjectiveReport, Report
from okrcli.compute.rounding import count_text, percent_text
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.render.drawing.style import PACES, STATUSES, Look


def time_text(report: Report) -> str:
    """Return how much of the cycle has passed, and what is left."""
    cycle, day = report.cycle, report.as_of
    if cycle.end is None:
        return f"open-ended since {cycle.start}"
    if day < cycle.start:
        return f"begins on {cycle.start}, ends on {cycle.end}"
    if day > cycle.end:
        return f"ended on {cycle.end}"
    left = count_text(report.days_left or 0, "day")
    return f"{percent_text(report.elapsed)} passed, {left} left"


def pace_counts(
    items: Sequence[ObjectiveReport] | Sequence[KeyResultReport],
) -> Iterator[tuple[Look, int]]:
    """Yield the look of each pace with its number of *items*, the worst first; cancelled last."""
    counts = Counter(item.pace for item in items)
    for pace, look in reversed(list(PACES.items())):
        if counts[pace]:
            yield look, counts[pace]
    if cancelled := sum(map(_is_cancelled, items)):
        yield STATUSES["cancelled"], cancelled


def _is_cancelled(item: ObjectiveReport | KeyResultReport) -> bool:
    return isinstance(item, ObjectiveReport) and item.status == "cancelled"


def reporting_text(objectives: Sequence[ObjectiveReport]) -> str:
    """Return how many key results have a value, including those of children if these count."""
    counting = [objective for objective in objectives if not _is_cancelled(objective)]
    having = sum(objective.reporting[0] for objective in counting)
    everything = sum(objective.reporting[1] for objective in counting)
    whole = count_text(everything, "key result")
    return whole if having == everything else f"{having} of {whole} reporting"


def findings_text(report: Report, words: StepWords) -> tuple[Severity, str] | None:
    """Return that the files have errors, or else warnings; `None` if there is nothing to say."""
    errors, warnings = report.other_errors, report.findings.warning
    check = words.sentence(NextStep(StepKind.CHECK))
    if errors:
        said = count_text(errors, "error")
        return Severity.ERROR, f"The files have {said}, so something may be missing below. {check}"
    if warnings and not report.left_out:
        return Severity.WARNING, f"The files have {count_text(warnings, 'warning')}. {check}"
    return None
