import gc
from collections.abc import Mapping
from contextlib import suppress

import pytest

from okrcli.errors import WorkspaceError
from okrcli.model.finding import YAML_SYNTAX, Finding, Place
from okrcli.model.plan import Plan
from okrcli.storage.loading import loaded_plan
from tests.storage.workspaces import CHECKIN, FILES, KPI, OBJECTIVE, paths, told


def loaded(changes: Mapping[str, str | bytes]) -> Plan:
    """Return the plan of the small workspace with *changes*."""
    files = {**FILES, **changes}
    return loaded_plan(
        (path, text if isinstance(text, bytes) else text.encode())
        for path, text in sorted(files.items())
    )


@pytest.mark.parametrize("path", [path for path in FILES if path != "okr.yaml"])
def test_conflict_in_any_file_is_told_and_the_rest_is_loaded(path: str) -> None:
    plan = loaded({path: f"<<<<<<< HEAD\n{FILES[path]}=======\n{FILES[path]}>>>>>>> other\n"})

    assert told(plan) == [("E001", path, "The file contains an unresolved merge conflict.")]
    assert plan.unreadable == {path}
    assert path not in paths(plan)
    assert len(paths(plan)) == len(FILES) - 2


def test_rest_is_loaded_when_the_settings_cannot_be_read() -> None:
    plan = loaded({"okr.yaml": "version: 1\n<<<<<<< HEAD\n"})

    assert [each.place for each in plan.findings] == [("okr.yaml", 2, 1)]
    assert len(paths(plan)) == len(FILES) - 1
    assert plan.settings.name == "OKR"
    assert plan.settings.path == "okr.yaml"
    assert plan.unreadable == {"okr.yaml"}


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("objectives/2026-Q4/-cx.yaml", "'-cx' is not an id"),
        ("objectives/2026-Q4/c*[x].yaml", "'c*[x]' is not an id"),
        ("objectives/2026-Q4/Cx-Lead.yaml", "'Cx-Lead' is not an id"),
        ("objectives/2026-Q4/año.yaml", "'año' is not an id"),
        ("objectives/Q4 2026/cx.yaml", "The folder 'Q4 2026' is not a cycle"),
        ("kpis/first-reply.yaml", "'first-reply' is not a KPI id"),
        ("kpis/9_lives.yaml", "'9_lives' is not a KPI id"),
        ("improvements/CSAT.yaml", "'CSAT' is not an id"),
        (f"kpis/{'x' * 65}.yaml", "at most 64 characters"),
    ],
)
def test_names_that_are_no_ids_are_told(path: str, part: str) -> None:
    plan = loaded({path: KPI})

    [(code, found, message)] = told(plan)
    assert (code, found) == ("E002", path)
    assert part in message
    assert plan.unreadable == {path}


def test_name_that_cannot_be_shown_is_refused_unread() -> None:
    plan = loaded({"kpis/a\n.yaml": "no: [yaml"})

    assert told(plan) == [
        ("E002", "kpis/a .yaml", "The file name contains characters that cannot be displayed.")
    ]
    assert plan.unreadable == {"kpis/a .yaml"}


def test_link_that_git_wrote_as_text_is_told_as_a_link() -> None:
    plan = loaded({"kpis/csat.yaml": "../group/csat.yaml"})

    assert [each[:2] for each in told(plan)] == [("E007", "kpis/csat.yaml")]
    assert plan.unreadable == {"kpis/csat.yaml"}


def test_files_that_could_not_be_got_are_told_with_the_others() -> None:
    missing = Finding.of(YAML_SYNTAX, Place("kpis/csat.yaml"), "This cannot be read.")
    plan = loaded_plan([("kpis/nps.yaml", b"titel: x\n")], [missing], ["kpis/csat.yaml"])

    assert [each.place.path for each in plan.findings] == [
        "kpis/csat.yaml",
        "kpis/nps.yaml",
    ]
    assert plan.unreadable == {"kpis/csat.yaml", "kpis/nps.yaml"}


def test_include_is_told_as_not_followed() -> None:
    [finding] = loaded({"okr.yaml": "version: 1\ninclude: [../other]\n"}).findings

    assert (finding.rule.code, finding.severity) == ("E002", "warning")
    assert finding.place == ("okr.yaml", 2, 1)


@pytest.mark.parametrize("version", ["2", "1.5", "99999999999999999999"])
def test_workspace_of_a_newer_version_is_refused(version: str) -> None:
    with pytest.raises(WorkspaceError, match=f"version {version}") as refused:
        loaded({"okr.yaml": f"version: {version}\n"})

    assert "Install a newer okr" in str(refused.value.hints)


@pytest.mark.parametrize("version", ["1", "true", '"2"', "new"])
def test_version_that_is_no_number_is_no_newer_one(version: str) -> None:
    assert len(paths(loaded({"okr.yaml": f"version: {version}\n"}))) == len(FILES) - 1


def test_file_of_which_items_are_missing_is_called_unreadable_and_still_loaded() -> None:
    path = "objectives/2026-Q4/cx.yaml"
    plan = loaded({path: OBJECTIVE + "  - {id: csat, titel: x, type: binary}\n"})

    assert plan.unreadable == {path}
    assert path in paths(plan)


def test_checkin_is_loaded_without_its_entries_that_have_an_error() -> None:
    path = "checkins/2026/2026-11-20-ana-1.yaml"
    entries = "  - {kpi: nps, value: 44}\n  - {kpi: csat, value: many}\n"
    plan = loaded({path: f"{CHECKIN}readings:\n{entries}"})

    [checkin] = [each for each in plan.checkins if each.path == path]
    assert [each.kpi for each in checkin.readings] == ["nps"]
    assert [each.kpi for each in plan.refused] == ["csat"]
    assert plan.unreadable == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("checkins/2026/a.yaml", "checkins/2026/A.yaml"),
        ("checkins/Week/a.yaml", "checkins/week/b.yaml"),
        ("checkins/caf\u00e9.yaml", "checkins/cafe\u0301.yaml"),
        ("checkins/stra\u00dfe.yaml", "checkins/strasse.yaml"),
    ],
)
def test_names_that_many_computers_take_for_one_are_told_once(one: str, other: str) -> None:
    [(code, _, message)] = told(loaded({one: CHECKIN, other: CHECKIN}))

    assert code == "E003"
    assert message.endswith("differ only in case.")


@pytest.mark.parametrize("version", [1, 2])
def test_garbage_collector_is_left_as_it_was(version: int) -> None:
    with suppress(WorkspaceError):
        loaded({"okr.yaml": f"version: {version}\n"})
    assert gc.isenabled()


def test_garbage_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        loaded({})
        assert not gc.isenabled()
    finally:
        gc.enable()
