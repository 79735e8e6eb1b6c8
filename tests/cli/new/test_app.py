import json
from pathlib import Path

import pytest

from okrcli.errors import OkrError
from okrcli.model.goalposts import Band
from okrcli.model.key_results import Binary, Maintain, Metric, Milestones
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.repositories import git, photograph

FILE = "objectives/2026-Q4/cx-leader.yaml"


def last_commit(root: Path) -> tuple[str, list[str]]:
    """Return the last commit's subject and the files that it changed."""
    subject = git(root, "log", "-1", "--format=%s")
    return subject, git(root, "show", "--format=", "--name-only").split("\n")


def test_new_objective_is_a_file_of_its_own_and_a_commit(okr: Okr, root: Path) -> None:
    ran = okr("new", "objective", "Customers come back", "--team", "support", "--impact", "growth")

    assert ran.code == 0, ran.err
    path = "objectives/2026-Q4/customers-come-back.yaml"
    assert last_commit(root) == ("Add objective: 2026-Q4/customers-come-back", [path])
    assert (root / path).read_text() == (
        "title: Customers come back\nowner: ana\nteam: support\nimpact: growth\nadded: 2026-11-20\n"
    )


def test_new_objective_takes_every_field_from_an_option(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "objective", "Клиенты возвращаются", "--id", "back", "--cycle", "2026-Q4"),
        *("--owner", "pavel", "--team", "sales", "--parent", "2026-Q4/cx-leader"),
        *("--impact", "expansion", "--why", "They stay.", "--ambition", "committed"),
        *("--approved-by", "ana", "--approved-by", "pavel", "--draft", "--no-commit"),
    )

    assert ran.code == 0, ran.err
    assert git(root, "status", "--porcelain") == "?? objectives/2026-Q4/back.yaml"
    found = load_plan(root).objective("2026-Q4/back")
    assert (found.title, found.owner, found.team) == ("Клиенты возвращаются", "pavel", "sales")
    assert (found.parent, found.impact, found.why) == (
        "2026-Q4/cx-leader",
        "expansion",
        "They stay.",
    )
    assert (found.ambition, found.status) == ("committed", "draft")
    assert [each.who for each in found.approved_by] == ["ana", "pavel"]


def test_new_objective_of_a_taken_name_gets_a_free_one(okr: Okr, root: Path) -> None:
    okr("new", "objective", "CX leader")

    assert (root / "objectives/2026-Q4/cx-leader-2.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["objective"], 2, "An objective needs a title."),
        (["objective", "Cut churn from 3% to 5%"], 2, "The title contradicts itself."),
        (["objective", "A", "--owner", "nobody"], 3, "nobody"),
        (["objective", "A", "--parent", "nothing"], 3, "nothing"),
        (["objective", "A", "--id", "../../x"], 2, "`id` is not lower-case words"),
        (["objective", "A", "--id", "cx-leader"], 2, "An objective"),
        (["objective", "A", "--cycle", "someday"], 3, "someday"),
        (["kr", "cx-leader"], 2, "A key result needs its objective and a title."),
        (["kr", "cx-leader", "A"], 2, "Nothing says how to measure this key result."),
        (["kr", "cx-leader", "A", "--target", "5"], 2, "The key result has no baseline."),
        (["kr", "cx-leader", "A", "--baseline", "5"], 2, "The key result has no target."),
        (["kr", "nothing", "A", "--type", "binary"], 3, "There is no 'nothing'"),
        (["kr", "cx-leader", "A", "--type", "binary", "--target", "5"], 2, "--target does not go"),
        (["kr", "cx-leader", "A", "--at-least", "1", "--step", "a"], 2, "--step does not go"),
        (["kr", "cx-leader", "A", "--type", "milestones"], 2, "has no steps"),
        (["kr", "cx-leader", "A", "--baseline", "1", "--target", "1,200"], 2, "could be"),
        (["kr", "cx-leader", "A", "--baseline", "1", "--target", "5 %"], 2, "have no unit"),
        (["kr", "cx-leader", "A", "--baseline", "1", "--target", "9..5"], 2, "low end above"),
        (["kr", "cx-leader", "A", "--baseline", "1", "--change", "much"], 2, "is not a change"),
        (
            ["kr", "cx-leader", "A", "--type", "binary", "--due", "soon"],
            2,
            "--due: 'soon' is not a date",
        ),
        (["kr", "cx-leader", "A", "--type", "binary", "--id", "nps"], 3, "nps"),
        (["kr", "cx-leader", "A", "--type", "binary", "--guard", "npss"], 3, "npss"),
        (["kpi"], 2, "A KPI needs an id or a title."),
        (["kpi", "nps", "--direction", "up"], 2, "A KPI 'nps' already exists."),
        (["kpi", "churn"], 2, "A KPI needs a direction."),
        (["kpi", "churn", "--direction", "down", "--bounds", "5"], 2, "is not a pair of bounds"),
        (["kpi", "churn", "--direction", "down", "--team", "nobody"], 3, "nobody"),
    ],
)
def test_new_refuses_what_would_be_wrong_and_changes_nothing(
    okr: Okr, root: Path, arguments: list[str], code: int, message: str
) -> None:
    before = photograph(root)
    ran = okr("new", *arguments)

    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_new_key_result_is_appended_and_every_other_byte_stays(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "kr", "cx-leader", "Answers within a day", "--id", "answers"),
        *("--baseline", "70 %", "--target", "95", "--unit", "%", "--due", "2026-12-15"),
    )
    assert ran.code == 0, ran.err
    subject, files = last_commit(root)
    assert (subject, files) == ("Add key result: 2026-Q4/cx-leader/answers", [FILE])
    removed = [line for line in git(root, "show", FILE).split("\n") if line.startswith("-  ")]
    assert removed == []
    head, _, tail = OBJECTIVE.partition("initiatives:")
    assert (root / FILE).read_text().startswith(head)
    assert (root / FILE).read_text().endswith(tail)
    assert '    unit: "%"\n    baseline: 70\n    target: 95\n' in (root / FILE).read_text()


def test_new_key_result_is_read_in_its_title(okr: Okr, root: Path) -> None:
    ran = okr("new", "kr", "cx-leader", "Cut churn from 5 % to 3 % by 2026-12-15", "--id", "churn")

    assert ran.code == 0, ran.err
    assert "Read in the title: baseline 5 %, target 3 %, due 2026-12-15." in ran.err
    found = load_plan(root).key_result("cx-leader/churn")[1]
    assert isinstance(found, Metric)
    assert (str(found.baseline), str(found.target), found.unit) == ("5", "3", "%")
    assert str(found.due) == "2026-12-15"


def test_what_is_typed_comes_before_what_the_title_says(okr: Okr, root: Path) -> None:
    options = ("--id", "churn", "--target", "4 %", "--due", "2026-12-20")
    ran = okr("new", "kr", "cx-leader", "Cut churn from 5 % to 3 % by 2026-12-15", *options)

    assert ran.code == 0, ran.err
    found = load_plan(root).key_result("cx-leader/churn")[1]
    assert isinstance(found, Metric)
    assert (str(found.baseline), str(found.target)) == ("5", "4")
    assert str(found.due) == "2026-12-20"


def test_title_in_another_unit_than_its_kpi_is_refused(okr: Okr) -> None:
    ran = okr("new", "kr", "cx-leader", "Cut it from 5 to 3 hours", "--kpi", "csat")

    assert ran.code == 2
    assert "but the values are in %" in ran.err


def added(okr: Okr, root: Path, *arguments: str) -> object:
    """Add the key result `it` and return it as it is read again."""
    ran = okr("new", "kr", "cx-leader", "A", "--id", "it", "--no-commit", *arguments)
    assert ran.code == 0, ran.err
    return load_plan(root).key_result("cx-leader/it")[1]


def test_new_metric_can_aim_at_a_range_or_a_change(okr: Okr, root: Path) -> None:
    metric = added(okr, root, "--baseline", "90", "--target", "30..50", "--unit", "h")

    assert isinstance(metric, Metric)
    assert metric.target == Band(metric.target.low, metric.target.high)  # type: ignore[union-attr]
    assert str(metric.target.low) == "30"  # type: ignore[union-attr]


def test_new_metric_takes_unit_and_baseline_from_its_kpi(okr: Okr, root: Path) -> None:
    metric = added(okr, root, "--kpi", "csat", "--target", "85 %", "--weight", "2")

    assert isinstance(metric, Metric)
    assert (metric.baseline, metric.unit, metric.kpi) == (None, None, "csat")
    assert metric.weight == 2


def test_new_metric_can_begin_unknown(okr: Okr, root: Path) -> None:
    metric = added(
        okr, root, "--baseline", "unknown", "--measure-by", "2026-12-01", "--change", "+5"
    )

    assert isinstance(metric, Metric)
    assert metric.baseline == "unknown"


def test_new_maintain_milestones_and_binary_follow_from_their_options(okr: Okr, root: Path) -> None:
    arguments = ["new", "kr", "cx-leader"]
    assert okr(*arguments, "Churn", "--at-most", "5 %", "--unit", "%").code == 0
    assert okr(*arguments, "Steps", "--step", "pilot: First", "--step", "Everybody works").code == 0
    assert okr(*arguments, "Open", "--type", "binary", "--owner", "pavel").code == 0

    churn, steps, opened = load_plan(root).objective("cx-leader").key_results[-3:]
    assert isinstance(churn, Maintain)
    assert churn.at_most == 5
    assert isinstance(steps, Milestones)
    assert [(each.id, each.title) for each in steps.steps] == [
        ("pilot", "First"),
        ("everybody-works", "Everybody works"),
    ]
    assert isinstance(opened, Binary)
    assert opened.owner == "pavel"


def test_new_key_result_is_refused_when_the_file_has_staged_changes(okr: Okr, root: Path) -> None:
    (root / FILE).write_text(OBJECTIVE + "note: Mine.\n")
    git(root, "add", FILE)
    before = photograph(root)

    ran = okr("new", "kr", "cx-leader", "Open", "--type", "binary")
    assert ran.code == 3
    assert "staged" in ran.err
    assert photograph(root) == before


def test_new_leaves_the_user_s_other_work_alone(okr: Okr, root: Path) -> None:
    (root / "README.md").write_text("Mine\n")
    (root / "new.txt").write_text("Mine\n")
    git(root, "add", "new.txt")

    assert okr("new", "kr", "cx-leader", "Open", "--type", "binary").code == 0
    assert git(root, "status", "--porcelain") == " M README.md\nA  new.txt"


def test_new_kpi_takes_every_field_from_an_option(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "kpi", "First reply time", "--unit", "h", "--direction", "down"),
        *("--bounds", "0..", "--why", "They wait.", "--kind", "leading", "--family", "operations"),
        *("--team", "support", "--serves", "cx-leader", "--baseline", "4:30", "--target", "2 h"),
        *("--target-by", "2026-12-31", "--warning", "1", "--cadence", "daily"),
        *("--segment", "chat", "--segment", "voice", "--aggregate", "weighted"),
    )

    assert ran.code == 0, ran.err
    assert last_commit(root) == ("Add KPI: first_reply_time", ["kpis/first_reply_time.yaml"])
    assert (root / "kpis/first_reply_time.yaml").read_text() == (
        "title: First reply time\nwhy: They wait.\nunit: h\ndirection: down\nbounds: [0, null]\n"
        "kind: leading\nfamily: operations\nowner: ana\nteam: support\nserves: [cx-leader]\n"
        "baseline: 4.5\ntarget: {value: 2, by: 2026-12-31, since: 2026-11-20}\n"
        "warning: 1\ncadence: daily\n"
        "segments: [chat, voice]\naggregate: weighted\nadded: 2026-11-20\n"
    )


def test_new_kpi_from_an_id_gets_its_words_as_title(okr: Okr, root: Path) -> None:
    okr("new", "kpi", "first_reply_time", "--direction", "down")
    okr("new", "kpi", "clv", "--direction", "up", "--target", "5..9")

    kpis = load_plan(root).kpis_by_id
    assert kpis["first_reply_time"].title == "First reply time"
    assert kpis["clv"].title == "CLV"
    assert kpis["clv"].target is not None
    assert isinstance(kpis["clv"].target.range, Band)


def test_new_in_a_workspace_with_wrong_settings_is_refused(okr: Okr, root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\nname: [\n")
    before = photograph(root)

    assert okr("new", "kpi", "clv", "--direction", "up").code == 3
    assert photograph(root) == before


def test_new_in_a_workspace_with_other_errors_works(okr: Okr, root: Path) -> None:
    (root / "objectives/2026-Q4/broken.yaml").write_text("title: [\n")

    assert okr("new", "kpi", "clv", "--direction", "up").code == 0


def test_new_names_the_schema_where_the_workspace_has_one(okr: Okr, root: Path) -> None:
    (root / ".okr").mkdir()
    (root / ".okr/kpi.schema.json").write_text("{}")

    okr("new", "kpi", "clv", "--direction", "up")
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
