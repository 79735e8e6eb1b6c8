from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Place
from okrcli.model.plan import Plan
from okrcli.storage.cache import folder, parsed_files
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.cache.parsed_files import past_files
from okrcli.storage.loading import loaded_plan
from okrcli.storage.workspace import load_plan
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.reader import read
from tests.storage.workspaces import FILES

MORE = {
    **FILES,
    "kpis/exact.yaml": "title: Exact\nbaseline: 0.10\nbounds: [5., 1e3]\n",
    "kpis/bad.yaml": "titel: x\n",
    "kpis/broken.yaml": "title: [\n",
    "kpis/doubtful.yaml": "title: Fix #12 now # okr: ignore K101\nwhy: yes\n",
    "kpis/ignored.yaml": "title: Ignored # okr: ignore K101\n",
    "checkins/2026/wrong.yaml": "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 1,5}]\n",
}


@pytest.fixture(autouse=True)
def any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrcli.storage.workspace.FEWEST_FILES", 1)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    for path, content in MORE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "okr")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the files that are parsed."""
    paths: list[str] = []

    def reading(path: str, raw: bytes) -> Document:
        paths.append(path)
        return read(path, raw)

    monkeypatch.setattr(parsed_files, "read", reading)
    return paths


def _everything(plan: Plan) -> object:
    ignores = {path: source.ignores for path, source in plan.sources.items()}
    return plan, ignores, [plan.place(kpi, "title") for kpi in plan.kpis]


def test_second_time_only_files_with_findings_are_parsed(
    root: Path, cache: CacheFolder, parsed: list[str]
) -> None:
    first = load_plan(root, cache=cache)
    assert len(parsed) == len(MORE)
    parsed.clear()
    second = load_plan(root, cache=cache)
    assert {*parsed} >= {"kpis/broken.yaml", "kpis/doubtful.yaml"}
    assert "objectives/2026-Q4/cx.yaml" not in parsed
    assert "kpis/nps.yaml" not in parsed
    assert _everything(first) == _everything(second) == _everything(load_plan(root))
    assert second.place(second.kpis_by_id["exact"], "baseline") == Place("kpis/exact.yaml", 2, 11)


def test_another_content_is_parsed_at_once(cache: CacheFolder, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "okr.yaml").write_text("version: 1\nname: One\n")
    load_plan(root, cache=cache)
    (root / "okr.yaml").write_text("version: 1\nname: Two\n")
    assert load_plan(root, cache=cache).settings.name == "Two"


def test_another_code_uses_nothing_of_it(
    root: Path, cache: CacheFolder, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_plan(root, cache=cache)
    parsed.clear()
    monkeypatch.setattr(parsed_files, "_code_digest", lambda: b"another")
    load_plan(root, cache=cache)
    assert len(parsed) == len(MORE)


def test_code_that_is_in_no_files_keeps_nothing(
    root: Path, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> bytes:
        raise NotADirectoryError

    monkeypatch.setattr(parsed_files, "_code_digest", fail)
    assert _everything(load_plan(root, cache=cache)) == _everything(load_plan(root))
    assert cache.files() == {}


def test_files_that_are_all_known_are_not_written_again(root: Path, cache: CacheFolder) -> None:
    load_plan(root, cache=cache)
    [(path, before)] = cache.files().items()
    load_plan(root, cache=cache)
    assert path.stat().st_ino == before.st_ino


def test_what_is_not_read_is_forgotten_only_where_all_is_read(
    root: Path, cache: CacheFolder, parsed: list[str]
) -> None:
    load_plan(root, cache=cache)
    for are_all in (False, True):
        with parsed_files.parsed_files(cache, root.resolve(), are_all=are_all) as reader:
            reader("okr.yaml", f"version: 1\nname: {are_all}\n".encode())
        parsed.clear()
        load_plan(root, cache=cache)
        assert ("kpis/nps.yaml" in parsed) is are_all


def test_small_workspace_keeps_nothing(
    root: Path, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okrcli.storage.workspace.FEWEST_FILES", folder.FEWEST_FILES)
    load_plan(root, cache=cache)
    assert not cache.path.exists()


def _damaged(content: bytes) -> st.SearchStrategy[bytes]:
    """Return *content* cut, with other bytes, or replaced by something else."""
    places = st.integers(0, len(content))
    others = ["", "null", "[]", '{"a": 1}', "0" * 32 + "{}", "0" * 32 + "\n" + "0" * 32 + "[1]"]
    return st.one_of(
        places.map(lambda at: content[:at]),
        places.map(lambda at: content[at:]),
        st.builds(lambda at, new: content[:at] + new + content[at:], places, st.binary(min_size=1)),
        st.builds(
            lambda at, new: content[:at] + new + content[at + len(new) :],
            places,
            st.binary(min_size=1, max_size=9),
        ),
        st.sampled_from(others).map(str.encode),
        st.binary(),
        st.just(content.replace(b"Acme", b"Evil")),
        st.just(content * 3),
    )


@given(st.data())
def test_damage_changes_nothing(
    root: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cache = CacheFolder(tmp_path_factory.mktemp("cache") / "okr")
    whole = load_plan(root, cache=cache)
    [path] = cache.files()
    path.write_bytes(data.draw(_damaged(path.read_bytes())))
    assert _everything(load_plan(root, cache=cache)) == _everything(whole)
    assert _everything(load_plan(root, cache=cache)) == _everything(whole)


@pytest.mark.parametrize("line", ["null", "[]", "1", '"text"', "{", "{}{}", "{},{}", ""])
def test_lines_of_another_type_are_ignored(root: Path, cache: CacheFolder, line: str) -> None:
    """Even if they are sealed, as no damage is."""
    whole = load_plan(root, cache=cache)
    [path] = cache.files()
    files = parsed_files._ParsedFiles(cache, root.resolve(), parsed_files._code_digest())
    [first, *others] = path.read_bytes()[32:].split(b"\n")
    body = b"\n".join([first[:32] + line.encode(), *others])
    path.write_bytes(files._seal(body) + body)
    assert _everything(load_plan(root, cache=cache)) == _everything(whole)


OLD = "kpis/old.yaml"


def _versions(count: int, name: str = "Old") -> list[bytes]:
    return [
        f"title: {name} {number}\nbaseline: 0.{number:03}\n".encode() for number in range(count)
    ]


def _read_past(cache: CacheFolder | None, root: Path, contents: list[bytes]) -> list[Plan]:
    with past_files(cache, root) as reader:
        return [loaded_plan([(OLD, raw)], reader=reader) for raw in contents]


def test_what_files_once_held_is_parsed_once(
    root: Path, cache: CacheFolder, parsed: list[str]
) -> None:
    contents = [*_versions(200), b"title: [\n"]
    plain = _read_past(None, root, contents)
    first = _read_past(cache, root, contents)
    parsed.clear()
    assert _read_past(cache, root, contents) == first == plain
    assert len(parsed) == 1  # the one that cannot be read


def test_past_that_is_not_asked_for_is_kept(
    root: Path, cache: CacheFolder, parsed: list[str]
) -> None:
    _read_past(cache, root, _versions(200))
    _read_past(cache, root, _versions(200, "Another"))
    parsed.clear()
    _read_past(cache, root, _versions(200))
    assert parsed == []


def test_of_too_much_past_only_what_is_asked_for_is_kept(
    root: Path, cache: CacheFolder, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsed_files, "_MOST_OF_PAST", 300)
    _read_past(cache, root, _versions(200))
    _read_past(cache, root, _versions(200, "Another"))
    parsed.clear()
    _read_past(cache, root, _versions(200, "Another"))
    assert parsed == []
    _read_past(cache, root, _versions(200))
    assert len(parsed) == 200


def test_short_past_is_not_kept(root: Path, cache: CacheFolder) -> None:
    _read_past(cache, root, _versions(20))
    assert not cache.path.exists()


def test_past_and_present_are_apart(root: Path, cache: CacheFolder, parsed: list[str]) -> None:
    load_plan(root, cache=cache)
    _read_past(cache, root, _versions(200))
    parsed.clear()
    load_plan(root, cache=cache)
    assert "kpis/nps.yaml" not in parsed
    assert len(cache.files()) == 2


@given(st.data())
def test_damaged_past_changes_nothing(
    root: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cache = CacheFolder(tmp_path_factory.mktemp("cache") / "okr")
    contents = _versions(120)
    whole = _read_past(cache, root, contents)
    [path] = cache.files()
    path.write_bytes(data.draw(_damaged(path.read_bytes())))
    assert _read_past(cache, root, contents) == whole
    assert _read_past(cache, root, contents) == whole
