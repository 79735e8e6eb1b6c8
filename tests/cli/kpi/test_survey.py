from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.compute.reports.report_builder import standing_on
from okrcli.model.checkin import Reading
from okrcli.storage.workspace import load_plan
from tests.cli.checkin.test_app import message, new_checkins, only_checkin
from tests.cli.conftest import Okr
from tests.cli.imports import beside
from tests.cli.workspaces import KPI
from tests.repositories import commit_file, git, photograph

NPS = f"{KPI}segments: [chat, voice]\naggregate: weighted\nsurvey: {{type: nps}}\n"
CSAT = (
    "title: CSAT\nunit: '%'\ndirection: up\nbounds: [0, 100]\nsegments: [chat, voice]\n"
    "survey: {type: csat, scale: [1, 5]}\n"
)
CES = "title: Effort\ndirection: down\nsurvey: {type: ces, version: 1}\n"

ANSWERS = "channel,score\n" + "".join(
    f"{channel},{score}\n" * count
    for channel, score, count in (
        ("chat", 10, 30),
        ("chat", 7, 10),
        ("voice", 9, 20),
        ("voice", 8, 20),
        ("voice", 0, 20),
    )
)
"""Chat: 30 promoters of 40, which is 75; voice: as many promoters as detractors; in all 30."""


@pytest.fixture
def surveyed(root: Path) -> Path:
    """Return the root of the workspace, whose KPIs have surveys."""
    commit_file(root, "kpis/nps.yaml", NPS)
    commit_file(root, "kpis/csat.yaml", CSAT)
    commit_file(root, "kpis/ces.yaml", CES)
    return root


def readings(root: Path) -> list[tuple[str | None, str | None, Decimal, Decimal | None]]:
    def told(each: Reading) -> tuple[str | None, str | None, Decimal, Decimal | None]:
        return (str(each.date), each.segment, each.value, each.weight)

    return [told(each) for checkin in new_checkins(root) for each in checkin.readings]


def test_score_is_recorded_with_its_sample_size(okr: Okr, surveyed: Path) -> None:
    ran = okr("kpi", "survey", "nps", beside(surveyed, "a.csv", ANSWERS), "--column", "score")

    assert ran.code == 0, ran.err
    assert readings(surveyed) == [("2026-11-20", None, Decimal(30), Decimal(100))]
    found = only_checkin(surveyed)
    assert found.note == "100 answers from a.csv"
    assert found.readings[0].note == "100 answers, ± 15.31"
    assert message(surveyed) == (
        f"Survey: nps 30 of 100 answers\n\n100 answers from a.csv.\n\nOKR-Checkin: {found.id}\n"
    )
    assert git(surveyed, "show", "--format=", "--name-only") == found.path
    assert ran.out.splitlines()[:3] == [
        "nps on 2026-11-20 in points, of 100 answers:",
        "       value  ± 95 %  answers  promoters  passives  detractors",
        "  all  30.00   15.31      100         50        30          20",
    ]
    assert f"Recorded in {found.path}.\n" in ran.out


def test_weighted_segments_alone_make_the_whole(okr: Okr, surveyed: Path) -> None:
    path = beside(surveyed, "a.csv", ANSWERS)
    told = ("--column", "score", "--segment", "channel", "--date", "2026-11-18")
    ran = okr("kpi", "survey", "nps", path, *told)

    assert ran.code == 0, ran.err
    assert readings(surveyed) == [
        ("2026-11-18", "chat", Decimal(75), Decimal(40)),
        ("2026-11-18", "voice", Decimal(0), Decimal(60)),
    ]
    assert standing_on(load_plan(surveyed), date(2026, 11, 18)).kpis["nps"].value == 30
    assert message(surveyed).startswith("Survey: nps 30 of 100 answers, chat 75, voice 0\n")


def test_whole_of_the_same_day_is_corrected_with_its_segments(okr: Okr, surveyed: Path) -> None:
    path = beside(surveyed, "a.csv", ANSWERS)
    ran = okr("kpi", "survey", "nps", path, "--column", "score", "--segment", "channel")

    assert readings(surveyed)[-1] == ("2026-11-20", None, Decimal(30), Decimal(100))
    assert "  nps  2026-11-20  30, weight 100; it was 47\n" in ran.out
    assert standing_on(load_plan(surveyed), date(2026, 11, 20)).kpis["nps"].value == 30


def test_twice_the_same_answers_add_nothing(okr: Okr, surveyed: Path) -> None:
    arguments = ("kpi", "survey", "nps", beside(surveyed, "a.csv", ANSWERS), "--column", "score")
    okr(*arguments)
    before = photograph(surveyed)
    ran = okr(*arguments)

    assert ran.out.endswith("Nothing new: 1 reading is there already.\n")
    assert photograph(surveyed) == before


def test_segments_that_are_not_weighted_come_with_the_whole(okr: Okr, surveyed: Path) -> None:
    text = "channel,score\nchat,5\nchat,2\nvoice,4\nvoice,4\nvoice,\n"
    ran = okr(
        *("kpi", "survey", "csat", "-", "--column", "score", "--segment", "channel"), stdin=text
    )

    assert ran.code == 0, ran.err
    assert readings(surveyed) == [
        ("2026-11-20", "chat", Decimal(50), Decimal(2)),
        ("2026-11-20", "voice", Decimal(100), Decimal(2)),
        ("2026-11-20", None, Decimal(75), Decimal(4)),
    ]
    assert "of 4 answers; 1 row without one:" in ran.out
    assert ran.err == "Fewer than 30 answers, too few to rely on: chat, voice, all.\n"


def test_effort_is_a_mean_with_a_margin(okr: Okr, surveyed: Path) -> None:
    ran = okr("kpi", "survey", "ces", "-", stdin="effort\n" + "1\n2\n2\n3\n" * 10)

    assert ran.code == 0, ran.err
    assert readings(surveyed) == [("2026-11-20", None, Decimal(2), Decimal(40))]
    assert ran.out.splitlines()[1:3] == [
        "       value  ± 95 %  answers",
        "  all   2.00    0.22       40",
    ]


def test_one_answer_has_no_margin(okr: Okr, surveyed: Path) -> None:
    ran = okr("kpi", "survey", "nps", "-", "--ascii", stdin="score\n6\n")

    assert "  all  -100.00        -        1          0         0           1\n" in ran.out
    assert ran.out.isascii()
    assert only_checkin(surveyed).readings[0].note == "1 answer"


def test_uneven_score_is_recorded_precisely_and_shown_short(okr: Okr, surveyed: Path) -> None:
    ran = okr("kpi", "survey", "nps", "-", stdin="score\n9\n9\n8\n")

    assert readings(surveyed)[0][2] == Decimal("66.666667")
    assert "  all  66.67 " in ran.out


def test_answers_with_days_make_a_score_for_each_period(okr: Okr, surveyed: Path) -> None:
    text = "day,score\n2026-10-02,10\n2026-10-31,0\n2026-09-30,9\n2026-11-16,10\n2026-11-20,7\n"
    told = ("kpi", "survey", "nps", "-", "--column", "score", "--date-column", "day")
    ran = okr(*told, "--per", "month", stdin=text)

    assert ran.code == 0, ran.err
    assert readings(surveyed) == [
        ("2026-09-30", None, Decimal(100), Decimal(1)),
        ("2026-10-31", None, Decimal(0), Decimal(2)),
        ("2026-11-20", None, Decimal(50), Decimal(2)),
    ]
    assert message(surveyed).startswith("Survey: nps 3 scores of 5 answers\n")
    assert "  2026-10-31 all" in ran.out


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        ("day", ["2026-08-04", "2026-08-09", "2026-08-10"]),
        ("week", ["2026-08-09", "2026-08-16"]),
        ("month", ["2026-08-31"]),
        ("quarter", ["2026-09-30"]),
        (None, ["2026-08-09", "2026-08-16"]),
    ],
)
def test_period_ends_on_its_last_day(
    okr: Okr, surveyed: Path, per: str | None, expected: list[str]
) -> None:
    text = "day,score\n2026-08-04,10\n2026-08-09,10\n2026-08-10,10\n"
    told = ("kpi", "survey", "nps", "-", "--column", "score", "--date-column", "day")
    ran = okr(*told, *(("--per", per) if per else ()), stdin=text)

    assert ran.code == 0, ran.err
    assert [each[0] for each in readings(surveyed)] == expected


def test_day_of_the_score_is_told(okr: Okr, surveyed: Path) -> None:
    okr("kpi", "survey", "nps", "-", "--date", "2026-11-13", stdin="score\n9\n")

    assert readings(surveyed)[0][0] == "2026-11-13"


def test_dry_run_shows_the_score_and_writes_nothing(okr: Okr, surveyed: Path) -> None:
    before = photograph(surveyed)
    ran = okr("kpi", "survey", "nps", "-", "--dry-run", stdin="score\n9\n9\n8\n")

    assert ran.code == 0, ran.err
    assert "  all  66.67 " in ran.out
    assert "Nothing is written. It would be 1 file in checkins/2026/11/20/: " in ran.out
    assert ran.out.endswith("The commit would be `Survey: nps 66.67 of 3 answers`.\n")
    assert photograph(surveyed) == before


@pytest.mark.parametrize(
    ("kpi", "answer"),
    [
        ("nps", "11"),
        ("nps", "-1"),
        ("nps", "7.5"),
        ("nps", "good"),
        ("nps", "=1+1"),
        ("csat", "6"),
        ("csat", "0"),
        ("ces", "6"),
        ("ces", "nan"),
    ],
)
def test_answer_that_is_none_is_named_and_nothing_is_recorded(
    okr: Okr, surveyed: Path, kpi: str, answer: str
) -> None:
    before = photograph(surveyed)
    ran = okr("kpi", "survey", kpi, "-", "--column", "score", stdin=f"score\n5\n{answer}\n4\n")

    assert ran.code == 3
    assert "standard input:3: " in ran.err
    assert answer in ran.err
    assert photograph(surveyed) == before


@pytest.mark.parametrize(
    ("file", "arguments", "refused"),
    [
        (KPI, [], (2, "nps has no `survey`")),
        (f"{KPI}formula: csat\n", [], (2, "nps is computed as csat, so it takes no readings.")),
        (f"{KPI}survey: {{type: ces}}\n", [], (2, "version: 1")),
        (f"{KPI}survey: {{type: csat}}\n", [], (2, "does not say its scale")),
        (f"{KPI}survey: {{type: nps}}\n", ["--segment", "channel"], (2, "nps has no segments.")),
        (NPS, ["--date", "2026-11-21"], (2, "in the future")),
        (NPS, ["--per", "month"], (2, "needs the days of the answers")),
        (NPS, ["--date", "2026-11-20", "--date-column", "day"], (2, "have days of their own")),
        (NPS, ["--column", "nothing"], (3, "nothing")),
        (NPS, ["--column", "score", "--segment", "nothing"], (3, "nothing")),
        (NPS, ["--column", "score", "--segment", "channel"], (3, "fax")),
        (
            NPS.replace("-100", "0"),
            ["--column", "score"],
            (2, "-100 is below 0, the bound of nps."),
        ),
        (NPS, ["--push", "--no-commit"], (2, "--push needs a commit")),
    ],
)
def test_survey_that_cannot_be_computed_is_refused(
    okr: Okr, surveyed: Path, file: str, arguments: list[str], refused: tuple[int, str]
) -> None:
    commit_file(surveyed, "kpis/nps.yaml", file + "# changed\n")
    before = photograph(surveyed)
    ran = okr("kpi", "survey", "nps", "-", *arguments, stdin="channel,score\nfax,3\n")

    code, said = refused
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert photograph(surveyed) == before


@pytest.mark.parametrize("text", ["", "score\n", "score\n\n"])
def test_file_without_answers_is_refused(okr: Okr, surveyed: Path, text: str) -> None:
    ran = okr("kpi", "survey", "nps", "-", stdin=text)

    assert (ran.code, "standard input" in ran.err) == (3, True)
    assert new_checkins(surveyed) == []


def test_answers_in_windows_1251_are_read_by_that_name(okr: Okr, surveyed: Path) -> None:
    path = beside(surveyed, "a.csv", "Оценка\n9\n9\n".encode("cp1251"))
    told = ("kpi", "survey", "nps", path, "--column", "Оценка")

    assert "--encoding" in okr(*told).err
    assert new_checkins(surveyed) == []
    assert okr(*told, "--encoding", "windows-1251").code == 0
    assert readings(surveyed)[0][2] == 100


def test_days_of_answers_that_are_not_read_are_named(okr: Okr, surveyed: Path) -> None:
    file = beside(surveyed, "a.csv", "fecha,score\n2026-11-02,9\n2026-11-19,10\n")
    ran = okr("kpi", "survey", "nps", file, "--column", "score", "--dry-run")

    assert "The column 'fecha' is not read: all answers count as of 2026-11-20." in ran.err
    for said in (["--date-column", "fecha"], ["--date", "2026-11-19"]):
        ran = okr("kpi", "survey", "nps", file, "--column", "score", "--dry-run", *said)
        assert "is not read" not in ran.err
