"""The law of questions: the answer is the same from the files that it needs as from all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import event, given, settings
from hypothesis import strategies as st

from okrcli.actions import names
from okrcli.actions.amend.agreed import agreed_named, question_about
from okrcli.actions.amend.amendments import amend_all
from okrcli.actions.amend.endings import cancel, drop
from okrcli.actions.amend.moves import Reason
from okrcli.actions.change import Change
from okrcli.actions.checkin.check_in import items_of_values
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.drafts import drafts_among
from okrcli.actions.checkin.last_values import unsettled_values
from okrcli.actions.checkin.late import late_among
from okrcli.actions.checkin.plausibility import doubts_about
from okrcli.actions.checkin.targets import target_named
from okrcli.actions.kpi.record import TypedReading, is_record_settled, record_reading
from okrcli.actions.references import subject_named
from okrcli.actions.refused import refused_on
from okrcli.actions.show import sheet_of
from okrcli.actions.workspace import Question, Workspace, open_workspace
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.errors import OkrError
from okrcli.model.key_results import Milestones
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.render.drawing.style import glyphs
from okrcli.render.options import RenderOptions
from okrcli.render.readings.recorded import recorded_lines
from okrcli.render.show import SHOW_FORMATS
from okrcli.storage.partial import newest
from okrcli.storage.partial.partial_plan import load_definitions_with
from okrcli.storage.workspace import load_plan, plan_of
from tests.actions.question_workspaces import Files, questions, questions_of_related
from tests.actions.series_workspaces import series_workspaces, sum_workspaces

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)

Answer = Callable[[Workspace], object]


def _said(answer: Answer, workspace: Workspace) -> object:
    """Return what *answer* says, or the error that it raises."""
    try:
        return answer(workspace)
    except OkrError as error:
        return type(error), error.lines, error.hints


def _write(root: Path, files: Files) -> None:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _require_same(files: Files, question: Question, answer: Answer) -> None:
    """Require that *answer* is the same with what *question* needs as with everything."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, files)
        whole = open_workspace(root, TODAY)
        part = open_workspace(root, TODAY, question=question)
        assert _said(answer, part) == _said(answer, whole)
    assert {*part.plan.findings} <= {*whole.plan.findings}
    assert part.plan.settings == whole.plan.settings
    assert bool(part.plan.objectives) == bool(whole.plan.objectives)


def _subject(plan: Plan, ref: str) -> object:
    cycle = plan.report_cycle(TODAY)
    return subject_named(plan, ref, cycle.id if cycle else None)


@settings(max_examples=100)
@given(questions())
def test_show_is_the_same(drawn: tuple[Files, list[str]]) -> None:
    files, [ref] = drawn

    def show(workspace: Workspace) -> object:
        plan = workspace.plan
        cycle = plan.report_cycle(TODAY)
        subject = subject_named(plan, ref, cycle.id if cycle else None)
        sheet = sheet_of(plan, subject, TODAY)
        return sheet.refused, [
            render(sheet, RenderOptions(COMMAND_LINE, width=100))
            for render in SHOW_FORMATS.values()
        ]

    _require_same(files, Question([ref], lambda plan: _subject(plan, ref)), show)


@settings(max_examples=100)
@given(
    questions(most=2, about="values"),
    st.sampled_from(["47", "47 %"]),
    st.sampled_from(["", "", "7"]),
)
def test_checking_in_is_the_same(
    drawn: tuple[Files, list[str]], value: str, confidence: str
) -> None:
    files, refs = drawn

    def find(plan: Plan) -> object:
        context = CheckinContext(plan, TODAY, TODAY)
        return [target_named(context, ref) for ref in refs]

    def check_in(workspace: Workspace) -> object:
        plan = workspace.plan
        context = CheckinContext(plan, TODAY, TODAY)
        pairs = [(ref, value) for ref in refs]
        items = items_of_values(context, pairs, confidence, "Good")
        return (
            items,
            doubts_about(context, items, "x"),
            drafts_among(plan, items),
            late_among(plan, items, TODAY),
        )

    _require_same(files, Question(refs, find), check_in)


@given(questions(about="kpis"), st.sampled_from(["", "", "x"]))
def test_recording_a_reading_is_the_same(drawn: tuple[Files, list[str]], segment: str) -> None:
    files, [ref] = drawn

    def record(workspace: Workspace) -> object:
        typed = TypedReading(ref, "47", TODAY, segment)
        _, recorded = record_reading(workspace, typed, by="ana", recorded=NOW)
        return recorded.kpi, recorded.text, recorded.before, recorded.report

    _require_same(files, Question([ref], lambda plan: plan.kpi(ref)), record)


_PAST = [TODAY, TODAY, TODAY, date(2026, 11, 10), date(2026, 10, 12)]
_TYPED = ["47", "47", "-5", "0", "3000"]


def _require_same_of_newest(files: Files, question: Question, answer: Answer) -> date | None:
    """Require the same where the newest check-ins come first; return since when they were read."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, files)
        whole = open_workspace(root, TODAY)
        with patch.object(newest, "FEWEST", 1):
            part = open_workspace(root, TODAY, question=question)
        assert _said(answer, part) == _said(answer, whole)
    if part.extent is None:
        return None
    as_read = part.extent.restrict(whole.plan)
    assert refused_on(part.plan, TODAY) == refused_on(as_read, TODAY)
    assert {*part.plan.findings} <= {*whole.plan.findings}
    return part.extent.since


@settings(max_examples=200)
@given(
    series_workspaces(),
    st.sampled_from([["a/k"], ["a/l"], ["n"], ["a/k", "a/l"], ["k"], ["a/m"]]),
    st.sampled_from(_TYPED),
    st.sampled_from(_PAST),
)
def test_checking_in_after_many_values_is_the_same(
    files: Files, refs: list[str], value: str, day: date
) -> None:
    values = [(ref, value) for ref in refs]

    def context_of(plan: Plan) -> CheckinContext:
        return CheckinContext(plan, day, TODAY)

    def unsettled(plan: Plan, since: date) -> Sequence[str]:
        return unsettled_values(context_of(plan), values, since)

    def check_in(workspace: Workspace) -> object:
        plan, context = workspace.plan, context_of(workspace.plan)
        items = items_of_values(context, values)
        late = late_among(plan, items, day)
        return items, doubts_about(context, items, "x"), drafts_among(plan, items), late

    def find(plan: Plan) -> object:
        return [target_named(context_of(plan), ref) for ref in refs]

    since = _require_same_of_newest(files, Question(refs, find, unsettled=unsettled), check_in)
    event(f"settled: {since is not None}")


@settings(max_examples=200)
@given(
    st.one_of(series_workspaces(), sum_workspaces()),
    st.sampled_from(["n", "n", "n", "old_n", "other"]),
    st.sampled_from(_TYPED),
    st.sampled_from(["", "", "x", "y"]),
    st.sampled_from(_PAST),
)
def test_recording_a_reading_after_many_is_the_same(
    files: Files, kpi: str, value: str, segment: str, day: date
) -> None:
    typed = TypedReading(kpi, value, day, segment)

    def unsettled(plan: Plan, since: date) -> Sequence[str]:
        return [] if is_record_settled(plan, TODAY, typed, since) else [kpi]

    def record(workspace: Workspace) -> object:
        change, recorded = record_reading(workspace, typed, by="ana", recorded=NOW)
        lines = [*recorded_lines(replace(recorded, path=""), glyphs(ascii_only=True))]
        return lines, recorded.doubt and recorded.doubt.reason, change.lines

    question = Question([kpi], lambda plan: plan.kpi(kpi), unsettled=unsettled)
    since = _require_same_of_newest(files, question, record)
    event(f"settled: {since is not None}")


_DAYS = [TODAY, TODAY, date(2026, 11, 19), date(2026, 11, 1)]
_OF_KEY_RESULTS: list[dict[str, str]] = [
    {},
    {"target": "70"},
    {"baseline": "20"},
    {"due": "2026-11-10"},
    {"weight": "3"},
    {"unit": "min"},
    *({"kpi": kpi} for kpi in ("n", "growth", "m_n", "none", "nobody")),
]
_OF_KPIS = [
    {"unit": "min"},
    {"unit": "min", "factor": "1/60"},
    {"unit": "min", "factor": "2"},
    {"target": "70"},
    {"baseline": "20"},
    {"bounds": "20..50"},
    {"segments": "x"},
    {"direction": "down"},
    *({"formula": formula} for formula in ("n + growth", "2 * k", "none", "nobody / n")),
]
_OF_OBJECTIVES: list[dict[str, str]] = [
    {},
    {"progress_from": "key_results"},
    {"progress_from": "children"},
    {"ambition": "aspirational"},
]


def _fitting(files: Files, ref: str) -> list[dict[str, str]]:
    """Return what can be amended of what *ref* names; an empty mapping is its end."""
    try:
        subject = _subject(plan_of(files), ref)
    except OkrError:
        return _OF_KEY_RESULTS
    if isinstance(subject, tuple):
        of_step = {"step": "step"}
        has_steps = isinstance(subject[1], Milestones)
        return [{}, of_step, {**of_step, "weight": "3"}] if has_steps else _OF_KEY_RESULTS
    return _OF_KPIS if isinstance(subject, Kpi) else _OF_OBJECTIVES


@settings(max_examples=200)
@given(st.one_of(questions_of_related(), questions()), st.sampled_from(_DAYS), st.data())
def test_amending_is_the_same(
    drawn: tuple[Files, list[str]], day: date, data: st.DataObject
) -> None:
    files, [ref] = drawn
    texts = {**data.draw(st.sampled_from(_fitting(files, ref)))}
    factor, step = texts.pop("factor", ""), texts.pop("step", None)

    def amend(workspace: Workspace) -> object:
        agreed, reason = agreed_named(workspace, ref, step), Reason(day, "Less time")
        if not texts:
            end = cancel if isinstance(agreed.record, Objective) else drop
            return _written(end(workspace, agreed, reason))
        result = amend_all(workspace, agreed, texts, reason, factor=factor, name_of=str)
        return _written(result.change), result.remarks, result.findings

    _require_same(files, question_about(ref, texts, TODAY), amend)


def _written(change: Change) -> object:
    """Return *change* without the folder, which is another one on each run."""
    return [write.content for write in change.writes], change.paths, change.message, change.lines


_OFFERED = [
    names.key_results_of,
    names.objectives_of,
    names.kpis_of,
    names.segments_of,
    names.owners_of,
    names.cycles_of,
    names.open_improvements_of,
]


@given(questions(), st.integers(0, 12))
def test_what_is_offered_for_the_beginning_of_a_name_is_the_same(
    drawn: tuple[Files, list[str]], length: int
) -> None:
    files, [ref] = drawn
    beginning = ref[:length]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, files)
        plans = load_definitions_with(root, beginning), load_plan(root)
    for ids in _OFFERED:
        part, whole = ({name for name in ids(plan) if name.startswith(beginning)} for plan in plans)
        assert part == whole
