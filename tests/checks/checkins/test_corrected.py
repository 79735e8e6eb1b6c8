from datetime import date

import pytest

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.checks.run import check
from okrcli.model.plan import Plan
from tests.checks.checkins.recorded import a_checkin, files_with
from tests.checks.workspaces import TODAY, found_by, loaded
from tests.refused_entries import HEAD, NEW, WORKSPACE, with_refused


def test_value_that_a_later_checkin_corrects_is_past() -> None:
    wrong = a_checkin("readings:\n  - {kpi: nps, value: 140}\n", "2026-11-20T10:00:00Z")
    right = a_checkin("readings:\n  - {kpi: nps, value: 40}\n", "2026-11-20T10:05:00Z")
    assert found_by("C702", files_with(wrong, right)) == []
    assert found_by("C702", files_with(right, wrong)) == []
    other_segment = right.replace("value", "segment: chat, value").replace("nps", "csat")
    assert len(found_by("C702", files_with(wrong, other_segment))) == 1


def test_step_value_that_a_later_entry_corrects_is_past() -> None:
    wrong = a_checkin("key_results:\n  - {key_result: cx/live, value: 5}\n", "2026-11-20T10:00:00Z")
    right = a_checkin("key_results:\n  - {key_result: cx/live, value: 1}\n", "2026-11-20T10:05:00Z")
    assert found_by("C702", files_with(wrong, right)) == []


def judged(files: dict[str, str], day: date = TODAY) -> Plan:
    return refuse_entries(loaded(files), day)


WRONG = HEAD + "readings:\n  - {kpi: csat, value: 840}\n"


QUOTED = HEAD + 'key_results:\n  - {key_result: cx/csat, value: "84"}\n'


RIGHT = HEAD.replace("T09", "T10") + "readings:\n  - {kpi: csat, value: 84}\n"


@pytest.mark.parametrize("wrong", [WRONG, QUOTED])
@pytest.mark.parametrize(
    ("right", "is_calm"),
    [
        (RIGHT, True),
        (
            RIGHT.replace("readings", "key_results").replace("kpi: csat", "key_result: cx/csat"),
            True,
        ),
        (RIGHT.replace("T10", "T08"), False),
        (RIGHT.replace("84", "841"), False),
        (RIGHT.replace("value", "segment: chat, value"), False),
        (RIGHT.replace("value", "date: 2026-11-19, value"), False),
    ],
)
def test_bad_value_that_a_later_valid_entry_corrects_is_past(
    wrong: str, right: str, *, is_calm: bool
) -> None:
    plan = judged({**WORKSPACE, NEW: wrong, NEW.replace("00002", "00003"): right})

    found = [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert (found == []) is is_calm
    (refused, *_) = [each for each in plan.refused if each.path == NEW]
    assert refused.corrected is is_calm


@pytest.mark.parametrize(
    ("values", "is_calm"), [(["840", "84"], True), (["84", "840"], False), (["84,0", "84"], False)]
)
def test_order_in_one_file_decides_which_entry_corrects(
    values: list[str], *, is_calm: bool
) -> None:
    lines = "".join(f"  - {{kpi: csat, value: {value}}}\n" for value in ["1,5", *values])
    plan = judged(with_refused(f"readings:\n{lines}"))

    assert len([each for each in plan.refused if not each.corrected]) == (1 if is_calm else 2)
