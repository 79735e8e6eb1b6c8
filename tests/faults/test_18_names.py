"""Titles in any script, and names that a computer of a colleague could not have."""

import json
from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI, OBJECTIVE, SECOND, TODAY, write
from tests.repositories import git, photograph


def errors(okr: Okr) -> list[tuple[str, str, str]]:
    """Return code, path and message of the errors that `okr check` finds."""
    found = json.loads(okr("check", "--format", "json").out)["findings"]
    return [
        (each["code"], each["path"], each["message"])
        for each in found
        if each["severity"] == "error"
    ]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Клиенты возвращаются", "klienty-vozvrashchayutsya"),
        ("Más alegría, niños", "alegria-ninos"),
        ("客户满意", "kehumanyi"),
        ("--force * [a-z] :(top)?", "force-z-top"),
        ("AUX", "aux-2"),
    ],
)
def test_title_in_any_script_gives_a_file(okr: Okr, root: Path, title: str, id_: str) -> None:
    ran = okr("new", "objective", "--today", TODAY, "--", title)

    assert ran.code == 0, ran.err
    assert git(root, "show", "--format=", "--name-only") == f"objectives/2026-Q4/{id_}.yaml"
    assert load_plan(root).objective(f"2026-Q4/{id_}").title == title


@pytest.mark.parametrize("name", ["con", "lpt9"])
@pytest.mark.parametrize(
    "command",
    [
        ("new", "objective", "Customers come back", "--id", "{}"),
        ("new", "objective", "Customers come back", "--cycle", "{}"),
        ("new", "kpi", "Churn", "--unit", "%", "--direction", "down", "--id", "{}"),
    ],
)
def test_name_that_windows_keeps_for_itself_is_refused(
    okr: Okr, root: Path, command: tuple[str, ...], name: str
) -> None:
    before = photograph(root)
    ran = okr(*(part.format(name) for part in command))

    assert ran.code in {2, 3}
    assert photograph(root) == before


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        ("kpis/con.yaml", KPI, "con.yaml"),
        ("kpis/nul.yml", KPI, "nul.yml"),
        ("objectives/2026-Q4/aux.yaml", OBJECTIVE, "aux.yaml"),
        ("objectives/COM1/cx-leader.yaml", OBJECTIVE, "COM1"),
        ("checkins/2026/LPT9.yaml", SECOND, "LPT9.yaml"),
        ("checkins/Nul/2026-11-20-ana-00000009.yaml", SECOND, "Nul"),
        ("checkins/2026/a:b.yaml", SECOND, "a:b.yaml"),
        ("checkins/2026 /a.yaml", SECOND, "2026 "),
    ],
)
def test_file_that_cannot_be_checked_out_on_windows_is_found(
    okr: Okr, root: Path, path: str, text: str, named: str
) -> None:
    write(root, {path: text})

    message = f"Windows can have no file or folder '{named}', so nobody could work with it there."
    assert ("E002", path, message) in errors(okr)


@pytest.mark.parametrize("path", ["kpis/CON.yaml", "kpis/сon.yaml", "kpis/ｃｏｎ.yaml"])
def test_variant_of_a_reserved_name_is_no_id_either(okr: Okr, root: Path, path: str) -> None:
    write(root, {path: KPI})

    assert [(code, place) for code, place, _ in errors(okr)] == [("E002", path)]


def test_person_named_like_a_device_checks_in_as_anybody(okr: Okr, root: Path) -> None:
    settings = (root / "okr.yaml").read_text(encoding="utf-8")
    write(root, {"okr.yaml": f"{settings}  con: {{name: Con, team: support}}\n"})
    ran = okr("checkin", "cx-leader/hours", "16", "--by", "con")

    assert ran.code == 0, ran.err
    assert not errors(okr)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("objectives/2026-Q4/cx-leader.yaml", "objectives/2026-q4/cx-leader.yaml"),
        ("objectives/2026-Q4/cx-leader.yaml", "objectives/2026-q4/another.yaml"),
        ("checkins/2026/x.yaml", "checkins/2026/X.yaml"),
        ("checkins/ana/x.yaml", "checkins/Ana/y.yaml"),
        ("checkins/2026/caf\u00e9.yaml", "checkins/2026/cafe\u0301.yaml"),
    ],
)
def test_names_that_are_one_on_many_computers_are_told(
    okr: Okr, root: Path, one: str, other: str
) -> None:
    text = OBJECTIVE if one.startswith("objectives") else SECOND
    write(root, {one: text, other: text})

    [(path, message)] = [
        (path, message) for code, path, message in errors(okr) if "in case" in message
    ]
    assert path in {one, other}
    assert "differ only in case" in message


@pytest.mark.parametrize("name", ["-rf.yaml", "*.yaml", "[a-z].yaml", ":(top).yaml"])
def test_checkin_of_an_odd_name_is_read_and_kept(okr: Okr, root: Path, name: str) -> None:
    write(root, {f"checkins/2026/{name}": SECOND.replace("18}", "11}").replace("09:00", "11:00")})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Check in by hand")
    ran = okr("check", "--format", "concise")

    if set(name) & set(':*?"'):
        assert "E002" in ran.out
    else:
        assert ran.code == 0, ran.out
        assert "11" in okr("show", "cx-leader/hours").out
