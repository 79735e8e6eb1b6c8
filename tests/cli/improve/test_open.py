"""`okr improve open`: a plan for a KPI, in real repositories."""

from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.improve.plans import (
    CSAT,
    FILE,
    PLAN,
    WHOLE,
    changed,
    improvement,
    measured,
    message,
    refused,
)
from tests.cli.workspaces import FILES, TODAY, write
from tests.repositories import git, make_remote, photograph


def test_open_writes_a_plan_and_commits_it(okr: Okr, root: Path) -> None:
    ran = okr("improve", "open", "csat", *WHOLE)

    assert ran.code == 0, ran.err
    assert (root / FILE).read_text() == (
        f"kpi: csat\nopened: {TODAY}\nowner: ana\nbaseline: 74\n"
        "cause:\n  type: training\n  text: Half of the team is new.\n"
        "goal: {value: 85, by: 2026-12-31}\nactions:\n"
        "  - {title: Train the night shift, owner: pavel, due: 2026-12-01}\n"
        "  - {title: Write the playbook; in short, owner: ana, due: 2026-11-27}\n"
    )
    assert changed(root) == [FILE]
    assert message(root).startswith("Improve: csat 74 → 85 by 2026-12-31\n\nHalf of the team")
    assert message(root).endswith(f"\n\nOKR-Improvement: {PLAN}\n")
    assert ran.out.startswith(f"Added the improvement plan {PLAN} in {FILE}.\nCommitted as ")
    assert ran.out.endswith('Next: okr improve follow-up csat "..."\n')
    assert "finds nothing wrong" in ran.err


@pytest.mark.usefixtures("root")
def test_check_is_content_with_a_kpi_in_breach_once_it_has_a_plan(okr: Okr) -> None:
    assert "C703" in okr("check").out
    okr("improve", "open", "csat", *WHOLE)

    assert "C703" not in okr("check").out


def test_open_takes_owner_and_id_and_may_leave_the_commit_to_others(okr: Okr, root: Path) -> None:
    okr(*("improve", "open", "csat", *WHOLE), "--owner", "pavel", "--id", "calm", "--no-commit")

    assert improvement(root, "calm").owner == "pavel"
    assert git(root, "status", "--porcelain") == "?? improvements/"


def test_open_pushes_what_it_committed(okr: Okr, root: Path) -> None:
    make_remote(root)
    ran = okr("improve", "open", "csat", *WHOLE, "--push")

    assert "Pushed to origin/main." in ran.out
    assert git(root, "rev-parse", "HEAD") == git(root, "rev-parse", "origin/main")


@pytest.mark.parametrize("left_out", ["--cause", "--why", "--goal", "--by", "--action"])
def test_open_names_the_option_that_is_missing(okr: Okr, root: Path, left_out: str) -> None:
    before = photograph(root)
    pairs = list(zip(WHOLE[::2], WHOLE[1::2], strict=True))
    given = [part for pair in pairs if pair[0] != left_out for part in pair]

    ran = okr("improve", "open", "csat", *given)
    assert ran.code == 2
    refused(ran, root, before, f"An improvement plan for csat needs {left_out}.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--goal", "74"), "A goal of 74 is no better than the value now: csat is at 74"),
        (("--goal", "60"), "higher is better"),
        (("--goal", "101"), "101 is above 100, the upper bound of csat."),
        (("--goal", "-1"), "-1 is below 0, the lower bound of csat."),
        (("--goal", "soon"), "soon"),
        (("--goal", "85 h"), "the values are in %"),
        (("--by", TODAY), "is not after today"),
        (("--by", "2026-02-30"), "is not a date"),
        (("--owner", "bob"), "'bob' is not among the people in okr.yaml"),
        (("--id", "Not An Id"), "`id`"),
        (("--action", "Train"), "'Train' is not an action."),
        (("--action", "Train; ; 2026-12-01"), "is not an action."),
        (("--action", "Train; bob; 2026-12-01"), "'bob' is not among the people"),
        (("--action", "Train; ana; 2026-11-01"), "2026-11-01, is in the past"),
        (("--why", " "), "`cause.text`"),
        (("--push", "--no-commit"), "--push needs a commit"),
    ],
)
def test_open_refuses_what_makes_no_sense(
    okr: Okr, root: Path, options: tuple[str, ...], said: str
) -> None:
    before = photograph(root)

    ran = okr("improve", "open", "csat", *WHOLE, *options)
    assert ran.code == 2
    refused(ran, root, before, said)


def test_open_names_a_kpi_that_is_not_there(okr: Okr, root: Path) -> None:
    before = photograph(root)

    ran = okr("improve", "open", "csta", *WHOLE)
    assert ran.code == 3
    refused(ran, root, before, "There is no KPI 'csta'", "Did you mean csat?")


@pytest.mark.parametrize(
    ("direction", "target", "goal", "code"),
    [
        ("down", "value: 60", "70", 0),
        ("down", "value: 60", "80", 2),
        ("range", "range: [40, 60]", "61", 0),
        ("range", "range: [40, 60]", "50", 0),
        ("range", "range: [40, 60]", "20", 2),
        ("range", "range: [40, 60]", "19", 2),
    ],
)
def test_goal_is_better_in_the_direction_of_the_kpi(
    okr: Okr, root: Path, *, direction: str, target: str, goal: str, code: int
) -> None:
    file = root / "kpis/csat.yaml"
    text = file.read_text().replace("direction: up", f"direction: {direction}")
    file.write_text(text.replace("value: 90", target))
    measured(root, 80)

    ran = okr("improve", "open", "csat", *WHOLE, "--goal", goal)
    assert ran.code == code, ran.err


def test_second_plan_for_a_kpi_is_refused_and_names_the_first(okr: Okr, opened: Path) -> None:
    before = photograph(opened)

    ran = okr("improve", "open", "csat", *WHOLE, "--id", "another")
    assert ran.code == 3
    refused(ran, opened, before, f"already: {PLAN}.", f"okr improve follow-up {PLAN}")


def test_plan_of_a_taken_name_gets_a_free_one(okr: Okr, opened: Path) -> None:
    okr("improve", "close", "csat", "--note", "Wrong cause.")
    ran = okr("improve", "open", "csat", *WHOLE)

    assert f"{PLAN}-2" in ran.out
    assert improvement(opened, f"{PLAN}-2").closed is None


def test_id_that_is_taken_is_refused(okr: Okr, opened: Path) -> None:
    okr("improve", "close", "csat", "--note", "Wrong cause.")
    before = photograph(opened)

    refused(
        okr("improve", "open", "csat", *WHOLE, "--id", PLAN),
        *(opened, before, f"An improvement plan '{PLAN}' already exists."),
    )


def test_healthy_kpi_may_have_a_plan_and_that_is_remarked(okr: Okr, root: Path) -> None:
    measured(root, 92)
    ran = okr("improve", "open", "csat", *WHOLE, "--goal", "95")

    assert ran.code == 0
    assert "csat is healthy at 92" in ran.err


def test_old_value_is_remarked(root: Path, run_okr: Okr) -> None:
    ran = run_okr(root, "improve", "open", "csat", *WHOLE, today="2026-11-27")

    assert ran.code == 0
    assert "The last value of csat is from 2026-11-19" in ran.err


def test_kpi_without_a_value_is_remarked(okr: Okr, root: Path) -> None:
    write(root, {"kpis/ces.yaml": CSAT})
    ran = okr("improve", "open", "ces", *WHOLE)

    assert ran.code == 0, ran.err
    assert "ces has no value yet" in ran.err
    assert message(root).startswith("Improve: ces → 85 by 2026-12-31\n")


def test_long_kpi_gets_an_id_that_fits(okr: Okr, root: Path) -> None:
    name = "a" + "_b" * 31
    write(root, {f"kpis/{name}.yaml": CSAT})
    okr("improve", "open", name, *WHOLE)

    (found,) = load_plan(root).improvements
    assert found.kpi == name
    assert found.id.endswith(f"b-{TODAY}")
    assert len(found.id) <= 64


def test_open_works_where_there_is_no_repository(run_okr: Okr, tmp_path: Path) -> None:
    folder = write(tmp_path / "plain", FILES)
    ran = run_okr(folder, "improve", "open", "csat", *WHOLE, "--owner", "ana")

    assert ran.code == 0, ran.err
    assert "is not in a git repository" in ran.err
    assert improvement(folder).kpi == "csat"
