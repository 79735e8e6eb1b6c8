from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import WorkspaceError
from okrcli.storage.layout import (
    Kind,
    checkin_id,
    checkin_path,
    cycle_of,
    id_of,
    improvement_path,
    inside,
    kind_of,
    kpi_path,
    modeline,
    name_problem,
    objective_path,
)
from okrcli.system import is_reserved_name

_DAY = date(2026, 11, 20)


def test_layout_names_new_files() -> None:
    assert objective_path("2026-Q4", "cx-leader") == "objectives/2026-Q4/cx-leader.yaml"
    assert kpi_path("first_reply") == "kpis/first_reply.yaml"
    assert improvement_path("csat-2026-11-02") == "improvements/csat-2026-11-02.yaml"
    path = checkin_path(_DAY, "ana", "7f3a9c12")
    assert path == "checkins/2026/11/20/2026-11-20-ana-7f3a9c12.yaml"
    assert checkin_id(_DAY, "ana", "7f3a9c12") == "2026-11-20-ana-7f3a9c12"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("okr.yaml", Kind.SETTINGS),
        ("objectives/2026-Q4/cx.yaml", Kind.OBJECTIVE),
        ("objectives/2026-Q4/cx.yml", Kind.OBJECTIVE),
        ("kpis/nps.yaml", Kind.KPI),
        ("checkins/x.yaml", Kind.CHECKIN),
        ("checkins/2026/11/x.yaml", Kind.CHECKIN),
        ("improvements/x.yaml", Kind.IMPROVEMENT),
        ("okr.yml", None),
        ("objectives/cx.yaml", None),
        ("objectives/a/b/cx.yaml", None),
        ("kpis/a/nps.yaml", None),
        ("kpis/nps.json", None),
        ("kpis/.nps.yaml", None),
        ("sub/kpis/nps.yaml", None),
        (".okr/kpi.schema.json", None),
        ("kpis", None),
    ],
)
def test_layout_knows_what_a_file_holds(path: str, kind: Kind | None) -> None:
    assert kind_of(path) is kind


def test_layout_reads_id_and_cycle_off_the_path() -> None:
    assert id_of("objectives/2026-Q4/cx-leader.yml") == "cx-leader"
    assert cycle_of("objectives/2026-Q4/cx-leader.yml") == "2026-Q4"


@pytest.mark.parametrize(
    ("path", "relative"),
    [
        ("okr.yaml", "./.okr/settings.schema.json"),
        ("kpis/nps.yaml", "../.okr/kpi.schema.json"),
        ("objectives/2026-Q4/cx.yaml", "../../.okr/objective.schema.json"),
        ("checkins/2026/x.yaml", "../../.okr/checkin.schema.json"),
        ("improvements/x.yaml", "../.okr/improvement.schema.json"),
    ],
)
def test_layout_points_editors_to_the_schema(path: str, relative: str) -> None:
    assert modeline(path) == f"# yaml-language-server: $schema={relative}"


def test_layout_has_no_schema_for_other_files() -> None:
    with pytest.raises(WorkspaceError):
        modeline("README.md")


@given(st.from_regex(r"(con/|a/|2026/)?\d{4}-\d\d-\d\d[-a-z0-9.: A-Z]*\.ya?ml", fullmatch=True))
def test_check_in_may_have_any_name_that_windows_can_have(name: str) -> None:
    is_reserved = any(map(is_reserved_name, name.split("/")))
    assert (name_problem(f"checkins/{name}") is not None) is is_reserved


def test_inside_gives_the_place_of_a_file(tmp_path: Path) -> None:
    assert inside(tmp_path, "kpis/nps.yaml") == tmp_path / "kpis" / "nps.yaml"
