from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.readings import Reading
from okrcli.storage.workspace import load_plan
from tests.cli.checkin.test_app import message, new_checkins, only_checkin
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, KPI
from tests.imports import beside
from tests.repositories import git, make_committed, photograph

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
def root(tmp_path: Path) -> Path:
    """Return the root of Acme's workspace, with KPIs that have surveys."""
    kpis = {"kpis/nps.yaml": NPS, "kpis/csat.yaml": CSAT, "kpis/ces.yaml": CES}
    return make_committed(tmp_path / "acme", {**FILES, **kpis})


def readings(root: Path) -> list[tuple[str | None, str | None, Decimal, Decimal | None]]:
    def told(each: Reading) -> tuple[str | None, str | None, Decimal, Decimal | None]:
        return (str(each.date), each.segment, each.value, each.weight)

    return [told(each) for checkin in new_checkins(root) for each in checkin.readings]


def test_score_is_recorded_with_its_sample_size(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "survey", "nps", beside(root, "a.csv", ANSWERS), "--column", "score")

    assert ran.code == 0, ran.err
    assert readings(root) == [("2026-11-20", None, Decimal(30), Decimal(100))]
    found = only_checkin(root)
    assert found.note == "100 answers from a.csv"
    assert found.readings[0].note == "100 answers, ± 15.31"
    assert message(root) == (
        f"Survey: nps 30 of 100 answers\n\n100 answers from a.csv.\n\nOKR-Checkin: {found.id}\n"
    )
    assert git(root, "show", "--format=", "--name-only") == found.path
    assert ran.out.splitlines()[:3] == [
        "nps on 2026-11-20 in points, of 100 answers:",
        "       value  ± 95 %  answers  promoters  passives  detractors",
        "  all  30.00   15.31      100         50        30          20",
    ]
    assert f"Recorded in {found.path}.\n" in ran.out


def test_whole_of_the_same_day_is_corrected_with_its_segments(okr: Okr, root: Path) -> None:
    path = beside(root, "a.csv", ANSWERS)
    ran = okr("kpi", "survey", "nps", path, "--column", "score", "--segment", "channel")

    assert readings(root)[-1] == ("2026-11-20", None, Decimal(30), Decimal(100))
    assert "  nps  2026-11-20  30, weight 100; it was 47\n" in ran.out
    assert snapshot_on(load_plan(root), date(2026, 11, 20)).kpis["nps"].value == 30


def test_twice_the_same_answers_add_nothing(okr: Okr, root: Path) -> None:
    arguments = ("kpi", "survey", "nps", beside(root, "a.csv", ANSWERS), "--column", "score")
    okr(*arguments)
    before = photograph(root)
    ran = okr(*arguments)

    assert ran.out.endswith("Nothing new: 1 reading is already recorded.\n")
    assert photograph(root) == before


def test_segments_that_are_not_weighted_come_with_the_whole(okr: Okr, root: Path) -> None:
    text = "channel,score\nchat,5\nchat,2\nvoice,4\nvoice,4\nvoice,\n"
    ran = okr(
        *("kpi", "survey", "csat", "-", "--column", "score", "--segment", "channel"), stdin=text
    )

    assert ran.code == 0, ran.err
    assert readings(root) == [
        ("2026-11-20", "chat", Decimal(50), Decimal(2)),
        ("2026-11-20", "voice", Decimal(100), Decimal(2)),
        ("2026-11-20", None, Decimal(75), Decimal(4)),
    ]
    assert "of 4 answers; 1 row without one:" in ran.out
    assert ran.err == "Fewer than 30 answers, too few to rely on: chat, voice, all.\n"


def test_effort_is_a_mean_with_a_margin(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "survey", "ces", "-", stdin="effort\n" + "1\n2\n2\n3\n" * 10)

    assert ran.code == 0, ran.err
    assert readings(root) == [("2026-11-20", None, Decimal(2), Decimal(40))]
    assert ran.out.splitlines()[1:3] == [
        "       value  ± 95 %  answers",
        "  all   2.00    0.22       40",
    ]


def test_one_answer_has_no_margin(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "survey", "nps", "-", "--ascii", stdin="score\n6\n")

    assert "  all  -100.00        -        1          0         0           1\n" in ran.out
    assert ran.out.isascii()
    assert only_checkin(root).readings[0].note == "1 answer"


def test_dry_run_shows_the_score_and_writes_nothing(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("kpi", "survey", "nps", "-", "--dry-run", stdin="score\n9\n9\n8\n")

    assert ran.code == 0, ran.err
    assert "  all  66.67 " in ran.out
    assert "Nothing was written. This would write 1 file in checkins/2026/11/20/: " in ran.out
    assert ran.out.endswith("The commit would be `Survey: nps 66.67 of 3 answers`.\n")
    assert photograph(root) == before


def test_answers_with_days_are_shown_by_period(okr: Okr, root: Path) -> None:
    text = "day,score\n2026-10-02,10\n2026-10-31,0\n2026-11-16,10\n"
    told = ("--column", "score", "--date-column", "day", "--per", "month")
    ran = okr("kpi", "survey", "nps", "-", *told, stdin=text)

    assert ran.code == 0, ran.err
    assert [day for day, *_ in readings(root)] == ["2026-10-31", "2026-11-20"]
    assert "  2026-10-31 all" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--date", "2026-11-21"], 2, "in the future"),
        (["--column", "nothing"], 3, "standard input:1: "),
        (["--push", "--no-commit"], 2, "--push needs a commit"),
    ],
)
def test_survey_that_cannot_be_computed_is_refused(
    okr: Okr, root: Path, arguments: list[str], code: int, said: str
) -> None:
    before = photograph(root)
    ran = okr("kpi", "survey", "nps", "-", *arguments, stdin="channel,score\nchat,3\n")

    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_answers_in_windows_1251_are_read_by_that_name(okr: Okr, root: Path) -> None:
    path = beside(root, "a.csv", "Оценка\n9\n9\n".encode("cp1251"))
    told = ("kpi", "survey", "nps", path, "--column", "Оценка")

    assert "--encoding" in okr(*told).err
    assert new_checkins(root) == []
    assert okr(*told, "--encoding", "windows-1251").code == 0
    assert readings(root)[0][2] == 100


def test_days_of_answers_that_are_not_read_are_named(okr: Okr, root: Path) -> None:
    file = beside(root, "a.csv", "fecha,score\n2026-11-02,9\n2026-11-19,10\n")
    ran = okr("kpi", "survey", "nps", file, "--column", "score", "--dry-run")

    assert "The column 'fecha' is not read: all answers count as of 2026-11-20." in ran.err
    for said in (["--date-column", "fecha"], ["--date", "2026-11-19"]):
        ran = okr("kpi", "survey", "nps", file, "--column", "score", "--dry-run", *said)
        assert "is not read" not in ran.err


def test_answers_in_words_and_refusals_are_said(okr: Okr, root: Path) -> None:
    text = "rating\nSatisfied\nN/A\n\nGreat!\n5 - Very satisfied\n"
    refused = okr("kpi", "survey", "csat", "-", stdin=text)
    assert '"Great!" is not a number, and nothing says what it counts as.' in refused.err
    assert "Say what the words count as, as in --answers 'Great!'=5" in refused.err

    told = ("--answers", "Great=5", "--answers", "Satisfied=4")
    ran = okr("kpi", "survey", "csat", "-", *told, stdin=text)
    assert ran.code == 0, ran.err
    assert 'csat on 2026-11-20 in %, of 3 answers; 1 row without one, 1 with "N/A":' in ran.out
    assert only_checkin(root).readings[-1].value == 100


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("said", ["Great", "Great=", "=5", "Great=many"])
def test_answer_in_words_that_counts_as_nothing_is_refused(okr: Okr, said: str) -> None:
    ran = okr("kpi", "survey", "csat", "-", "--answers", said, stdin="rating\nGreat\n")

    assert ran.code == 2
    assert f"--answers is '{said}', which says no number." in ran.err
