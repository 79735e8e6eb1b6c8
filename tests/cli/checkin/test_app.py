from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrcli.model.checkin import CheckIn
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.repositories import commit_file, git, make_remote, photograph

NPS = "2026-Q4/cx-leader/nps"
HOURS = "2026-Q4/cx-leader/hours"
TRAINING = "2026-Q4/cx-leader/training"
OPEN = "  - {id: open, title: Open on Saturdays, type: binary}\n"


def new_checkins(root: Path) -> list[CheckIn]:
    """Return what has been checked in since the workspace was set up, in order."""
    plan = load_plan(root)
    assert plan.findings == ()
    known = {Path(name).stem for name in FILES}
    found = [each for each in plan.checkins if each.id not in known]
    return sorted(found, key=lambda each: each.recorded or datetime.min.replace(tzinfo=UTC))


def only_checkin(root: Path) -> CheckIn:
    (found,) = new_checkins(root)
    return found


def message(root: Path) -> str:
    return git(root, "log", "-1", "--format=%B")


def test_checkin_is_one_file_and_one_commit(okr: Okr, root: Path) -> None:
    ran = okr("checkin", "cx-leader/hours", "16", "cx-leader/training", "everyone")

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    assert (found.by, found.date) == ("ana", date(2026, 11, 20))
    assert found.path == f"checkins/{found.date:%Y/%m/%d}/{found.id}.yaml"
    assert git(root, "show", "--format=", "--name-only") == found.path
    assert message(root) == (
        "Check in: hours 16 (-1.5), training 2/2\n\n"
        f"OKR-Checkin: {found.id}\nOKR-Key-Result: {HOURS}\nOKR-Key-Result: {TRAINING}\n"
    )
    assert ran.out.startswith(
        f"Recorded in {found.path}:\n  hours 16 h (-1.5)\n  training 2/2\nCommitted as "
    )
    assert git(root, "rev-parse", "--short=9", "HEAD") in ran.out


def test_value_of_a_key_result_with_a_kpi_is_a_reading(okr: Okr, root: Path) -> None:
    okr("checkin", "cx-leader/nps", "50")

    found = only_checkin(root)
    assert [(each.kpi, each.value) for each in found.readings] == [("nps", Decimal(50))]
    assert found.key_results == ()
    assert message(root).startswith("Check in: nps 50 (+3)\n")
    assert f"OKR-Key-Result: {NPS}" in message(root)


def test_confidence_and_note_of_a_key_result_with_a_kpi_are_an_entry(okr: Okr, root: Path) -> None:
    okr("checkin", NPS, "50", "--confidence", "8", "--note", "# third wave: -5")

    found = only_checkin(root)
    (entry,) = found.key_results
    assert (entry.key_result, entry.value, entry.confidence) == (NPS, None, 8)
    assert entry.note == "# third wave: -5"
    assert "# third wave: -5" in message(root)


def test_kpi_is_checked_in_by_its_id(okr: Okr, root: Path) -> None:
    okr("checkin", "csat", "82.5", "--note", "few answers")

    (reading,) = only_checkin(root).readings
    assert (reading.kpi, reading.value, reading.note) == ("csat", Decimal("82.5"), "few answers")


def test_note_of_several_values_is_the_session_s_and_confidence_is_each_one_s(
    okr: Okr, root: Path
) -> None:
    okr("checkin", HOURS, "16", TRAINING, "everyone", "--note", "Good week", "--confidence", "9")

    found = only_checkin(root)
    assert found.note == "Good week"
    assert [(each.note, each.confidence) for each in found.key_results] == [(None, 9), (None, 9)]


def test_steps_are_done_and_undone(okr: Okr, root: Path) -> None:
    ran = okr("checkin", TRAINING, "everyone, undo:pilot")

    (entry,) = only_checkin(root).key_results
    assert (entry.done, entry.undone) == (("everyone",), ("pilot",))
    assert "training 1/2" in ran.out


@pytest.mark.parametrize(("word", "value"), [("done", 1), ("sí", 1), ("да", 1), ("no", 0)])
def test_what_is_done_or_not_takes_words(okr: Okr, root: Path, word: str, value: int) -> None:
    path = "objectives/2026-Q4/cx-leader.yaml"
    text = FILES[path].replace("initiatives:", f"{OPEN}initiatives:")
    commit_file(root, path, text)

    assert okr("checkin", "cx-leader/open", word).code == 0
    assert only_checkin(root).key_results[0].value == value


def test_references_may_be_short_and_have_their_value_behind_an_equals_sign(
    okr: Okr, root: Path
) -> None:
    ran = okr("checkin", "hours=16", "training", "2", "csat=-5")

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    assert [(each.value, each.done) for each in found.key_results] == [
        (Decimal(16), ()),
        (None, ("everyone",)),
    ]
    assert [(each.kpi, each.value) for each in found.readings] == [("csat", Decimal(-5))]


def test_confidence_and_note_need_no_value(okr: Okr, root: Path) -> None:
    ran = okr("checkin", "hours", "--confidence", "5", "--note", "two people are ill")

    assert ran.code == 0, ran.err
    (entry,) = only_checkin(root).key_results
    assert (entry.key_result, entry.value) == (HOURS, None)
    assert (entry.confidence, entry.note) == (5, "two people are ill")
    assert "  hours confidence 5\n" in ran.out


def test_negative_value_is_no_option(okr: Okr, root: Path) -> None:
    assert okr("checkin", NPS, "-5", "--confidence", "2").code == 0

    assert only_checkin(root).readings[0].value == -5


def test_later_checkin_of_the_same_day_wins(okr: Okr, root: Path) -> None:
    okr("checkin", HOURS, "16")
    okr("checkin", HOURS, "15")

    report = okr("report", "--format", "plain").out
    assert [each.key_results[0].value for each in new_checkins(root)] == [16, 15]
    assert "\t15\t" in report


def test_checkin_of_a_past_day_and_of_another_person(okr: Okr, root: Path) -> None:
    okr("checkin", HOURS, "16", "--date", "2026-11-13", "--by", "pavel")

    found = only_checkin(root)
    assert (found.date, found.by) == (date(2026, 11, 13), "pavel")
    assert found.recorded is not None
    assert found.recorded.date() >= date(2026, 11, 20)


def test_checkin_of_today_may_say_so(okr: Okr, root: Path) -> None:
    assert okr("checkin", HOURS, "16", "--date", "2026-11-20").code == 0

    found = only_checkin(root)
    assert (found.date, found.key_results[0].date) == (date(2026, 11, 20), None)


def test_person_is_known_by_the_email_of_git(okr: Okr, root: Path) -> None:
    git(root, "config", "user.email", "ANA@example.com")
    git(root, "config", "user.name", "Somebody Else")
    okr("checkin", HOURS, "16")

    assert only_checkin(root).by == "ana"


def test_kudos_and_a_note_are_enough(okr: Okr, root: Path) -> None:
    ran = okr("checkin", "--kudos", "pavel: cut the queue: in half", "--note", "Holidays")

    found = only_checkin(root)
    assert ran.code == 0, ran.err
    assert [(each.to, each.reason) for each in found.kudos] == [("pavel", "cut the queue: in half")]
    assert found.note == "Holidays"
    assert message(root).startswith("Check in: kudos to pavel\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "There is nothing to record"),
        (["cx-leader/hours"], 2, "There is nothing to record"),
        (["cx-leader/hours", "1", "csat"], 2, "'csat' has no value."),
        (["cx-leader/hours", "1,200"], 2, "1,200 could be 1200 or 1.2"),
        (["cx-leader/hours", "15 %"], 2, "but the values are in h"),
        (["cx-leader/hours", "many"], 2, "cx-leader/hours: "),
        (["cx-leader/nps", "140"], 2, "140 is above 100, the upper bound of nps"),
        (["nps", "-140"], 2, "-140 is below -100, the lower bound of nps"),
        (["nps", "50", "--confidence", "5"], 2, "Name the key result: cx-leader/nps."),
        (["nps", "50", "cx-leader/nps", "51"], 2, "nps is given twice"),
        (["cx-leader/training", "plot"], 3, "has no step 'plot'; it has: pilot, everyone"),
        (["cx-leader/training", "pilot,undo:pilot"], 2, "cannot be both done and undone"),
        (["cx-leader/nothing", "1"], 3, "There is no 'cx-leader/nothing'"),
        (["nothing", "1"], 3, "There is no 'nothing'"),
        (["csat", "--confidence", "5"], 2, "csat is a KPI: confidence belongs to key results."),
        (["csat", "--note", "x"], 2, "No value given for csat."),
        (["cx-leader/hours", "csat=80"], 2, "'cx-leader/hours' has no value."),
        (["hours="], 2, "hours has no value, confidence or note to record."),
        (["cx-leader", "1"], 3, "'cx-leader' is an objective."),
        (["cx-leader/hours", "1", "--date", "2026-11-21"], 2, "is in the future"),
        (["cx-leader/hours", "1", "--date", "yesterday"], 2, "--date: 'yesterday' is not a date"),
        (["cx-leader/hours", "1", "--confidence", "11"], 2, "--confidence"),
        (["cx-leader/hours", "1", "--by", "Ana Ruiz"], 2, "Write it like 'ana-ruiz'"),
        (["cx-leader/hours", "1", "--by", "nobody"], 2, "not among the people"),
        (["cx-leader/hours", "1", "--kudos", "thanks"], 2, "does not say who is thanked"),
        (["cx-leader/hours", "1", "--kudos", "nobody: thanks"], 2, "not among the people"),
        (["cx-leader/hours", "1", "--nte", "x"], 2, "There is no option '--nte'"),
        (["cx-leader/hours", "1" * 29], 2, "cx-leader/hours: "),
        (["cx-leader/hours", "1", "--push", "--no-commit"], 2, "--push needs a commit"),
        (["cx-leader/hours", "1", "--push"], 3, "has no upstream"),
    ],
)
def test_checkin_refuses_what_cannot_be_meant(
    okr: Okr, root: Path, arguments: list[str], code: int, said: str
) -> None:
    before = photograph(root)
    ran = okr("checkin", *arguments)

    assert (ran.code, said in ran.err) == (code, True), ran.err
    if "--push" not in arguments or "--no-commit" in arguments:  # by then the commit is made
        assert photograph(root) == before


def test_kpi_that_is_computed_takes_no_readings(okr: Okr, root: Path) -> None:
    write(root, {"kpis/ratio.yaml": "title: Ratio\ndirection: up\nformula: nps / csat\n"})

    ran = okr("checkin", "ratio", "5")
    assert ran.code == 2
    assert "computed as nps / csat" in ran.err


def test_checkin_without_a_commit_writes_the_file_alone(okr: Okr, root: Path) -> None:
    head = git(root, "rev-parse", "HEAD")
    ran = okr("checkin", HOURS, "16", "--no-commit")

    assert ran.code == 0
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "status", "--porcelain", "-uall") == f"?? {only_checkin(root).path}"
    assert "Committed" not in ran.out


def test_checkin_without_a_repository_says_that_nothing_is_committed(
    run_okr: Okr, tmp_path: Path
) -> None:
    write(tmp_path, FILES)

    ran = run_okr(tmp_path, "checkin", HOURS, "16", "--by", "ana")
    assert ran.code == 0
    assert "not in a git repository" in ran.err
    assert only_checkin(tmp_path).by == "ana"


def test_checkin_is_refused_where_nobody_is_known(
    run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, FILES)
    monkeypatch.setenv("HOME", str(tmp_path))

    ran = run_okr(tmp_path, "checkin", HOURS, "16")
    assert ran.code == 2
    assert "--by" in ran.err


def test_checkin_pushes_when_asked(okr: Okr, root: Path) -> None:
    remote = make_remote(root)

    ran = okr("checkin", HOURS, "16", "--push")
    assert ran.code == 0, ran.err
    assert "Pushed to origin/main." in ran.out
    assert git(remote, "rev-parse", "main") == git(root, "rev-parse", "HEAD")


def test_checkin_in_a_monorepo_s_folder_works_from_below_it(run_okr: Okr, repository: Path) -> None:
    folder = write(repository / "teams/acme", FILES)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Set up OKRs")

    assert run_okr(folder / "objectives", "checkin", HOURS, "16").code == 0
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "show", "--format=", "--name-only").startswith("teams/acme/checkins/")


@given(value=st.decimals(-(10**9), 10**9, places=4), confidence=st.integers(1, 10))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_checkin_records_exactly_what_was_typed(
    okr: Okr, root: Path, value: Decimal, confidence: int
) -> None:
    seen = len(new_checkins(root))
    arguments = (f"{value:.4f}0", "--no-commit", "--confidence", str(confidence))
    assert okr("checkin", HOURS, *arguments).code == 0

    found = new_checkins(root)
    assert len(found) == seen + 1
    assert found[-1].key_results[0].value == value
    assert found[-1].key_results[0].confidence == confidence


def test_value_that_the_survey_cannot_give_is_refused(okr: Okr, root: Path) -> None:
    write(root, {"kpis/advice.yaml": "title: Advice\nsurvey: {type: nps, scale: [0, 10]}\n"})
    ran = okr("checkin", "advice", "101", "--no-commit")

    assert ran.code == 2
    assert "101 is above 100, the upper bound of advice" in ran.err


def test_checkin_of_a_draft_names_the_command_that_makes_it_active(okr: Okr, root: Path) -> None:
    write(root, {"kpis/churn.yaml": "title: Churn\nstatus: draft\n"})
    ran = okr("checkin", "churn", "3")

    assert ran.code == 0, ran.err
    assert ran.err == (
        "churn is a draft, so its check-ins bind nobody yet. Run `okr approve churn` to make it"
        " active.\n"
    )
    assert okr("checkin", "cx-leader/hours", "16").err == ""
