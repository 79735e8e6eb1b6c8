"""The summary of a report: how it stands, what needs attention first, and what has changed."""

from collections.abc import Iterator, Sequence

from okrcli.choices import ReportSort
from okrcli.compute.reports.order import in_order
from okrcli.compute.reports.recent_moves import RecentMove, recent_moves
from okrcli.compute.reports.report import Attention, ObjectiveReport, Report
from okrcli.compute.rounding import count_text, percent_text, short_number, with_unit
from okrcli.next_step import StepWords
from okrcli.render.chat.message import ChatLine, ChatMessage, ChatSection
from okrcli.render.drawing.style import CONCERNS, UNICODE, key_result_look, pace_look
from okrcli.render.options import RenderOptions
from okrcli.render.text.concerns import by_ref, why_text
from okrcli.render.text.heading import findings_text, pace_counts, reporting_text, time_text
from okrcli.render.text.numbers import value_text
from okrcli.render.text.refused import refused_text
from okrcli.render.text.summary import is_scored, score_text, summary_rows
from okrcli.render.text.week import said_this_week
from okrcli.views.reminders import NOBODY

_DOT = f" {UNICODE.dot} "


def report_message(report: Report, options: RenderOptions) -> ChatMessage:
    """Return the summary of *report*, with the objectives in the order of *options*."""
    parts = (
        ("Objectives", _objectives(report, options)),
        (f"How {report.cycle.id} ended", _ending(report)),
        ("Needs attention", (_attention(item, report) for item in by_ref(report))),
        ("Changed in the last week", map(_move, recent_moves(report))),
        ("Thanks and notes", (ChatLine(None, "", said) for said in said_this_week(report, str))),
    )
    sections = [ChatSection(title, [*lines]) for title, lines in parts]
    return ChatMessage(
        f"{report.workspace}: {report.cycle.id}",
        [*_facts(report, options.words)],
        [section for section in sections if section.lines],
    )


def _facts(report: Report, words: StepWords) -> Iterator[str]:
    at = [f"at revision {report.revision[:12]}"] if report.revision else []
    yield _DOT.join((f"as of {report.as_of}", *at, time_text(report)))
    if counts := _counts(report.objectives):
        yield counts
    if report.left_out:
        yield refused_text(report.left_out, words, str)
    if said := findings_text(report, words):
        yield said[1]
    if not report.objectives:
        yield "There are no objectives here."
    elif not report.attention:
        yield "Nothing needs attention."


def _counts(objectives: Sequence[ObjectiveReport]) -> str:
    """Return how many objectives are at each pace, and how much is measured."""
    agreed = [objective for objective in objectives if objective.status != "draft"]
    paces = ", ".join(f"{look.symbol} {count} {look.word}" for look, count in pace_counts(agreed))
    parts = [count_text(len(agreed), "objective") + (f": {paces}" if paces else "")]
    parts = [*parts, reporting_text(agreed)] if agreed else []
    drafts = len(objectives) - len(agreed)
    return "; ".join([*parts, *([count_text(drafts, "draft")] if drafts else [])])


def _objectives(report: Report, options: RenderOptions) -> Iterator[ChatLine]:
    for objective in in_order(report.objectives, options.sort or ReportSort.PACE):
        look = pace_look(objective.pace, objective.status)
        facts = [_share(objective, report), look.word, objective.owner]
        yield ChatLine(look, objective.title, ", ".join(filter(None, facts)))


def _share(objective: ObjectiveReport, report: Report) -> str:
    """Return how far *objective* has come; once the cycle is over, its score."""
    if is_scored(report):
        return score_text(objective.score)
    return "" if objective.progress is None else percent_text(objective.progress)


def _ending(report: Report) -> Iterator[ChatLine]:
    if report.summary and report.summary.objectives:
        yield from (ChatLine(None, label, text) for label, text in summary_rows(report.summary))


def _attention(item: Sequence[Attention], report: Report) -> ChatLine:
    first = item[0]
    ref = first.ref.removeprefix(f"{report.cycle.id}/")
    text = f"{why_text(item)}, {first.owner or NOBODY}"
    return ChatLine(CONCERNS[first.concern], f"{first.title} ({ref})", text)


def _move(move: RecentMove) -> ChatLine:
    key_result = move.key_result
    return ChatLine(key_result_look(key_result, "active"), key_result.title, _move_text(move))


def _move_text(move: RecentMove) -> str:
    """Return the value before and now; only now where numbers alone say too little."""
    key_result = move.key_result
    now = value_text(key_result, UNICODE)
    if key_result.measured.words is None:
        now = with_unit(now, key_result.unit)
        if move.before is not None:
            return f"{short_number(move.before)} {UNICODE.arrow} {now}"
    return now if move.before is not None else f"{now}, for the first time"
