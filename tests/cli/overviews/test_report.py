import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len

from okrcli.model.plan import Plan
from okrcli.render import REPORT_FORMATS
from okrcli.storage.workspace import load_plan
from tests.cli.workspaces import FILES, SECOND, SETTINGS, Ran, okr, write
from tests.repositories import git

Report = Callable[..., Ran]
SILENT = """\
title: Nobody has to wait
owner: ana
team: support
key_results:
  - {id: queue, title: Cut the queue from 40 to 10 tickets, type: metric, baseline: 40, target: 10}
"""
EXAMPLE = Path(__file__).parents[3] / "examples/customer-experience"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str], root: Path) -> Report:
    return lambda *arguments: okr(capsys, "report", "--root", root, *arguments)


def values(ran: Ran) -> dict[str, object]:
    key_results = json.loads(ran.out)["objectives"][0]["key_results"]
    return {each["id"]: each["value"] for each in key_results}


def test_report_shows_objectives_and_what_to_type_next(report: Report) -> None:
    ran = report()

    assert ran.code == 0
    assert ran.err == ""
    assert "Acme Support · 2026-Q4 · as of 2026-11-20" in ran.out
    assert "Raise NPS from 40 to 60" in ran.out
    assert ran.out.splitlines()[-1].startswith("Next: okr ")


def test_report_works_without_a_repository_and_writes_nothing(report: Report, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    assert report().code == 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_report_reads_the_files_once(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    roots: list[Path] = []

    def counted(root: Path, *_: object) -> Plan:
        roots.append(root)
        return load_plan(root)

    monkeypatch.setattr("okrcli.storage.workspace.load_plan", counted)

    assert report().code == 0
    assert len(roots) == 1


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_report_comes_in_every_format(report: Report, name: str) -> None:
    ran = report("--format", name)

    assert ran.code == 0
    assert "Raise NPS" in ran.out


def test_report_for_excel_is_csv_of_another_dialect(report: Report, tmp_path: Path) -> None:
    ran = report("--format", "csv", "--dialect", "excel")
    assert ran.out.startswith("\ufeffkind;ref;title;")

    path = tmp_path / "r.csv"
    report("--output", f"csv={path}", "--dialect", "excel")
    assert path.read_text(encoding="utf-8") == ran.out
    refused = report("--dialect", "excel")
    assert (refused.code, refused.err) == (2, "Error: --dialect is of CSV.\nAdd --format csv.\n")


def test_report_is_true_for_a_past_day(report: Report) -> None:
    assert values(report("--format", "json")) == {"nps": 47, "hours": 17.5, "training": 1}
    earlier = report("--format", "json", "--as-of", "2026-11-19")
    assert values(earlier) == {"nps": 44, "hours": 20, "training": 1}


def test_report_has_the_target_that_was_in_force_that_day(report: Report) -> None:
    ran = report("--format", "json", "--as-of", "2026-11-01")

    assert json.loads(ran.out)["objectives"][0]["key_results"][0]["target"] == 65


def test_report_reads_the_files_of_a_revision(report: Report, root: Path) -> None:
    checkin = root / "checkins/2026/2026-11-20-ana-00000002.yaml"
    checkin.unlink()
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Plan")
    checkin.write_text(SECOND, encoding="utf-8")

    ran = report("--format", "json", "--rev", "HEAD")

    assert values(ran)["nps"] == 44
    assert json.loads(ran.out)["revision"] == git(root, "rev-parse", "HEAD")
    assert values(report("--format", "json"))["nps"] == 47


def test_report_of_a_revision_of_a_folder_in_a_monorepo(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "teams/support", FILES)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Plan")

    ran = okr(capsys, "report", "--root", tmp_path / "teams/support", "--rev", "HEAD")

    assert ran.code == 0
    assert "Raise NPS" in ran.out


@pytest.mark.parametrize(("option", "code"), [("--rev", 3), ("--as-of", 2)])
def test_report_does_not_take_an_empty_option_for_none(
    report: Report, root: Path, option: str, code: int
) -> None:
    git(root, "init", "--quiet")

    assert report(option, "").code == code


def test_report_of_a_cycle_of_one_day_is_of_all_of_it(report: Report, root: Path) -> None:
    own = SETTINGS + "cycles:\n  fair: {start: 2026-11-20, end: 2026-11-20}\n"
    objective = FILES["objectives/2026-Q4/cx-leader.yaml"].partition("    amendments:")[0]
    write(root, {"okr.yaml": own, "objectives/fair/stand.yaml": objective})

    ran = report("--format", "json")
    cycle = json.loads(ran.out)["cycle"]
    assert (cycle["id"], cycle["elapsed"]) == ("fair", 1), ran.err


def test_report_refuses_an_unknown_revision(report: Report, root: Path) -> None:
    git(root, "init", "--quiet")
    ran = report("--rev", "no-such")

    assert (ran.code, ran.out) == (3, "")
    assert "no-such" in ran.err


def test_report_refuses_a_revision_without_a_repository(report: Report) -> None:
    ran = report("--rev", "HEAD")

    assert (ran.code, ran.out) == (3, "")
    assert "not in a git repository" in ran.err
    assert "--as-of" in ran.err


@pytest.mark.parametrize(
    ("option", "wrong", "code", "known"),
    [
        ("--cycle", "2026-Q5", 3, "2026-Q4"),
        ("--team", "suport", 3, "support"),
        ("--owner", "anna", 3, "ana"),
        ("--format", "jsn", 2, "json"),
        ("--output", "jsn=x", 2, "json"),
        ("--output", "json", 2, "json=PATH"),
        ("--status", "at-risk", 2, "at_risk"),
        ("--as-of", "2026-02-30", 2, "YYYY-MM-DD"),
    ],
)
def test_report_names_the_known_ones_when_a_name_is_unknown(
    report: Report, option: str, wrong: str, code: int, known: str
) -> None:
    ran = report(option, wrong)

    assert (ran.code, ran.out) == (code, "")
    assert known in ran.err


def test_report_narrows_to_an_owner(report: Report) -> None:
    assert set(values(report("--format", "json", "--owner", "pavel"))) == {"hours"}


def test_report_says_when_nothing_fits(report: Report) -> None:
    ran = report("--team", "sales", "--status", "missed", "--format", "json")

    assert ran.code == 0
    assert json.loads(ran.out)["objectives"] == []
    assert ran.err == "No objective of 2026-Q4 matches --team sales --status missed.\n"


def test_report_writes_several_files_in_one_run(report: Report, tmp_path: Path) -> None:
    ran = report("--output", f"json={tmp_path}/r.json", "--output", f"csv={tmp_path}/new/r.csv")

    assert "as of 2026-11-20" in ran.out
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["as_of"] == "2026-11-20"
    rows = list(csv.DictReader(StringIO((tmp_path / "new/r.csv").read_text(encoding="utf-8"))))
    assert [row["kind"] for row in rows][:2] == ["objective", "key_result"]


def test_report_replaces_a_file_and_leaves_no_other(report: Report, tmp_path: Path) -> None:
    folder = write(tmp_path / "out", {"r.json": "old"})
    report("--output", f"json={folder}/r.json")

    assert [path.name for path in folder.iterdir()] == ["r.json"]
    assert (folder / "r.json").read_text(encoding="utf-8").startswith("{")


def test_report_is_printed_and_fails_when_a_file_has_an_error(report: Report, root: Path) -> None:
    write(root, {"kpis/broken.yaml": "title: [\n"})
    ran = report()

    assert ran.code == 1
    assert "✗ The files have 1 error" in ran.out
    assert "Raise NPS" in ran.out


def test_report_of_a_conflicted_file_is_loud(report: Report, root: Path) -> None:
    conflict = "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n"
    write(root, {"objectives/2026-Q4/other.yaml": conflict})
    ran = report()

    assert ran.code == 1
    assert "The files have" in ran.out


def test_report_of_an_empty_workspace_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"okr.yaml": "version: 1\nname: Acme\n"})
    ran = okr(capsys, "report", "--root", tmp_path)

    assert ran.code == 0
    assert "There is no objective in 2026-Q4 yet." in ran.err
    assert "okr new objective" in ran.err


def test_report_of_a_cycle_without_objectives_names_those_that_have_some(report: Report) -> None:
    ran = report("--cycle", "2026-Q3")

    assert ran.code == 0
    assert "2026-Q4" in ran.err


def test_report_without_a_workspace_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = okr(capsys, "report", "--root", tmp_path)

    assert (ran.code, ran.out) == (3, "")
    assert "okr init" in ran.err


def test_report_is_coloured_only_when_asked(report: Report) -> None:
    assert "\x1b[" not in report().out
    assert "\x1b[" in report("--color", "always").out
    assert "\x1b[" not in report("--color", "always", "--format", "json").out


def test_report_draws_with_ascii_when_asked(report: Report) -> None:
    assert report("--ascii").out.isascii()


def test_report_never_reads_markup(report: Report, root: Path) -> None:
    objective = root / "objectives/2026-Q4/cx-leader.yaml"
    text = objective.read_text(encoding="utf-8").replace("Train the team", "Train [bold]us[/]")
    objective.write_text(text, encoding="utf-8")

    assert "Train [bold]us[/]" in report("--color", "always", "--format", "table").out


@pytest.fixture
def two(root: Path) -> Path:
    """Return the workspace with a second objective, on which nobody has checked in."""
    return write(root, {"objectives/2026-Q4/a-silent.yaml": SILENT})


def order(ran: Ran) -> list[str]:
    return [each["id"] for each in json.loads(ran.out)["objectives"]]


@pytest.mark.usefixtures("two")
def test_report_sorts_every_format_when_asked_and_only_the_table_by_itself(report: Report) -> None:
    assert order(report("--format", "json")) == ["a-silent", "cx-leader"]
    assert order(report("--format", "json", "--sort", "pace")) == ["cx-leader", "a-silent"]
    assert order(report("--format", "json", "--sort", "progress")) == ["a-silent", "cx-leader"]
    table, by_id = report().out, report("--sort", "id").out
    assert table.index("at risk") < table.index("no data", 200)
    assert by_id.index("no data", 200) < by_id.index("at risk", 200)


@pytest.mark.usefixtures("two")
def test_summary_is_one_line_for_each_objective(report: Report) -> None:
    lines = report("--summary").out.splitlines()

    assert [line.split()[0] for line in lines[4:6]] == ["▲", "○"]
    assert len(lines) <= 7


def test_full_report_shows_titles_with_their_ids(report: Report) -> None:
    assert "(training)" in report("--full").out
    assert "(training)" not in report().out


def test_report_counts_what_it_shows_of_an_owner(report: Report) -> None:
    assert "; 3 key results" in report().out
    assert "; 1 key result\n" in report("--owner", "pavel").out


def test_example_fits_a_screen_of_45_lines_at_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = okr(capsys, "report", "--root", EXAMPLE)
    lines = ran.out.splitlines()

    assert len(lines) <= 45
    assert max(map(cell_len, lines)) <= 80


def test_markdown_shows_which_objective_serves_which(root: Path, report: Report) -> None:
    other = root / "objectives/2026-Q4/serving.yaml"
    other.write_text("title: Serve\nparent: cx-leader\nowner: ana\n", encoding="utf-8")
    assert "```mermaid" in report("--format", "markdown").out
    assert "```mermaid" not in report("--format", "markdown", "--owner", "ana").out
    assert "```mermaid" not in report("--format", "markdown", "--summary").out
