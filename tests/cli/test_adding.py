"""What is said of an addition before it is written."""

import json
from pathlib import Path

import pytest

from okrcli.errors import OkrError
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.repositories import git, photograph


def test_new_leaves_the_user_s_other_work_alone(okr: Okr, root: Path) -> None:
    (root / "README.md").write_text("Mine\n")
    (root / "new.txt").write_text("Mine\n")
    git(root, "add", "new.txt")

    assert okr("new", "kr", "cx-leader", "Open", "--type", "binary").code == 0
    assert git(root, "status", "--porcelain") == " M README.md\nA  new.txt"


def test_new_in_a_workspace_with_wrong_settings_is_refused(okr: Okr, root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\nname: [\n")
    before = photograph(root)

    assert okr("new", "kpi", "clv", "--direction", "up", "--draft").code == 3
    assert photograph(root) == before


def test_new_in_a_workspace_with_other_errors_works(okr: Okr, root: Path) -> None:
    (root / "objectives/2026-Q4/broken.yaml").write_text("title: [\n")

    assert okr("new", "kpi", "clv", "--direction", "up", "--draft").code == 0


def test_new_names_the_schema_where_the_workspace_has_one(okr: Okr, root: Path) -> None:
    (root / ".okr").mkdir()
    (root / ".okr/kpi.schema.json").write_text("{}")

    okr("new", "kpi", "clv", "--direction", "up", "--draft")
    first = (root / "kpis/clv.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.okr/kpi.schema.json"


def test_new_says_what_the_checks_will_say_before_anything_is_written(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = photograph(root)

    def refuse(*_: object) -> None:
        raise OkrError("No.")

    monkeypatch.setattr("okrcli.cli.saving.Saving.save", refuse)
    ran = okr("new", "kr", "cx-leader", "Launch the portal in several ways", "--type", "binary")

    assert "`okr check` will say:\n" in ran.err
    assert "  warning S102 task-verb: " in ran.err
    assert "  warning S106 weasel-word: " in ran.err
    assert photograph(root) == before


def test_new_says_all_that_the_checks_then_say_and_did_not_say_before(okr: Okr) -> None:
    def findings() -> set[str]:
        document = json.loads(okr("check", "--format", "json").out)
        return {
            f"  {each['severity']} {each['code']} {each['name']}: {each['message']}"
            for each in document["findings"]
            if not each["code"].startswith("C")
        }

    before = findings()
    ran = okr("new", "objective", "Mejorar la eficiencia", "--id", "eficiencia")
    said = [line for line in ran.err.splitlines() if line.startswith("  ")]
    new = findings() - before

    assert new
    assert [each for each in new if not any(line.startswith(each) for line in said)] == []
    assert len(said) == len(new)


def test_new_says_what_it_changes_elsewhere(okr: Okr) -> None:
    options = ("--id", "again", "--kpi", "nps", "--unit", "points")
    ran = okr("new", "kr", "cx-leader", "Raise NPS from 40 to 70", *options)

    assert ran.code == 0, ran.err
    assert "R406 conflicting-targets" in ran.err


def test_new_says_so_when_the_checks_find_nothing(okr: Okr) -> None:
    title = "Raise the share of answered calls from 70 to 90 %"
    ran = okr("new", "kr", "cx-leader", title, "--id", "calls", "--guard", "csat")

    assert ran.code == 0, ran.err
    assert "`okr check` finds nothing wrong in it." in ran.err


def test_what_to_do_about_a_finding_is_worded(okr: Okr) -> None:
    ran = okr("new", "objective", "Become kno\u200bwn", "--no-commit")

    assert "an invisible character. `okr check --fix` fixes it.\n" in ran.err


@pytest.mark.parametrize(("cycle", "added"), [("2026-Q4", "2026-11-20"), ("2027-Q1", None)])
def test_what_is_added_after_the_cycle_began_says_since_when_it_is_there(
    okr: Okr, root: Path, cycle: str, added: str | None
) -> None:
    assert okr("new", "objective", "Grow", "--id", "grow", "--cycle", cycle).code == 0
    ran = okr("new", "kr", f"{cycle}/grow", "Pass the audit", "--type", "binary", "--id", "audit")

    assert ran.code == 0, ran.err
    objective, key_result = load_plan(root).key_result(f"{cycle}/grow/audit")
    assert [each.added and str(each.added) for each in (objective, key_result)] == [added] * 2


def test_new_things_take_a_cadence_of_their_own(okr: Okr, root: Path) -> None:
    okr("new", "objective", "Grow", "--id", "grow", "--cadence", "monthly")
    okr("new", "kr", "grow", "Audit", "--type", "binary", "--id", "audit", "--cadence", "biweekly")
    objective, key_result = load_plan(root).key_result("2026-Q4/grow/audit")
    assert (objective.cadence, key_result.cadence) == ("monthly", "biweekly")
