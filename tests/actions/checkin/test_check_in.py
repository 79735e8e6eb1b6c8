from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from okrcli.actions.checkin.check_in import check_in, check_in_values, items_of_values
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.workspace import Workspace
from okrcli.errors import OkrError, UsageError
from okrcli.model.checkin import Kudos
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_entry, an_objective

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 12, 44, tzinfo=UTC)
PLAN = a_plan(
    an_objective(a_key_result(kpi="nps"), a_key_result(24, 12, id="hours", unit="h")),
    a_kpi(unit="points"),
    a_checkin("2026-11-13", a_reading(44), an_entry(20, "2026-Q4/cx-leader/hours", confidence=7)),
)
CONTEXT = CheckinContext(PLAN, DAY, DAY)


def test_values_become_one_new_file_and_what_is_said_of_it(tmp_path: Path) -> None:
    values = {"cx-leader/nps": "47", "cx-leader/hours": "18 h"}
    workspace = Workspace(tmp_path, PLAN, DAY)
    change = check_in_values(workspace, values, by="ana", recorded=NOW, note="second wave")

    (write,), (path,) = change.writes, change.paths
    assert path.startswith("checkins/2026/11/20/2026-11-20-ana-")
    assert write.path == tmp_path / path
    assert write.content.decode() == (
        "date: 2026-11-20\nby: ana\nrecorded: 2026-11-20T09:12:44Z\nnote: second wave\n"
        "key_results:\n  - {key_result: 2026-Q4/cx-leader/hours, value: 18}\n"
        "readings:\n  - {kpi: nps, value: 47}\n"
    )
    assert change.lines == ("nps 47 points (+3)", "hours 18 h (-2)")
    assert change.message.startswith("Check in: nps 47 (+3), hours 18 (-2)\n\nsecond wave\n\n")


def test_two_check_ins_never_share_a_file(tmp_path: Path) -> None:
    header = CheckinHeader(DAY, "ana", "a quiet week")

    first, second = (check_in(tmp_path, header, [], NOW) for _ in range(2))
    assert first.paths != second.paths


def test_what_cannot_be_recorded_names_what_it_was_typed_for() -> None:
    with pytest.raises(UsageError) as caught:
        items_of_values(CONTEXT, [("cx-leader/hours", "many")])

    assert caught.value.message.startswith('cx-leader/hours: "many" is not a number')


@pytest.mark.parametrize(
    ("ref", "value", "message"),
    [
        ("nps", "", "No value given for nps."),
        ("cx-leader/hours", "", "hours has no value, confidence or note to record."),
    ],
)
def test_message_that_names_the_key_result_or_kpi_has_no_reference_before_it(
    ref: str, value: str, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        items_of_values(CONTEXT, [(ref, value)])

    assert caught.value.message == message


@pytest.mark.parametrize("again", ["cx-leader/nps", "nps"])
def test_nothing_is_given_twice_by_any_name(again: str) -> None:
    with pytest.raises(UsageError, match="nps is given twice"):
        items_of_values(CONTEXT, [("cx-leader/nps", "47"), (again, "48")])


def test_confidence_belongs_to_key_results() -> None:
    with pytest.raises(UsageError, match="confidence belongs to key results"):
        items_of_values(CONTEXT, [("nps", "47")], confidence="7")


def test_note_and_confidence_are_those_of_the_value() -> None:
    (item,) = items_of_values(CONTEXT, [("cx-leader/nps", "47")], "7", "second wave")

    assert item.reading is not None
    assert item.entry is not None
    assert item.reading.value == 47
    assert item.reading.note is None
    assert (item.entry.value, item.entry.confidence, item.entry.note) == (None, 7, "second wave")


def test_check_in_that_nobody_could_read_again_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.actions.checkin.check_in.MAX_BYTES", 100_000)
    kudos = Kudos.model_validate({"to": "pavel", "for": "x" * 10_000})
    check_in(tmp_path, CheckinHeader(DAY, "ana", kudos=(kudos,) * 9), [], NOW)

    with pytest.raises(OkrError, match="too many for one check-in"):
        check_in(tmp_path, CheckinHeader(DAY, "ana", kudos=(kudos,) * 10), [], NOW)


CHURN = a_plan(
    an_objective(
        a_key_result(3, 2, id="churn", unit="%"), a_key_result(40, 60, id="active", kpi="active")
    ),
    a_kpi(id="active", unit="%"),
)


@pytest.mark.parametrize(
    ("ref", "value", "share", "percent"),
    [("cx-leader/churn", "0.025", "0.025", "2.5"), ("cx-leader/active", "0,47", "0.47", "47")],
)
def test_percentage_that_may_be_a_share_is_asked_about(
    ref: str, value: str, share: str, percent: str
) -> None:
    context = CheckinContext(CHURN, DAY, DAY)
    with pytest.raises(UsageError) as caught:
        items_of_values(context, [(ref, value)])

    assert f"'{value}' could be {share} % or, as a share of 1, {percent} %." in caught.value.message
    assert caught.value.hints == (f"Write it with its sign: '{share} %' or '{percent} %'.",)
    assert len(items_of_values(context, [(ref, f"{share} %")])) == 1
    assert len(items_of_values(context, [(ref, percent)])) == 1
