"""The law of what is due: it is the same by the newest check-ins as by all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import event, given, settings
from hypothesis import strategies as st

from okrcli.actions.checkin.asked import question_of_prompts, question_of_walk
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.plausibility import doubt_about
from okrcli.actions.checkin.questions import Question as Prompt
from okrcli.actions.checkin.questions import questions_due, questions_named
from okrcli.actions.checkin.walk import Walk
from okrcli.actions.refused import refused_on
from okrcli.actions.reminders.last_values import question_of_reminders
from okrcli.actions.reminders.remind import reminders_on
from okrcli.actions.selection import Selection
from okrcli.actions.workspace import Question, Workspace, open_workspace
from okrcli.cli.checkin.screen import explanation_of, prompt_of, screen_of
from okrcli.compute.reports.checkin_due import key_results_of
from okrcli.errors import OkrError
from okrcli.render.text.refused import refused_facts
from okrcli.storage.partial import mentions, newest, partial_plan
from tests.actions.due_workspaces import due_workspaces, weekly_workspaces
from tests.actions.question_workspaces import Files
from tests.actions.series_workspaces import series_workspaces, sum_workspaces

TODAY = date(2026, 11, 20)
_DAYS = st.sampled_from([TODAY, TODAY, date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 30)])
_PAST = st.sampled_from([TODAY, TODAY, TODAY, date(2026, 11, 10)])
_SELECTIONS = [Selection(), Selection(), Selection(owner="ana"), Selection(team="red")]


@contextmanager
def _opened(files: Files, question: Question, today: date) -> Iterator[tuple[Workspace, Workspace]]:
    """Yield the workspace of *files* with everything, and with what *question* needs."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        few = patch.multiple(partial_plan, FEWEST_OF_ALL=1, _THINGS_EACH=1000)
        with few, patch.object(newest, "FEWEST", 1), patch.object(mentions, "_FEW", 3):
            yield open_workspace(root, today), open_workspace(root, today, question=question)


def _require_same_errors(whole: Workspace, part: Workspace) -> None:
    """Require that what is told of errors is the same, as far as all is known about them."""
    assert {*part.plan.findings} <= {*whole.plan.findings}
    if part.extent is not None:
        plans = part.plan, part.extent.restrict(whole.plan)
        told = [refused_facts(refused_on(plan, part.today)) for plan in plans]
        assert told[0] == told[1]


@settings(max_examples=200)
@given(
    st.one_of(
        due_workspaces(),
        weekly_workspaces(),
        weekly_workspaces(),
        series_workspaces(),
        sum_workspaces(),
    ),
    _DAYS,
    st.sampled_from(_SELECTIONS),
    st.sampled_from([0, 0, 5, 40]),
)
def test_what_is_due_is_the_same(
    files: Files, day: date, selection: Selection, within: int
) -> None:
    question = question_of_reminders(day, selection, within=within)
    with _opened(files, question, day) as (whole, part):
        dues: list[object] = []
        for workspace in (whole, part):
            try:
                found = reminders_on(workspace.plan, day, selection, within=within)
                dues.append((found.dues, found.workspace, found.names))
            except OkrError as error:  # there is no such team
                dues.append(error.lines)
        assert dues[0] == dues[1]
        _require_same_errors(whole, part)
        event(f"all files are read: {len(part.plan.checkins) == len(whole.plan.checkins)}")


_TYPED = ["47", "-5", "500", "=", "", "; 5", "yes", "step", "47; 7; well"]


def _prompts_of(
    workspace: Workspace, question: Question, day: date, ref: str | None
) -> Iterator[object]:
    """Yield what is shown where *ref* is prompted for, else what is due for Ana."""
    context = CheckinContext(
        workspace.plan,
        day,
        TODAY,
        since=workspace.extent.since if workspace.extent else None,
        reload=lambda: open_workspace(workspace.root, TODAY, question=question.for_all_days).plan,
    )
    yield [cycle.id for cycle in context.cycles]
    if ref is None:
        for cycle in context.cycles:
            yield from (
                (due.ref, due.checkin.next_checkin)
                for due in key_results_of(cycle, context.snapshot)
                if due.owner == "ana"
            )
    try:
        prompts = questions_named(context, ref) if ref else questions_due(context, "ana")
    except OkrError as error:
        yield error.lines
        return
    walk = Walk(context, prompts)
    for place, prompt in enumerate(prompts):
        yield _shown(walk.at(place), prompt)
        for text in _TYPED:
            try:
                item = walk.at(place).with_answer(text).answers[place].item
            except (OkrError, KeyError) as error:  # nothing is answered where there is none
                yield str(error)
            else:
                doubt = doubt_about(context, item)
                yield item, item.full_summary, doubt and doubt.reason


def _shown(walk: Walk, prompt: Prompt) -> object:
    return prompt.title, prompt.why, [*screen_of(walk)], prompt_of(walk), [*explanation_of(walk)]


def _require_same_prompts(files: Files, question: Question, day: date, ref: str | None) -> None:
    with _opened(files, question, TODAY) as (whole, part):
        shown = [[*_prompts_of(opened, question, day, ref)] for opened in (whole, part)]
        assert shown[0] == shown[1]
        _require_same_errors(whole, part)
        since = part.extent.since if part.extent else None
        event(f"settled: {since is not None}, something: {len(shown[0]) > 1}")


@settings(max_examples=200)
@given(
    st.one_of(
        due_workspaces(), weekly_workspaces(has_steps=False), weekly_workspaces(has_steps=False)
    ),
    _PAST,
)
def test_what_is_prompted_for_is_the_same(files: Files, day: date) -> None:
    _require_same_prompts(files, question_of_walk("ana", day, TODAY), day, None)


@settings(max_examples=200)
@given(
    st.one_of(due_workspaces(), weekly_workspaces(), series_workspaces()),
    _PAST,
    st.sampled_from(["a/k", "a/l", "a", "n", "k", "sum", "c"]),
)
def test_what_is_prompted_for_by_name_is_the_same(files: Files, day: date, ref: str) -> None:
    _require_same_prompts(files, question_of_prompts(ref, day, TODAY), day, ref)
