from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from okrcli.actions.check.past import ReadPast, read_past
from okrcli.actions.check.past_files import PastRequest, horizon_of
from okrcli.errors import HistoryError, NoHistoryError, OkrError
from okrcli.storage.workspace import load_plan
from tests.repositories import git
from tests.security.forging import CHECKIN, OBJECTIVE, TODAY, Workspace, agreed, checkin, objective


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})


def read(
    root: Path, against: str | None = None, *, is_required: bool = False, day: date = TODAY
) -> ReadPast:
    request = PastRequest(root.resolve(), load_plan(root), day, against, horizon_of(day, None))
    return read_past(request, is_required=is_required)


def test_past_has_what_the_rules_compare_with(space: Workspace) -> None:
    past, remarks, _ = read(space.root)

    assert remarks == ()
    assert past is not None
    assert [each.path for version in past.versions for each in version.objectives] == [OBJECTIVE]
    assert past.committed.keys() == {CHECKIN}
    assert (past.rewrites, past.against, past.ahead, past.lost) == ((), None, (), ())
    assert past.began is not None
    assert [each.checkins for each in past.contributions] == [(CHECKIN,)]
    assert [str(each.day) for each in past.settings.versions] == ["2026-09-20"]


def test_settings_are_those_of_each_day_on_which_they_changed(space: Workspace) -> None:
    space.commit("2026-10-06", {"okr.yaml": "version: 1\nname: One\n"})
    space.commit("2026-10-06", {"okr.yaml": "version: 1\nname: Two\n"})
    space.commit("2026-10-07", {"okr.yaml": "version: [\n"})
    space.commit("2026-10-08", {"okr.yaml": "version: 1\nname: Three\n"})
    past, *_ = read(space.root)

    assert past is not None
    assert [(str(each.day), each.settings.name) for each in past.settings.versions] == [
        ("2026-09-20", "OKR"),
        ("2026-10-06", "Two"),
        ("2026-10-08", "Three"),
    ]


def test_settings_that_are_not_committed_are_no_part_of_the_past(space: Workspace) -> None:
    (space.root / "okr.yaml").write_text("version: 1\nname: Mine\n")
    past, *_ = read(space.root)

    assert past is not None
    assert [each.settings.name for each in past.settings.versions] == ["OKR"]
    assert past.uncommitted == {"okr.yaml"}


def test_revision_that_is_asked_for_is_a_state_of_its_day(space: Workspace) -> None:
    git(space.root, "tag", "agreed", "HEAD~1")
    space.commit("2026-10-07", {OBJECTIVE: objective(50)})
    by_tag, by_branch = (read(space.root, name)[0] for name in ("agreed", "main"))

    assert by_tag is not None
    assert by_tag.against is not None
    assert (by_tag.against.name, str(by_tag.against.day)) == ("agreed", "2026-09-20")
    assert by_tag.against.settings is not None
    assert by_branch is not None
    assert by_branch.against is not None
    assert by_branch.against.day == TODAY


def test_revision_without_the_workspace_binds_nothing(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "acme").commit("2026-09-01", {"README.md": "Hello\n"})
    space.commit("2026-09-20", {"okr.yaml": "version: 1\n", OBJECTIVE: objective()})
    past, *_ = read(space.root, "HEAD~1")

    assert past is not None
    assert past.against is None


def test_revision_whose_settings_cannot_be_read_is_refused(space: Workspace) -> None:
    space.commit("2026-10-06", {"okr.yaml": "version: [\n"})
    space.commit("2026-10-07", {"okr.yaml": "version: 1\n"})

    with pytest.raises(HistoryError, match=r"okr\.yaml of HEAD~1 cannot be read"):
        read(space.root, "HEAD~1")


def test_history_that_begins_after_the_cycle_is_remarked(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "acme").commit(
        "2026-10-05", {"okr.yaml": "version: 1\n", OBJECTIVE: objective()}
    )
    [remark] = read(space.root).remarks

    assert remark.startswith("The history of 2026-Q4 (from 2026-10-01) begins after the cycle")


def test_revision_without_a_workspace_is_remarked(tmp_path: Path) -> None:
    files = {"okr.yaml": "version: 1\n", OBJECTIVE: objective()}
    space = Workspace(tmp_path / "acme").commit("2026-09-19", {"README.md": "Hello\n"})
    space.commit("2026-09-20", files)

    assert read(space.root, "HEAD~1").remarks == (
        "HEAD~1 has no workspace here, so nothing is compared with it.",
    )
    assert read(space.root, "HEAD").remarks == ()


@pytest.mark.parametrize("make", ["nothing", "an unborn branch"])
def test_where_there_is_no_history_the_rules_are_left_out_unless_they_were_asked_for(
    tmp_path: Path, make: str
) -> None:
    root = tmp_path / "acme"
    root.mkdir()
    (root / "okr.yaml").write_text("version: 1\n")
    if make != "nothing":
        git(root, "init", "--quiet")

    past, [remark], _ = read(root)
    assert past is None
    assert remark.startswith("The rules about history (H) were left out. ")
    with pytest.raises(NoHistoryError):
        read(root, is_required=True)
    with pytest.raises(OkrError):
        read(root, "main")


def test_dates_count_until_the_day_is_over_everywhere_and_no_later_than_a_clock() -> None:
    day = date(2026, 10, 12)
    by_day, by_clock = horizon_of(day, None), horizon_of(day, datetime(2026, 11, 1, tzinfo=UTC))

    assert by_day.judged == by_day.possible == by_clock.judged
    assert by_day.judged.isoformat().startswith("2026-10-13T13:59:59")
    assert by_clock.possible == datetime(2026, 11, 1, 14, tzinfo=UTC)
    assert horizon_of(day, datetime(2026, 10, 1, tzinfo=UTC)) == by_day


def test_kpi_has_its_state_of_the_first_reading_and_of_each_day_since(space: Workspace) -> None:
    kpi = "title: FRT\nunit: {}\n"
    reading = "date: 2026-10-07\nby: carlos\nreadings: [{kpi: frt, value: 4}]\n"
    space.commit("2026-10-06", {"kpis/frt.yaml": kpi.format("s"), "kpis/new.yaml": kpi.format("d")})
    space.commit("2026-10-07", {"checkins/2026/2026-10-07-carlos-00000002.yaml": reading})
    space.commit("2026-10-07", {"kpis/frt.yaml": kpi.format("min")})
    space.commit("2026-10-09", {"kpis/frt.yaml": kpi.format("h")})
    past = read(space.root, "HEAD")[0]

    assert past is not None
    states = [(str(each.day), *(kpi.unit for kpi in each.kpis)) for each in past.versions]
    assert [each for each in states if len(each) > 1] == [
        ("2026-10-07", "min"),
        ("2026-10-06", "d"),
        ("2026-10-09", "h"),
    ]
    assert past.first_readings == {"frt": date(2026, 10, 7)}
    assert past.against is not None
    assert [kpi.unit for kpi in past.against.kpis] == ["h", "d"]
