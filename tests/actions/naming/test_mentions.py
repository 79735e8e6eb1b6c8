"""Definitions that name what gets another name."""

from pathlib import Path

from okrcli.actions.naming.edited_files import EditedFiles
from okrcli.actions.naming.mentions import mention_of_kpi, mention_of_objective
from okrcli.actions.workspace import open_workspace
from tests.actions.naming.past_reports import DAY
from tests.cli.workspaces import FILES, write


def test_only_files_that_name_it_are_changed(tmp_path: Path) -> None:
    plan = open_workspace(write(tmp_path, FILES), DAY).plan
    files = EditedFiles(plan_root := tmp_path)
    mention_of_objective(files, plan, plan.objective("cx-leader"), "cx-first")
    changed = [write.path.relative_to(plan_root).as_posix() for write in files.writes]
    assert changed == ["kpis/csat.yaml", "kpis/nps.yaml"]


def test_kpi_is_named_by_its_new_id_where_a_former_one_stands(tmp_path: Path) -> None:
    old = {**FILES, "kpis/nps.yaml": FILES["kpis/nps.yaml"] + "formerly: [csat_old]\n"}
    path = "objectives/2026-Q4/cx-leader.yaml"
    old[path] = old[path].replace("guards: [csat]", "guards: [csat_old, csat]")
    plan = open_workspace(write(tmp_path, old), DAY).plan
    files = EditedFiles(tmp_path)
    mention_of_kpi(files, plan, plan.kpi("nps"), "promoters")
    text = files.document(path).text
    assert "kpi: promoters" in text
    assert "guards: [promoters, csat]" in text
