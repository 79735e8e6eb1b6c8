import os
from pathlib import Path

import pytest

from okrcli.actions.output_places import place_of_output, stream_of_output, write_output
from okrcli.errors import WorkspaceError


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/dev/stdin", 0),
        ("/dev/stdout", 1),
        ("/dev/stderr", 2),
        ("/dev/fd/7", 7),
        ("/proc/self/fd/3", 3),
        ("/dev/null", None),
        ("/dev/stdother", None),
        ("dev/stdout", None),
        ("report.md", None),
    ],
)
def test_open_files_are_known_by_their_names(path: str, number: int | None) -> None:
    assert stream_of_output(Path(path)) == number


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "clone"
    (root / ".git").mkdir(parents=True)
    (root / "docs").mkdir()
    return root


@pytest.mark.parametrize("name", ["report.md", "docs/report.md", "../report.md", "new/report.md"])
def test_output_without_links_is_written_where_it_is_named(checkout: Path, name: str) -> None:
    assert place_of_output(Path(name), checkout) == (checkout / name).resolve()
    assert place_of_output(checkout / name, Path("/")) == (checkout / name).resolve()


@pytest.mark.parametrize(
    ("link", "target", "name"),
    [
        ("report.md", "../elsewhere.md", "report.md"),
        ("docs/more", "../..", "docs/more/report.md"),
        ("report.md", "docs/report.md", "report.md"),
        ("loop", "loop", "loop"),
    ],
)
def test_link_of_a_checkout_is_not_followed(
    checkout: Path, link: str, target: str, name: str
) -> None:
    (checkout / link).symlink_to(target)

    with pytest.raises(WorkspaceError):
        place_of_output(Path(name), checkout)


def test_link_of_another_checkout_is_not_followed_either(checkout: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "okr.yaml").touch()
    (other / "report.md").symlink_to(tmp_path / "elsewhere.md")

    with pytest.raises(WorkspaceError):
        place_of_output(other / "report.md", checkout)


def test_users_own_links_outside_are_followed(checkout: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "reports").symlink_to(own)

    found = place_of_output(tmp_path / "reports/report.md", checkout)
    assert found == (own / "report.md").resolve()
    (tmp_path / "here").symlink_to(checkout)
    assert place_of_output(tmp_path / "here/report.md", checkout) == checkout / "report.md"


@pytest.mark.parametrize("name", [".git/config", "docs/.GIT/hooks/x", "../other/.git/x"])
def test_files_of_git_are_never_written(checkout: Path, name: str) -> None:
    with pytest.raises(WorkspaceError):
        place_of_output(Path(name), checkout)


def test_output_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("before")
    write_output(Path("report.md"), b"after", tmp_path)

    assert file.read_bytes() == b"after"
    assert [*tmp_path.iterdir()] == [file]


def test_output_may_be_an_open_stream(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as log:
        write_output(Path(f"/dev/fd/{log.fileno()}"), b"into the log", tmp_path)

    assert (tmp_path / "log").read_bytes() == b"into the log"


def test_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output(Path("pipe"), b"through the pipe", tmp_path)
        assert os.read(reader, 100) == b"through the pipe"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
