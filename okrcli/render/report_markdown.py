"""The report for pull requests, wikis and chats that read GitHub's Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from okrcli.compute.report import Attention, KeyResultReport, KpiReport, ObjectiveReport, Report
from okrcli.compute.rounding import percent_text
from okrcli.render.concerns import by_ref, why_text
from okrcli.render.inert import inert_markdown
from okrcli.render.numbers import (
    band_text,
    change_text,
    goal_text,
    plural,
    short_number,
    value_text,
    with_unit,
)
from okrcli.render.options import RenderOptions
from okrcli.render.style import CONCERNS, PACES, STATUSES, UNICODE, kpi_look

_KEY_RESULT_COLUMNS = ("Key result", "Progress", "Now", "From, to", "Pace", "Confidence", "Owner")
_KPI_COLUMNS = ("KPI", "Now", "Target", "Health", "Change")
_ATTENTION_COLUMNS = ("Needs attention", "Why", "Owner")


def render(report: Report, options: RenderOptions) -> str:
    """Return *report* as headings and tables."""
    del options
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {inert_markdown(report.workspace)}: {inert_markdown(report.cycle.id)}"
    yield ""
    yield _as_of(report)
    if report.findings.error:
        errors = plural(report.findings.error, "error", "errors")
        yield ""
        yield f"**The files have {errors}, so something may be missing. Run `okr check`.**"
    for objective in report.objectives:
        yield ""
        yield from _objective(objective)
    yield from _section(_KPI_COLUMNS, map(_kpi, report.kpis))
    yield from _section(_ATTENTION_COLUMNS, map(_attention, by_ref(report.attention)))


def _as_of(report: Report) -> str:
    facts = [f"As of {report.as_of}"]
    if report.revision:
        facts.append(f"at revision `{report.revision[:12]}`")
    if report.days_left is not None:
        facts.append(f"{percent_text(report.elapsed)} of the cycle has passed")
        facts.append(f"{plural(report.days_left, 'day', 'days')} left")
    return ", ".join(facts) + "."


def _objective(objective: ObjectiveReport) -> Iterator[str]:
    yield f"## {inert_markdown(objective.title)}"
    yield ""
    look = PACES[objective.pace] if objective.pace else STATUSES.get(objective.status)
    facts = [f"`{objective.ref}`"]
    if look:
        facts.append(f"{look.symbol} {look.word}")
    if objective.progress is not None:
        facts.append(percent_text(objective.progress))
    facts.append("{} of {} key results reporting".format(*objective.reporting))
    if objective.owner:
        facts.append(inert_markdown(objective.owner))
    yield " · ".join(facts)
    yield from _section(_KEY_RESULT_COLUMNS, map(_key_result, objective.key_results))


def _key_result(key_result: KeyResultReport) -> Sequence[str]:
    look = PACES[key_result.pace] if key_result.pace else None
    return (
        inert_markdown(key_result.title),
        UNICODE.none if key_result.progress is None else percent_text(key_result.progress),
        inert_markdown(value_text(key_result, key_result.value, UNICODE)),
        inert_markdown(goal_text(key_result, UNICODE)),
        f"{look.symbol} {look.word}" if look else "",
        "" if key_result.confidence is None else str(key_result.confidence),
        inert_markdown(key_result.owner or ""),
    )


def _kpi(kpi: KpiReport) -> Sequence[str]:
    look = kpi_look(kpi)
    target = "" if kpi.target is None else with_unit(band_text(kpi.target, UNICODE), kpi.unit)
    return (
        inert_markdown(kpi.title),
        UNICODE.none if kpi.value is None else short_number(kpi.value),
        inert_markdown(target),
        f"{look.symbol} {look.word}",
        change_text(kpi.trend, kpi.value),
    )


def _attention(item: Sequence[Attention]) -> Sequence[str]:
    look = CONCERNS[item[0].concern]
    owner = inert_markdown(item[0].owner or "nobody")
    return f"{look.symbol} `{item[0].ref}`", why_text(item), owner


def _section(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; nothing when it has no row."""
    lines = [_row(row) for row in rows]
    if lines:
        yield ""
        yield _row(columns)
        yield _row(["---"] * len(columns))
        yield from lines


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
