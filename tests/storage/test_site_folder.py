"""A whole site takes the place of another, whatever happens."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from okrcli import system
from okrcli.errors import WorkspaceError
from okrcli.storage.site_folder import MANIFEST, open_site_folder

OLD = {"index.html": b"old", "kpis/nps.html": b"nps", "objectives/q4/cx.html": b"cx"}
NEW = {"index.html": b"new", "kpis/nps.html": b"nps", "people/ana.html": b"ana"}


def keys(pages: Mapping[str, bytes]) -> dict[str, str]:
    return {path: text.decode() for path, text in pages.items()}


def write_site(place: Path, pages: Mapping[str, bytes]) -> None:
    open_site_folder(place).replace(pages, [], keys(pages))


def rewrite(place: Path) -> None:
    """Write the new pages over the old ones, of which one stays."""
    changed = {path: text for path, text in NEW.items() if path != "kpis/nps.html"}
    open_site_folder(place).replace(changed, ["kpis/nps.html"], keys(NEW))


def pages_in(place: Path) -> dict[str, bytes]:
    return {
        file.relative_to(place).as_posix(): file.read_bytes()
        for file in place.rglob("*")
        if file.is_file() and file.name != MANIFEST
    }


def test_new_site_has_its_pages_and_knows_them_again(tmp_path: Path) -> None:
    place = tmp_path / "far/site"
    write_site(place, OLD)

    assert pages_in(place) == OLD
    assert {path: record.key for path, record in open_site_folder(place).pages.items()} == keys(OLD)


def test_old_pages_go_kept_ones_stay_and_nothing_is_left_beside(tmp_path: Path) -> None:
    place = tmp_path / "site"
    write_site(place, OLD)
    status = (place / "kpis/nps.html").stat()
    rewrite(place)

    assert pages_in(place) == NEW
    assert not (place / "objectives").exists()
    assert (place / "kpis/nps.html").stat().st_mtime_ns == status.st_mtime_ns
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_page_that_somebody_changed_is_not_known_any_more(tmp_path: Path) -> None:
    place = tmp_path / "site"
    write_site(place, OLD)
    (place / "index.html").write_bytes(b"mine")

    assert set(open_site_folder(place).pages) == {"kpis/nps.html", "objectives/q4/cx.html"}


def test_page_that_changes_meanwhile_stops_the_write(tmp_path: Path) -> None:
    place = tmp_path / "site"
    write_site(place, OLD)
    found = open_site_folder(place)
    (place / "kpis/nps.html").write_bytes(b"other")

    with pytest.raises(WorkspaceError, match="has changed"):
        found.replace({"index.html": b"new"}, ["kpis/nps.html"], keys(NEW))
    assert (place / "index.html").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("stranger", ["CNAME", "kpis/mine.html", ".nojekyll"])
def test_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path, stranger: str) -> None:
    place = tmp_path / "site"
    write_site(place, OLD)
    (place / stranger).write_bytes(b"mine")

    with pytest.raises(WorkspaceError, match="not pages of a site"):
        open_site_folder(place)
    assert (place / stranger).read_bytes() == b"mine"


def test_empty_folder_is_taken_and_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_site(tmp_path / "site", OLD)
    assert pages_in(tmp_path / "site") == OLD
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(WorkspaceError, match="is a file"):
        open_site_folder(tmp_path / "file")


def test_links_in_the_folder_are_refused_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "nps.html").write_bytes(b"keep")
    place = tmp_path / "site"
    write_site(place, OLD)
    (place / "kpis/nps.html").unlink()
    (place / "kpis").rmdir()
    (place / "kpis").symlink_to(outside)

    with pytest.raises(WorkspaceError, match="not pages of a site: kpis"):
        open_site_folder(place)
    assert (outside / "nps.html").read_bytes() == b"keep"


@pytest.mark.parametrize(
    "pages",
    [
        {"../outside.html": ["k", "d"]},
        {"/etc/passwd": ["k", "d"]},
        {"a/../../outside.html": ["k", "d"]},
        {"index.html": "no pair"},
        {"index.html": ["k"]},
        ["index.html"],
        None,
    ],
)
def test_list_of_pages_by_somebody_else_names_nothing_outside(
    tmp_path: Path, pages: object
) -> None:
    (tmp_path / "outside.html").write_bytes(b"keep")
    place = tmp_path / "site"
    place.mkdir()
    (place / MANIFEST).write_text(json.dumps({"schema": "okrcli.site/1", "pages": pages}))
    write_site(place, NEW)

    assert pages_in(place) == NEW
    assert (tmp_path / "outside.html").read_bytes() == b"keep"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "another"}', "\xff"])
def test_list_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    place = tmp_path / "site"
    place.mkdir()
    (place / MANIFEST).write_text(text, encoding="latin-1")

    with pytest.raises(WorkspaceError, match="is not the list"):
        open_site_folder(place)


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "exchange", lambda _one, _other: False)
    place = tmp_path / "site"
    write_site(place, OLD)
    rewrite(place)

    assert pages_in(place) == NEW
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


STEPS: Mapping[str, tuple[object, str]] = {
    "mkdir": (Path, "mkdir"),
    "write": (Path, "write_bytes"),
    "link": (os, "link"),
    "chmod": (Path, "chmod"),
    "exchange": (system, "exchange"),
    "unlink": (Path, "unlink"),
    "rmdir": (Path, "rmdir"),
}
"""What the rewrite consists of."""


def dying(function: Callable[..., object], at: int) -> Callable[..., object]:
    """Return *function*, whose call number *at* is the last thing that this process does."""
    calls = [0]

    def call(*arguments: object, **named: object) -> object:
        calls[0] += 1
        if calls[0] == at:
            os._exit(9)
        return function(*arguments, **named)

    return call


def dying_after(function: Callable[..., object], at: int) -> Callable[..., object]:
    """Return *function*, after whose call number *at* this process does nothing more."""
    calls = [0]

    def call(*arguments: object, **named: object) -> object:
        result = function(*arguments, **named)
        calls[0] += 1
        if calls[0] == at:
            os._exit(9)
        return result

    return call


@pytest.mark.skipif(sys.platform == "win32", reason="it has no fork, and no exchange of folders")
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_being_killed_at_any_step_leaves_the_old_site_or_the_new(
    tmp_path: Path, step: str, *, after: bool
) -> None:
    owner, name = STEPS[step]
    for at in range(1, 9):
        place = tmp_path / f"{step}{at}" / "site"
        write_site(place, OLD)
        child = os.fork()
        if child == 0:
            whole = getattr(owner, name)
            setattr(owner, name, (dying_after if after else dying)(whole, at))
            rewrite(place)
            os._exit(0)
        os.waitpid(child, 0)

        assert pages_in(place) in (OLD, NEW)
        write_site(place, NEW)
        assert pages_in(place) == NEW
        assert [file.name for file in place.parent.iterdir()] == ["site"]


def test_disk_that_is_full_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "site"
    write_site(place, OLD)

    def full(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WorkspaceError, match="No space left"):
        rewrite(place)
    monkeypatch.undo()
    assert pages_in(place) == OLD
    assert [file.name for file in tmp_path.iterdir()] == ["site"]
