"""Since when what was agreed binds, and what is over."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.amend.agreed import agreed_named, question_about
from okrcli.errors import OkrError, UnknownReferenceError, UsageError
from tests.actions.amend.spaces import DAY, PATH, a_space
from tests.cli.workspaces import FILES, OBJECTIVE

CANCELLED = "status: cancelled\ncancelled: {date: 2026-11-10, why: no market}\n"
CLOSED = "status: closed\nclosing: {date: 2026-11-12, computed: 0.5}\n"
LATE = "approved_by:\n  - {who: pavel, date: 2026-11-03}\n"
EARLY = "approved_by:\n  - {who: pavel, date: 2026-09-28}\n"
FORMULA = "title: Both\ndirection: up\nformula: nps + csat\n"


@pytest.mark.parametrize(
    ("changed", "ref", "since"),
    [
        ({}, "cx-leader", date(2026, 10, 1)),
        ({}, "cx-leader/nps", date(2026, 10, 1)),
        ({}, PATH, date(2026, 10, 1)),
        ({PATH: OBJECTIVE.replace(EARLY, LATE)}, "cx-leader/nps", date(2026, 11, 3)),
        ({PATH: f"{OBJECTIVE}added: 2026-11-05\n"}, "cx-leader/nps", date(2026, 11, 6)),
        ({PATH: f"{OBJECTIVE}status: draft\n"}, "cx-leader/nps", None),
        ({}, "nps", date(2026, 11, 7)),
        ({"kpis/both.yaml": FORMULA}, "both", date(2026, 11, 7)),
        ({"kpis/both.yaml": FORMULA.replace("csat", "unread")}, "both", None),
        ({"kpis/unread.yaml": FILES["kpis/nps.yaml"]}, "unread", None),
    ],
)
def test_binds_since(tmp_path: Path, changed: dict[str, str], ref: str, since: date | None) -> None:
    assert agreed_named(a_space(tmp_path, {**FILES, **changed}), ref).since == since


def test_what_comes_later_binds_from_the_day_after(tmp_path: Path) -> None:
    steps = OBJECTIVE.replace("due: 2026-12-15}", "due: 2026-12-15, added: 2026-11-19}")
    space = a_space(tmp_path, {**FILES, PATH: steps})
    assert agreed_named(space, "cx-leader/training", "everyone").since == date(2026, 11, 20)
    assert agreed_named(space, "cx-leader/training", "1").since == date(2026, 10, 1)


def test_what_a_file_leaves_out_is_known(tmp_path: Path) -> None:
    space = a_space(tmp_path, FILES)
    hours = agreed_named(space, "cx-leader/hours")
    assert hours.value_of(hours.stated_value("due"), "due") == date(2026, 12, 31)
    assert hours.value_of(hours.stated_value("weight"), "weight") == 1
    step = agreed_named(space, "cx-leader/training", "pilot")
    assert (step.value_of(None, "due"), step.names) == (date(2026, 12, 31), ("weight", "due"))


@pytest.mark.parametrize(
    ("text", "ref", "step", "message"),
    [
        (f"{OBJECTIVE}{CANCELLED}", "cx-leader", None, "is cancelled since 2026-11-10"),
        (f"{OBJECTIVE}{CLOSED}", "cx-leader/nps", None, "is closed since 2026-11-12"),
        (OBJECTIVE.replace("target: 12", "target: 12\n    dropped: {date: 2026-11-02, why: gone}"),
         "cx-leader/hours", None, "hours has been dropped since 2026-11-02: gone"),
        (OBJECTIVE.replace("10-31}", "10-31, dropped: {date: 2026-11-02, why: gone}}"),
         "cx-leader/training", "pilot", "The step pilot of .* has been dropped"),
        (OBJECTIVE, "cx-leader/nps", "pilot", "has no steps"),
        (OBJECTIVE, "nps", "pilot", "nps has no steps"),
        (OBJECTIVE, "cx-leader/training", "pilto", "has no step 'pilto'; it has: pilot, everyone"),
        (OBJECTIVE, "cx-leader/npx", None, "There is no 'cx-leader/npx'"),
    ],
)  # fmt: skip
def test_what_is_over_or_not_there_is_refused(
    tmp_path: Path, text: str, ref: str, step: str | None, message: str
) -> None:
    space = a_space(tmp_path, {**FILES, PATH: text})
    with pytest.raises(OkrError, match=message):
        agreed_named(space, ref, step)


def test_kind_is_said_with_its_article(tmp_path: Path) -> None:
    space = a_space(tmp_path, FILES)
    said = [agreed_named(space, ref).kind_with_article for ref in ("cx-leader", "nps")]
    assert said == ["an objective", "a KPI"]
    with pytest.raises(UsageError, match="no steps"):
        agreed_named(space, "cx-leader", "pilot")


def test_question_is_also_about_the_kpis_that_are_to_come(tmp_path: Path) -> None:
    plan = a_space(tmp_path, FILES).plan
    question = question_about("cx-leader/nps", {"kpi": "churn", "formula": "none"}, DAY)
    assert question.refs == ["cx-leader/nps", "churn"]
    with pytest.raises(UnknownReferenceError, match="churn"):
        question.find(plan)
    assert question_about("mrr", {"formula": "arr / 12"}, DAY).refs == ["mrr", "arr"]
