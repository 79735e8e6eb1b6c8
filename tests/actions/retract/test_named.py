"""Which check-in is meant."""

import pytest

from okrcli.actions.retract.named import (
    checkin_name,
    checkin_named,
    recent_checkins,
    require_erased,
)
from okrcli.errors import UnknownReferenceError, UsageError
from okrcli.model.checkin import Retraction
from tests.builders import a_checkin, a_plan, an_entry

FIRST = a_checkin("2026-11-06", an_entry(44), name_end="00000001")
SECOND = a_checkin("2026-11-20", an_entry(47), name_end="00000002")
THEIRS = a_checkin("2026-11-20", an_entry(48), name_end="00000003", by="pavel")
VOID = a_checkin("2026-11-20", name_end="00000004", retracted=[Retraction(checkin=FIRST.id)])
PLAN = a_plan(FIRST, SECOND, THEIRS, VOID)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FIRST.id, FIRST),
        (f"{FIRST.id}.yaml", FIRST),
        (FIRST.path, FIRST),
        (f"./{FIRST.path}", FIRST),
        (FIRST.path.replace("/", "\\"), FIRST),
        ("2026-11-06", FIRST),
        ("2026-11-20-p", THEIRS),
        ("2026-11-20-ana", SECOND),
        (VOID.id, VOID),
    ],
)
def test_name_its_beginning_or_the_path_is_enough(text: str, found: object) -> None:
    assert checkin_named(PLAN, text) is found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-11-20", "'2026-11-20' fits 2 check-ins: 2026-11-20-ana-00000002, 2026-11-20-pavel"),
        ("2026-11-21", "There is no check-in '2026-11-21'"),
        ("", "There is no check-in ''"),
    ],
)
def test_what_names_none_or_several_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnknownReferenceError, match=message):
        checkin_named(PLAN, text)


def test_nearest_is_named() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        checkin_named(PLAN, "2026-11-06-ana-0000001")
    assert str(refused.value.hints[0]).startswith(f"Did you mean {FIRST.id}")


def test_how_a_check_in_is_named_is_said_where_none_is_near() -> None:
    with pytest.raises(UnknownReferenceError) as refused:
        checkin_named(PLAN, "x")
    assert refused.value.hints == (
        "Its name is that of its file in checkins/, as in 2026-11-20-ana-7f3a9c12.",
    )


def test_erased_is_what_is_not_there() -> None:
    assert require_erased(PLAN, "checkins/2026/2026-10-01-ana-0123abcd.yaml") == checkin_name(
        "2026-10-01-ana-0123abcd.yml"
    )
    with pytest.raises(UsageError, match="is still there"):
        require_erased(PLAN, FIRST.id)
    with pytest.raises(UsageError, match="is not the name of a check-in"):
        require_erased(PLAN, "nps")


def test_own_check_ins_that_count_come_the_newest_first() -> None:
    assert recent_checkins(PLAN, "ana", 9) == [SECOND]
    assert recent_checkins(PLAN, "pavel", 9) == [THEIRS]
    later = a_checkin("2026-11-21", an_entry(49), name_end="00000005")
    plan = a_plan(SECOND, later)
    assert recent_checkins(plan, "ana", 9) == [later, SECOND]
    assert recent_checkins(plan, "ana", 1) == [later]
