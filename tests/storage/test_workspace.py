import os
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_line
from okrcli.storage.workspace import find_root, load_plan, plan_of
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.reader import read
from tests.storage.workspaces import FILES, paths, told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace without a finding."""
    folder = tmp_path / "workspace"
    for path, content in FILES.items():
        _write(folder, path, content)
    return folder


def _write(root: Path, path: str, content: str | bytes) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_find_root_goes_upwards(root: Path) -> None:
    assert find_root(root) == root.resolve()
    assert find_root(root / "objectives" / "2026-Q4") == root.resolve()


def test_find_root_takes_the_nearest_workspace(root: Path) -> None:
    _write(root, "kpis/inner/okr.yaml", "version: 1\n")
    assert find_root(root / "kpis" / "inner") == (root / "kpis" / "inner").resolve()


def test_find_root_refuses_when_there_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match=r"There is no okr\.yaml in") as refused:
        find_root(tmp_path)
    assert refused.value.hints == (NextStep(StepKind.MAKE_WORKSPACE),)


def test_load_plan_loads_everything_in_the_order_of_the_paths(root: Path) -> None:
    plan = load_plan(root)
    assert told(plan) == []
    assert paths(plan) == [
        "objectives/2026-Q3/cx.yml",
        "objectives/2026-Q4/cx.yaml",
        "kpis/nps.yaml",
        "checkins/2025/week/2025-11-20-ana-2.yaml",
        "checkins/2026-11-20-ana-3.yaml",
        "checkins/2026/2026-11-20-ana-1.yaml",
        "improvements/csat-2026-11-02.yaml",
    ]
    assert plan.settings.name == "Acme"
    assert plan.settings.path == "okr.yaml"
    assert plan.objectives[0].ref == "2026-Q3/cx"
    assert set(plan.sources) == {*paths(plan), "okr.yaml"}
    assert plan.unreadable == frozenset()


def test_load_plan_and_plan_of_give_the_same(root: Path) -> None:
    _write(root, "kpis/bad.yaml", "titel: x\n")
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }
    one, other = load_plan(root), plan_of(files)
    assert one == other


def test_plan_of_parses_only_what_the_plan_before_has_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = {"kpis/broken.yaml": b"title: [\n", "kpis/doubtful.yaml": b"titel: x\n"}
    files = {path: content.encode() for path, content in FILES.items()} | broken
    before = plan_of(files)
    after = {**files, "kpis/nps.yaml": files["kpis/nps.yaml"] + b"note: More\n"}
    expected = plan_of(after)
    parsed: list[str] = []

    def reading(path: str, raw: bytes) -> Document:
        parsed.append(path)
        return read(path, raw)

    monkeypatch.setattr("okrcli.storage.yaml.reader.read", reading)
    assert plan_of(after, before) == expected
    assert parsed == ["kpis/nps.yaml"]


def test_load_plan_knows_where_a_value_stands(root: Path) -> None:
    plan = load_plan(root)
    place = plan.place(plan.objectives[1], "key_results", 0, "title")
    assert place == ("objectives/2026-Q4/cx.yaml", 3, 22)
    assert plan.key_place(plan.objectives[1], "key_results", 0, "title").column == 15


def test_load_plan_passes_over_other_files(root: Path) -> None:
    for path in (
        "README.md",
        "kpis/README.md",
        "kpis/.nps.yaml.okr-tmp",
        "kpis/.tmp1.yaml",
        "kpis/nps.yaml~",
        ".git/objectives/2026-Q4/x.yaml",
        "checkins/.trash/x.yaml",
        "okr.yml",
    ):
        _write(root, path, "no: [yaml")
    plan = load_plan(root)
    assert told(plan) == []
    assert len(plan.sources) == len(FILES)


# Links, wherever they lead: see tests/security/test_links.py.
def test_load_plan_reads_settings_only_from_their_own_file(root: Path) -> None:
    (root / "okr.yaml").rename(root.parent / "settings.yaml")
    (root / "okr.yaml").symlink_to(root.parent / "settings.yaml")
    plan = load_plan(root)
    assert [each[:2] for each in told(plan)] == [("E007", "okr.yaml")]
    assert plan.settings.name == "OKR"


@pytest.mark.parametrize("name", [b"a\n::error::x.yaml", b"\xff.yaml", b"\x1b[31m.yaml"])
def test_load_plan_tells_names_that_cannot_be_shown(root: Path, name: bytes) -> None:
    folder = os.fsencode(root / "checkins" / "2026")
    (root / "checkins" / "2026" / "2026-11-20-ana-1.yaml").rename(os.fsdecode(folder + b"/" + name))
    plan = load_plan(root)
    [(code, path, message)] = told(plan)
    assert code == "E002"
    assert path == inert_line(path)
    assert path.encode()
    assert message == "The file name contains characters that cannot be displayed."
    assert plan.unreadable == {path}


def test_load_plan_does_not_wait_for_a_pipe(root: Path) -> None:
    os.mkfifo(root / "kpis" / "pipe.yaml")
    (root / "kpis" / "folder.yaml").mkdir()
    assert [each[:2] for each in told(load_plan(root))] == [("E001", "kpis/pipe.yaml")]


def test_load_plan_refuses_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        load_plan(tmp_path)


def test_plan_of_refuses_files_without_settings() -> None:
    with pytest.raises(WorkspaceError):
        plan_of({"kpis/nps.yaml": b"title: NPS\n"})
