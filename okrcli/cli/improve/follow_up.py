"""`okr improve follow-up`: what has happened since, and which actions are done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.identity import own_id
from okrcli.actions.records import parse_record
from okrcli.actions.saving import Saving, new_file
from okrcli.cli.completion import complete_improvement, complete_owner
from okrcli.cli.improve.plans import action_named, day_in, plan_meant, with_done
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.prompts import ask_until, required
from okrcli.cli.saving import NoCommitOption, PushOption, Saver, open_saver, require_commit
from okrcli.cli.workspace import writable_plan
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report_builder import standing_on
from okrcli.errors import UsageError
from okrcli.history.message import build_message
from okrcli.model.checkin import CheckIn, FollowUp
from okrcli.model.improvement import Improvement
from okrcli.model.plan import Plan
from okrcli.render.text.improving import improving_text
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.writing import checkin_bytes


@invoked
def improve_follow_up(
    invocation: Invocation,
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="PLAN|KPI",
            help="The plan, or the KPI that has only one.",
            autocompletion=complete_improvement,
        ),
    ] = None,
    note: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="What has happened since.")
    ] = None,
    done: Annotated[
        list[str] | None,
        typer.Option(metavar="N|TITLE", help="An action that is done; may be repeated."),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who says it.", autocompletion=complete_owner),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Of what has happened.")
    ] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Record what has happened on an improvement plan, as a check-in and one commit.

    At a terminal it asks for what is left out.
    """
    require_commit(push=push, no_commit=no_commit)
    plan = writable_plan(invocation)
    improvement = plan_meant(invocation, plan, name)
    news = _News(
        improvement=improvement,
        day=day_in(improvement, day, invocation.today),
        by=own_id(invocation.root(), plan.settings, by, commit=not no_commit),
        note=note or "",
        done=_places(improvement, done or ()),
    )
    saver = open_saver(invocation.root(), commit=not no_commit, push=push)
    _record(invocation, plan, _complete(invocation, news, saver), saver)


@dataclass(frozen=True, slots=True)
class _News:
    """What has happened; *done* are the places of the actions that are done now."""

    improvement: Improvement
    day: date
    by: str
    note: str
    done: tuple[int, ...]

    @property
    def titles(self) -> list[str]:
        """The titles of the actions that are done now."""
        return [self.improvement.actions[place].title for place in self.done]

    def checkin(self, invocation: Invocation) -> CheckIn:
        """Return the check-in that says it."""
        entry = parse_record(FollowUp, {"improvement": self.improvement.id, "note": self.note})
        session = CheckinHeader(self.day, self.by).checkin((), invocation.now())
        return session.model_copy(update={"followups": (entry,)})

    @property
    def message(self) -> list[str]:
        """What the commit does it to: the plan, and how many of its actions are done."""
        actions = self.improvement.actions
        done = {place for place, each in enumerate(actions) if each.status == "done"}
        count = [f"{len(done | set(self.done))}/{len(actions)} done"] if self.done else []
        return [self.improvement.id, *count]


def _places(improvement: Improvement, texts: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the actions that *texts* name and that are not done yet."""
    named = dict.fromkeys(action_named(improvement, text) for text in texts)
    for place in named:
        if improvement.actions[place].status == "done":
            remark(f"'{improvement.actions[place].title}' is done already.")
    return tuple(place for place in named if improvement.actions[place].status != "done")


def _complete(invocation: Invocation, news: _News, saver: Saver) -> _News:
    """Return *news* with a note: what is answered, or at least what is done."""
    if news.note:
        return news
    if invocation.interactive:
        saver.require_ready()
        return _asked(news)
    if not news.done:
        raise UsageError(
            "There is nothing to record, and nobody to ask.",
            f'Write: okr improve follow-up {news.improvement.id} "what has happened".',
        )
    return replace(news, note=f"Done: {'; '.join(news.titles)}")


def _asked(news: _News) -> _News:
    """Ask what has happened, and which actions are done where that was not said."""
    improvement = news.improvement
    for number, action in enumerate(improvement.actions, 1):
        remark(f"  {number} [{action.status}] {action.title} ({action.owner}, {action.due})")
    note = ask_until("What has happened since?", required)
    open_ = [each for each in improvement.actions if each.status not in {"done", "cancelled"}]
    if news.done or not open_:
        return replace(news, note=note)
    question = "Actions done since, by number [Enter: none]"
    done = ask_until(question, lambda text: _places(improvement, text.replace(",", " ").split()))
    return replace(news, note=note, done=done)


def _record(invocation: Invocation, plan: Plan, news: _News, saver: Saver) -> None:
    """Write the check-in and the actions that are done, as one commit."""
    checkin = news.checkin(invocation)
    writes = [new_file(saver.saving.root, checkin.path, checkin_bytes(checkin))]
    if news.done:
        writes.append(_actions_done(saver.saving, news))
    trailers = [("OKR-Checkin", checkin.id), ("OKR-Improvement", news.improvement.id)]
    message = build_message("Follow up", news.message, [news.note], trailers)
    lines = [f"Recorded in {checkin.path}.", *(f"  done: {title}" for title in news.titles)]
    saver.save(Change(tuple(writes), message), [*lines, _standing_text(plan, news)])


def _actions_done(saving: Saving, news: _News) -> Write:
    target = inside(saving.root, news.improvement.path)
    before = target.read_bytes()
    return Write(target, with_done(news.improvement, before, news.done), expected=before)


def _standing_text(plan: Plan, news: _News) -> str:
    """Return how the plan stands with what is done now."""
    actions = tuple(
        each.model_copy(update={"status": "done"}) if place in news.done else each
        for place, each in enumerate(news.improvement.actions)
    )
    improvement = news.improvement.model_copy(update={"actions": actions})
    report = improvement_report(improvement, plan, standing_on(plan, news.day))
    followed_up = replace(report, follow_up_due=None)
    kpi = plan.kpis_by_id.get(improvement.kpi)
    text = improving_text(followed_up, kpi.unit if kpi else None, news.day)
    return f"{improvement.kpi}: {text}."
