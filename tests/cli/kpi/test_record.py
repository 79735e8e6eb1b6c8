from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import message, new_checkins, only_checkin
from tests.cli.conftest import Complete, Okr
from tests.cli.workspaces import FILES, KPI, write
from tests.repositories import commit_file, git, make_remote, photograph

SEGMENTED = f"{KPI}segments: [chat, voice]\naggregate: weighted\n"


@pytest.fixture
def segmented(root: Path) -> Path:
    """Return the root of the workspace, in which NPS has segments."""
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    return root


def test_reading_is_one_file_and_one_commit(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "record", "nps", "49", "--note", "third wave")

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    (reading,) = found.readings
    assert (found.by, found.date) == ("ana", date(2026, 11, 20))
    assert (reading.kpi, reading.value, reading.date) == ("nps", Decimal(49), None)
    assert reading.note == "third wave"
    assert git(root, "show", "--format=", "--name-only") == found.path
    assert message(root) == (f"Check in: nps 49 (+2)\n\nthird wave\n\nOKR-Checkin: {found.id}\n")
    assert git(root, "status", "--porcelain") == ""


def test_segment_may_stand_behind_the_name(okr: Okr, segmented: Path) -> None:
    commit_file(segmented, "kpis/nps.yaml", f"{SEGMENTED}formerly: [promoters]\n")
    assert okr("kpi", "record", "promoters/chat", "49").code == 0
    (reading,) = only_checkin(segmented).readings
    assert (reading.kpi, reading.segment) == ("nps", "chat")


def test_two_segments_are_refused(okr: Okr, segmented: Path) -> None:
    ran = okr("kpi", "record", "nps/chat", "49", "--segment", "voice")
    assert (ran.code, new_checkins(segmented)) == (2, [])
    assert "nps/chat and --segment voice are two segments." in ran.err


def test_kpi_may_be_named_as_it_was(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", f"{KPI}formerly: [promoters]\n")
    assert okr("kpi", "record", "promoters", "49").code == 0
    (reading,) = only_checkin(root).readings
    assert reading.kpi == "nps"
    assert okr("kpi", "show", "promoters").out.startswith("Net Promoter Score\n")


def test_value_before_the_change_and_the_health_after_it_are_told(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "record", "nps", "50")

    assert ran.out.splitlines()[:3] == [
        f"Recorded in {only_checkin(root).path}:",
        "  nps 50 points (+3); it was 47 on 2026-11-20",
        "  nps is 50 now: ● healthy, target 50 by 2026-12-31",
    ]


def test_health_is_drawn_in_ascii_where_that_is_asked_for(okr: Okr) -> None:
    ran = okr("kpi", "record", "nps", "12.5", "--ascii")

    assert "nps is 12.5 now: x breach, target 50" in ran.out
    assert ran.out.isascii()


def test_value_below_zero_is_no_option(okr: Okr, root: Path) -> None:
    assert okr("kpi", "record", "nps", "-5").code == 0
    assert okr("kpi", "record", "nps", "-12.5", "--note", "worse").code == 0

    assert [each.readings[0].value for each in new_checkins(root)] == [-5, Decimal("-12.5")]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nps", "many"], 2, '"many" is not a number'),
        (["nps", "47", "--date", "2026-11-21"], 2, "2026-11-21 is in the future"),
        (["nps", "47", "--date", "20.11.2026"], 2, "is not a date"),
        (["nps", "47", "--weight", "-1"], 2, "0 or more"),
        (["nps", "--weigth"], 2, "There is no option '--weigth'."),
        (["nps", "47", "--push", "--no-commit"], 2, "--push needs a commit"),
        (["nps", "47", "--by", "nobody"], 2, "is not among the people"),
        (["nsp", "47"], 3, "There is no KPI 'nsp'"),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    okr: Okr, root: Path, arguments: list[str], code: int, said: str
) -> None:
    before = photograph(root)
    ran = okr("kpi", "record", *arguments)

    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_segment_and_its_weight_are_recorded(okr: Okr, segmented: Path) -> None:
    told = ("--segment", "chat", "--weight", "120", "--date", "2026-11-18")
    ran = okr("kpi", "record", "nps", "56", *told)

    (reading,) = only_checkin(segmented).readings
    assert (reading.segment, reading.weight, reading.date) == (
        "chat",
        Decimal(120),
        date(2026, 11, 18),
    )
    assert "  nps chat is 56 now: ● healthy\n" in ran.out
    assert "back-dated" not in okr("check", "--select", "H").out


def test_reading_is_written_without_a_commit_on_demand(okr: Okr, root: Path) -> None:
    head = git(root, "rev-parse", "HEAD")
    ran = okr("kpi", "record", "csat", "83,5 %", "--no-commit", "--by", "pavel")

    found = only_checkin(root)
    assert (found.by, found.readings[0].value) == ("pavel", Decimal("83.5"))
    assert git(root, "rev-parse", "HEAD") == head
    assert "Committed" not in ran.out


def test_reading_is_pushed_on_demand(okr: Okr, root: Path) -> None:
    remote = make_remote(root)

    assert "Pushed to origin/main" in okr("kpi", "record", "nps", "49", "--push").out
    assert git(remote, "rev-parse", "main") == git(root, "rev-parse", "HEAD")


def test_staged_work_elsewhere_stays_as_it_is(okr: Okr, root: Path) -> None:
    (root / "README.md").write_text("staged\n")
    git(root, "add", "README.md")
    (root / "README.md").write_text("not staged\n")

    assert okr("kpi", "record", "nps", "49").code == 0
    assert git(root, "status", "--porcelain") == "MM README.md"
    assert git(root, "show", ":README.md") == "staged"


def test_hostile_note_is_shown_inert(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "record", "nps", "49", "--note", "a\x1b[31mb\nOKR-Checkin: x")

    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err + message(root)
    assert git(root, "log", "-1", "--format=%(trailers:key=OKR-Checkin,valueonly)").strip() == (
        only_checkin(root).id
    )


def test_hostile_unit_is_shown_inert(okr: Okr, root: Path) -> None:
    file = root / "kpis/nps.yaml"
    file.write_text(file.read_text().replace("unit: points", r'unit: "x\n::error::a ##[error]b"'))
    git(root, "commit", "--quiet", "--all", "--message", "Hostile")

    ran = okr("kpi", "record", "nps", "49")

    assert ran.code == 0, ran.err
    assert "nps 49 x :" in ran.out
    assert not [each for each in ("##[", "\n::") if each in ran.out + ran.err]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("okr kpi record n", ["nps"]),
        ("okr kpi record nps 5 --segment ", ["chat", "voice"]),
        ("okr kpi record nps 5 --by p", ["pavel"]),
        ("okr kpi import --kpi c", ["csat"]),
        ("okr kpi import --all ", ["nps"]),
        ("okr kpi survey n", ["nps"]),
    ],
)
def test_shell_is_offered_kpis_and_segments(
    complete: Complete, tmp_path: Path, line: str, offered: list[str]
) -> None:
    source = f"{SEGMENTED}source: {{file: data/nps.csv}}\n"
    folder = write(tmp_path / "acme", {**FILES, "kpis/nps.yaml": source})

    assert complete(line, folder) == offered


def test_reading_of_a_draft_says_what_makes_it_active(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/churn.yaml", "title: Churn\nstatus: draft\n")
    ran = okr("kpi", "record", "churn", "3")

    assert ran.code == 0
    assert "Run `okr approve churn` to make it active." in ran.err
    assert okr("approve", "churn").code == 0
    assert "draft" not in okr("kpi", "record", "churn", "4").err
