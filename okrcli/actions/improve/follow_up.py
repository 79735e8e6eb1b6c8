"""Records what has happened on an improvement plan, and which of its actions are done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from okrcli.actions.change import Change
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.improve.plans import action_named, with_done
from okrcli.actions.records import parse_record
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report import ImprovementReport
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.checkin import CheckIn, FollowUp
from okrcli.model.improvement import Improvement
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.writing import checkin_bytes


@frozen_dataclass
class FollowUpDraft:
    """What has happened on a plan since the last follow-up.

    Attributes:
        done: The indices of the actions that are done now.
    """

    improvement: Improvement
    day: date
    note: str = ""
    done: tuple[int, ...] = ()

    @property
    def titles(self) -> list[str]:
        """The titles of the actions that are done now."""
        return [self.improvement.actions[place].title for place in self.done]

    @property
    def with_note(self) -> "FollowUpDraft":
        """The draft with a note that says at least what is done."""
        return self if self.note else replace(self, note=f"Done: {'; '.join(self.titles)}")

    @property
    def improvement_after(self) -> Improvement:
        """The plan with what is done now."""
        actions = tuple(
            action.model_copy(update={"status": "done"}) if place in self.done else action
            for place, action in enumerate(self.improvement.actions)
        )
        return self.improvement.model_copy(update={"actions": actions})


def done_places(
    improvement: Improvement, texts: Iterable[str]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the places of the actions that *texts* name, and the titles of those done before.

    Raises:
        UnknownReferenceError: A text names no action, or several.
    """
    named = dict.fromkeys(action_named(improvement, text) for text in texts)
    done = {place for place in named if improvement.actions[place].status == "done"}
    titles = tuple(improvement.actions[place].title for place in named if place in done)
    return tuple(place for place in named if place not in done), titles


def follow_up(
    workspace: Workspace, draft: FollowUpDraft, *, by: str, recorded: datetime
) -> tuple[Change, ImprovementReport]:
    """Return the follow-up as a check-in, with the actions done in the plan's file.

    The report is that of the plan with it, on its day.

    Raises:
        OkrError: The plan's file was changed since it was loaded.
    """
    checkin = _checkin(draft, by, recorded)
    writes = [new_file(workspace.root, checkin.path, checkin_bytes(checkin))]
    if draft.done:
        writes.append(_actions_done(workspace, draft))
    trailers = [("OKR-Checkin", checkin.id), ("OKR-Improvement", draft.improvement.id)]
    message = build_message("Follow up", _items(draft), [draft.note], trailers)
    change = Change(
        writes=tuple(writes),
        message=message,
        paths=(checkin.path,),
        lines=tuple(f"done: {title}" for title in draft.titles),
    )
    return change, _report(workspace, draft)


def _checkin(draft: FollowUpDraft, by: str, recorded: datetime) -> CheckIn:
    entry = parse_record(FollowUp, {"improvement": draft.improvement.id, "note": draft.note})
    checkin = CheckinHeader(draft.day, by).checkin((), recorded)
    return checkin.model_copy(update={"followups": (entry,)})


def _actions_done(workspace: Workspace, draft: FollowUpDraft) -> Write:
    target = inside(workspace.root, draft.improvement.path)
    before = target.read_bytes()
    return Write(target, with_done(draft.improvement, before, draft.done), expected=before)


def _items(draft: FollowUpDraft) -> list[str]:
    """Return the items of the commit's message: the plan, and how many of its actions are done."""
    actions = draft.improvement_after.actions
    done = sum(action.status == "done" for action in actions)
    return [draft.improvement.id, *([f"{done}/{len(actions)} done"] if draft.done else [])]


def _report(workspace: Workspace, draft: FollowUpDraft) -> ImprovementReport:
    snapshot = snapshot_on(workspace.plan, draft.day)
    report = improvement_report(draft.improvement_after, workspace.plan, snapshot)
    return replace(report, follow_up_due=None)
