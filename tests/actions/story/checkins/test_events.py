from pathlib import Path

from tests.actions.story.told import kinds, moves, only
from tests.security.forging import CHECKIN, agreed, checkin


def test_edit_is_told_with_the_values_before_and_since(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})
    space.commit("2026-10-06", {CHECKIN: checkin(50)})

    assert moves(only(space, "checkin_edited")) == [("o/nps", "42", "50")]
    assert only(space, "checkin_edited").by == "carlos"


def test_check_in_is_put_back_by_an_edit_as_well(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})
    space.commit("2026-10-06", {CHECKIN: checkin(50)}).commit("2026-10-07", {CHECKIN: checkin()})

    assert kinds(space)[3:] == ["checkin_edited", "checkin_restored"]


def test_check_in_that_nobody_can_read_is_told_of_the_whole_alone(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: "date: [o/nps"})

    assert kinds(space)[2:] == ["checked_in"]
    assert kinds(space, "o/nps") == ["created"]
