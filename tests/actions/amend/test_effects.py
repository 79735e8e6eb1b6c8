"""How things stand before and after a change."""

from pathlib import Path

from okrcli.actions.amend.effects import effect_lines
from tests.actions.amend.spaces import PATH, a_space
from tests.cli.workspaces import FILES, OBJECTIVE


def lines(tmp_path: Path, refs: list[str], changed: dict[str, str]) -> list[str]:
    before = a_space(tmp_path / "before", FILES)
    after = a_space(tmp_path / "after", {**FILES, **changed}).plan
    return [*effect_lines(before, after, refs, changed)]


def test_what_is_changed_is_told_also_where_it_stands_as_before(tmp_path: Path) -> None:
    same = {PATH: OBJECTIVE.replace("owner: ana", "owner: pavel")}
    assert lines(tmp_path, ["2026-Q4/cx-leader/nps"], same) == [
        "  progress of 2026-Q4/cx-leader/nps today: 35%, as before"
    ]
    assert lines(tmp_path, [], same) == []


def test_what_has_no_number_is_told(tmp_path: Path) -> None:
    none = {PATH: OBJECTIVE.replace("    baseline: 24\n", "")}
    assert lines(tmp_path, [], none)[0] == (
        "  progress of 2026-Q4/cx-leader/hours today: none (before: 54%)"
    )


def test_health_of_a_kpi_is_told(tmp_path: Path) -> None:
    path = "kpis/nps.yaml"
    higher = {path: FILES[path].replace("value: 50, by: 2026-12-31", "value: 80")}
    assert lines(tmp_path, ["nps"], higher) == ["  health of nps today: breach (before: healthy)"]
