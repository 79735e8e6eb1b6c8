import re
from datetime import date

import pytest

from okrcli.compute.seal import fits, seal_of
from okrcli.model.changes.approval import Approval
from tests.checks.workspaces import loaded

DAY = date(2026, 9, 28)
CX = "objectives/2026-Q4/cx.yaml"
TEXT = """\
title: A
ambition: committed
key_results:
  - {id: nps, title: A, type: metric, kpi: score, baseline: 40, target: 60}
  - {id: open, title: Open in Lima, type: binary}
  - id: ship
    title: A
    type: milestones
    steps: [{id: pilot, title: A, due: 2026-10-31}, {id: all, title: A}]
"""
FILES = {CX: TEXT, "kpis/score.yaml": "title: A\n"}


def seal(text: str = TEXT, *, day: date = DAY, **others: str) -> str:
    plan = loaded({**FILES, CX: text, **others})
    return seal_of(plan, plan.objectives_by_ref["2026-Q4/cx"], day)


def test_seal_is_versioned_and_the_same_for_the_same_goalposts() -> None:
    assert re.fullmatch(r"1:[0-9a-f]{64}", seal())
    for free in (
        TEXT.replace("id: nps, title: A", "id: nps, title: B, owner: ana, cadence: daily"),
        TEXT.replace("baseline: 40", "baseline: 40.0, weight: 1"),
        TEXT.replace("title: A\nambition", "title: B\nteam: support\nambition"),
    ):
        assert free != TEXT
        assert seal(free) == seal()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("target: 60", "target: 50"),
        ("committed", "aspirational"),
        ("Open in Lima", "Look for a shop"),
        ("2026-10-31", "2026-11-30"),
        (", {id: all, title: A}", ""),
        ("  - {id: open, title: Open in Lima, type: binary}\n", ""),
    ],
)
def test_another_goalpost_has_another_seal(was: str, now: str) -> None:
    assert seal(TEXT.replace(was, now)) != seal()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            "target: 60",
            "target: 50, amendments: [{date: 2026-11-02, field: target, was: 60, now: 50, why: w}]",
        ),
        ("id: open,", "id: open, dropped: {date: 2026-11-02, why: w},"),
        ("{id: all,", "{id: more, title: A, added: 2026-11-02}, {id: all,"),
        ("{id: all,", "{id: all, dropped: {date: 2026-11-02, why: w},"),
        ("  - id: ship", "  - {id: new, title: A, type: binary, added: 2026-11-02}\n  - id: ship"),
        ("id: nps,", "id: promoters, formerly: [nps],"),
    ],
)
def test_what_changed_openly_since_then_is_undone(was: str, now: str) -> None:
    later = TEXT.replace(was, now)

    assert later != TEXT
    assert seal(later) == seal()
    assert seal(later, day=date(2026, 11, 30)) != seal() or "formerly" in now


def test_moved_key_result_and_renamed_kpi_are_what_they_were() -> None:
    line = next(line for line in TEXT.splitlines(keepends=True) if "id: open" in line)
    moved = line.replace("id: open,", "id: open, formerly: [{ref: cx/open, until: 2026-11-02}],")
    speed = {"objectives/2026-Q4/speed.yaml": f"title: A\nkey_results:\n{moved}"}
    renamed = {"kpis/nps.yaml": "title: A\nformerly: [score]\n"}

    assert seal(TEXT.replace(line, ""), day=DAY, **speed) == seal()
    plan = loaded({CX: TEXT.replace("kpi: score", "kpi: nps"), **renamed})
    assert seal_of(plan, plan.objectives[0], DAY) == seal()


def test_approval_fits_what_it_sealed_before_or_after_the_other_changes_of_its_day() -> None:
    amended = TEXT.replace(
        "target: 60",
        "target: 50, amendments: [{date: 2026-09-28, field: target, was: 60, now: 50, why: w}]",
    )
    plan = loaded({**FILES, CX: amended})
    [objective] = plan.objectives

    def approved(sealed: str | None) -> bool:
        return fits(plan, objective, Approval(who="ana", date=DAY, seal=sealed))

    assert approved(seal())
    assert approved(seal(amended))
    assert approved(None)
    assert approved("2:" + "0" * 64)
    assert not approved("1:" + "0" * 64)


@pytest.mark.parametrize(("written", "other"), [("60", "60.00"), ("0.5", "0.50")])
def test_number_is_the_same_however_it_is_written(written: str, other: str) -> None:
    first, second = (TEXT.replace("target: 60", f"target: {text}") for text in (written, other))

    assert seal(first) == seal(second)


def test_digits_that_no_float_holds_count() -> None:
    long = "0.1234567890123456789"
    first, second = (TEXT.replace("target: 60", f"target: {long}{end}") for end in "12")

    assert seal(first) != seal(second)


def test_key_result_of_the_day_of_the_approval_may_be_amended_on_it() -> None:
    stated = TEXT.replace("target: 60", f"target: 60, added: {DAY}")
    amended = stated.replace(
        "target: 60",
        f"target: 50, amendments: [{{date: {DAY}, field: target, was: 60, now: 50, why: w}}]",
    )
    plan = loaded({**FILES, CX: amended})
    approval = Approval(who="ana", date=DAY, seal=seal(stated))
    assert fits(plan, plan.objectives[0], approval)
