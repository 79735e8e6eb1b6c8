"""Text that YAML ends at a `#` is found, and the entry that it stands in still counts."""

from pathlib import Path

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.refused_entries import NEW, WORKSPACE, with_refused

CX = "objectives/2026-Q4/cx.yaml"


def test_title_that_yaml_cuts_is_found(run_okr: Okr, tmp_path: Path) -> None:
    objective = WORKSPACE[CX].replace("Lead the industry", "Fix #12 now")
    write(tmp_path, {**WORKSPACE, CX: objective})

    ran = run_okr(tmp_path, "check", "--format", "concise", "--select", "E")
    assert ran.out.startswith(f"{CX}:1:12: warning E006 lossy-text: `title` ends before `#12 now`")


def test_entry_with_a_note_that_yaml_cuts_counts(run_okr: Okr, tmp_path: Path) -> None:
    entry = "key_results:\n  - key_result: cx/hours\n    value: 15\n    note: Ticket #12 is open\n"
    write(tmp_path, with_refused(entry))

    assert f"{NEW}:7:" in run_okr(tmp_path, "check", "--format", "concise", "--select", "E").out
    rows = run_okr(tmp_path, "report", "--format", "plain").out.splitlines()
    assert rows[2].split("\t")[11] == "15"
