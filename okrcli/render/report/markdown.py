"""The report for pull requests, wikis and chats that read GitHub's Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from okrcli.choices import ReportSort
from okrcli.compute.reports.order import in_order
from okrcli.compute.reports.report import (
    Attention,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    ObjectiveReport,
    Report,
)
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.printable import inert_markdown
from okrcli.render.chat.markdown import markdown_text
from okrcli.render.chat.report import report_message
from okrcli.render.drawing.style import CONCERNS, DROPPED, PACES, STATUSES, UNICODE, kpi_look
from okrcli.render.options import RenderOptions
from okrcli.render.text.amendments import was_text
from okrcli.render.text.comment import LONGEST_COMMENT, comment_text, size_of
from okrcli.render.text.concerns import by_ref, why_text
from okrcli.render.text.guards import guard_looks
from okrcli.render.text.improving import improving_text, plans_by_kpi, plans_for_others
from okrcli.render.text.kinds import by_kind
from okrcli.render.text.numbers import band_text, change_text, goal_text, mark_doubtful, value_text
from okrcli.render.text.refused import refused_markdown
from okrcli.render.text.rows import markdown_lines
from okrcli.render.text.since import since_text
from okrcli.render.text.summary import (
    is_scored,
    lesson_lines,
    lesson_title,
    score_text,
    summary_rows,
)
from okrcli.render.text.week import said_this_week
from okrcli.render.tree.mermaid import fenced_chart
from okrcli.views.report_page import ReportPage

_KEY_RESULT_COLUMNS = ("Now", "From, to", "Pace", "Confidence", "Owner")
_GUARDS = "Guards"
_KPI_COLUMNS = ("Now", "Target", "Health", "Change")
_IMPROVING = "Plan"
_ATTENTION_COLUMNS = ("Needs attention", "Why", "Owner")
_ROOM_FOR_REST: Final = 200


def render(report: Report, options: RenderOptions) -> str:
    """Return *report* as headings and tables."""
    if options.summary:
        return markdown_text(report_message(report, options))
    head, tail = [*_head(report, options.words)], [*_tail(report)]
    blocks: Sequence[Sequence[str]]
    blocks = [["", *_objective(objective, report)] for objective in report.objectives]
    if not options.all:
        blocks = _fitting(report, blocks, LONGEST_COMMENT - size_of((*head, *tail)), options.words)
    chart = [*_chart(report)]
    lines = [*head, *chain.from_iterable(blocks), *tail]
    if options.all or size_of((*lines, *chart)) <= LONGEST_COMMENT:
        lines += chart
    return comment_text(lines, options.words, everything=options.all)


def _fitting(
    report: Report, blocks: Sequence[Sequence[str]], room: int, words: StepWords
) -> Sequence[Sequence[str]]:
    """Return the blocks of the worst objectives that *room* has place for, in their order."""
    if sum(map(size_of, blocks)) <= room:
        return blocks
    places = {objective.ref: place for place, objective in enumerate(report.objectives)}
    shown, room = set[int](), room - _ROOM_FOR_REST
    for objective in in_order(report.objectives, ReportSort.PACE):
        place = places[objective.ref]
        if (room := room - size_of(blocks[place])) < 0:
            break
        shown.add(place)
    more = words.sentence(NextStep(StepKind.SHOW_ALL))
    said = (
        f"These are the {len(shown):,} objectives with the worst pace, of {len(blocks):,}. {more}"
    )
    return [["", said], *(block for place, block in enumerate(blocks) if place in shown)]


def _head(report: Report, words: StepWords) -> Iterator[str]:
    yield f"# {inert_markdown(report.workspace)}: {inert_markdown(report.cycle.id)}"
    yield ""
    yield _as_of(report)
    yield from refused_markdown(report.left_out, words)
    if report.since:
        yield ""
        yield since_text(report)
    if report.other_errors:
        errors = count_text(report.other_errors, "error")
        check = words.sentence(NextStep(StepKind.CHECK))
        yield ""
        yield f"**The files have {errors}, so something may be missing. {check}**"


def _tail(report: Report) -> Iterator[str]:
    """Yield what stands below the objectives."""
    yield from _summary(report)
    for title, alike in by_kind(report.kpis):
        yield from _kpis(title, alike, report)
    others = ((plan.kpi, _improving([plan], None, report)) for plan in plans_for_others(report))
    yield from _section(("Other KPI", "Plan"), [(f"`{kpi}`", plan) for kpi, plan in others])
    yield from _list(said_this_week(report, inert_markdown))
    yield from _section(_ATTENTION_COLUMNS, map(_attention, by_ref(report)))


def _chart(report: Report) -> Iterator[str]:
    """Yield which objective serves which; nothing where none serves another."""
    tree = report.tree if isinstance(report, ReportPage) else None
    if tree and any(node.children for _, node in tree.walk()):
        yield ""
        yield "## Which objective serves which"
        yield ""
        yield from fenced_chart(tree)


def _summary(report: Report) -> Iterator[str]:
    """Yield how the cycle ended; nothing while it runs."""
    summary = report.summary
    if summary is None or not summary.objectives:
        return
    yield ""
    yield f"## How {inert_markdown(report.cycle.id)} ended"
    yield from _list(f"{label}: {text}" for label, text in summary_rows(summary))
    for lessons in summary.lessons:
        said = [f"{label}: {inert_markdown(text)}" for label, text in lesson_lines(lessons)]
        if said:
            yield ""
            yield f"**{inert_markdown(lesson_title(lessons))}**"
            yield from _list(said)


def _as_of(report: Report) -> str:
    facts = [f"As of {report.as_of}"]
    if report.revision:
        facts.append(f"at revision `{report.revision[:12]}`")
    if report.days_left is not None:
        facts.append(f"{percent_text(report.elapsed)} of the cycle has passed")
        facts.append(f"{count_text(report.days_left, 'day')} left")
    return ", ".join(facts) + "."


def _objective(objective: ObjectiveReport, report: Report) -> Iterator[str]:
    is_over, day = is_scored(report), report.as_of
    yield f"## {inert_markdown(objective.title)}"
    yield ""
    look = PACES[objective.pace] if objective.pace else STATUSES.get(objective.status)
    facts = [f"`{objective.ref}`"]
    if look:
        facts.append(f"{look.symbol} {look.word}")
    if objective.progress is not None:
        facts.append(_share(objective.progress, objective.score, is_over=is_over))
    facts.append("{} of {} key results reporting".format(*objective.reporting))
    if objective.owner:
        facts.append(inert_markdown(objective.owner))
    yield " · ".join(facts)
    yield from _section(
        ("Key result", "Score" if is_over else "Progress", *_KEY_RESULT_COLUMNS, _GUARDS),
        [_key_result(key_result, is_over=is_over) for key_result in objective.key_results],
    )
    if objective.cancelled:
        yield ""
        yield _withdrawal_text("Cancelled", objective.cancelled)
    yield from _list(
        f"`{key_result.id}`: {_withdrawal_text('dropped', key_result.dropped)}"
        for key_result in objective.key_results
        if key_result.dropped
    )
    moved = (key_result for key_result in objective.key_results if key_result.amendments)
    yield from _list(
        f"`{key_result.id}`: {inert_markdown(was_text(key_result.amendments, day, UNICODE))}"
        for key_result in moved
    )


def _withdrawal_text(word: str, withdrawal: Withdrawal) -> str:
    return f"{word} on {withdrawal.date}: {inert_markdown(withdrawal.why)}"


def _share(progress: Decimal | None, score: Decimal | None, *, is_over: bool) -> str:
    """Return how far something has come; when the cycle is over, its score."""
    if is_over:
        return score_text(score)
    return UNICODE.none if progress is None else percent_text(progress)


def _key_result(key_result: KeyResultReport, *, is_over: bool) -> Sequence[str]:
    look = PACES[key_result.pace] if key_result.pace else None
    if key_result.dropped:
        look = DROPPED
    value = value_text(key_result, UNICODE)
    return (
        inert_markdown(key_result.title),
        _share(key_result.measured.progress, key_result.measured.score, is_over=is_over),
        inert_markdown(mark_doubtful(value, key_result.refused)),
        inert_markdown(goal_text(key_result, UNICODE)),
        f"{look.symbol} {look.word}" if look else "",
        "" if key_result.confidence is None else str(key_result.confidence),
        inert_markdown(key_result.owner or ""),
        ", ".join(f"{mark.symbol} {name}" for name, mark in guard_looks(key_result)),
    )


def _kpis(title: str, kpis: Sequence[KpiReport], report: Report) -> Iterator[str]:
    plans = plans_by_kpi(report.improvements)
    rows = [(*_kpi(kpi), _improving(plans.get(kpi.id, ()), kpi.unit, report)) for kpi in kpis]
    yield from _section((title, *_KPI_COLUMNS, _IMPROVING), rows)


def _improving(plans: Sequence[ImprovementReport], unit: str | None, report: Report) -> str:
    """Return the state of the open *plans* for one KPI."""
    said = (improving_text(plan, unit, report.as_of) for plan in plans)
    return "; ".join(map(inert_markdown, said))


def _kpi(kpi: KpiReport) -> Sequence[str]:
    look = kpi_look(kpi)
    why = f": {inert_markdown(kpi.reason)}" if kpi.reason else ""
    target = "" if kpi.target is None else with_unit(band_text(kpi.target, UNICODE), kpi.unit)
    return (
        inert_markdown(kpi.title) + (" (computed)" if kpi.formula else ""),
        mark_doubtful(UNICODE.none if kpi.value is None else short_number(kpi.value), kpi.refused),
        inert_markdown(target),
        f"{look.symbol} {look.word}{why}",
        change_text(kpi.trend, kpi.value),
    )


def _attention(item: Sequence[Attention]) -> Sequence[str]:
    look = CONCERNS[item[0].concern]
    owner = inert_markdown(item[0].owner or "nobody")
    return f"{look.symbol} `{item[0].ref}`", inert_markdown(why_text(item)), owner


def _list(texts: Iterable[str]) -> Iterator[str]:
    """Yield a list; nothing if it is empty."""
    if items := [f"- {text}" for text in texts]:
        yield ""
        yield from items


def _section(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; nothing without rows, and the last column only if it is not empty."""
    cells = list(rows)
    width = len(columns) if any(row[-1] for row in cells) else len(columns) - 1
    lines = markdown_lines(columns[:width], [row[:width] for row in cells])
    if lines:
        yield ""
        yield from lines
