from pathlib import Path

from okrcli.storage.unfinished import MAX_BYTES, UnfinishedFiles, forget
from tests.windows import needs_modes


def files(folder: Path, root: str = "acme") -> UnfinishedFiles:
    return UnfinishedFiles(folder / "state", folder / root)


def contents(found: UnfinishedFiles) -> list[bytes]:
    return [content for _, content in found.find_abandoned()]


def test_what_is_still_being_typed_is_not_left(tmp_path: Path) -> None:
    typing = files(tmp_path)
    assert typing.keep(b"one")
    assert contents(files(tmp_path)) == []

    assert typing.keep(b"two")
    typing.close()
    assert contents(files(tmp_path)) == [b"two"]


def test_two_who_type_at_once_lose_nothing(tmp_path: Path) -> None:
    both = [files(tmp_path), files(tmp_path)]
    for number, typing in enumerate(both):
        assert typing.keep(b"%d" % number)
    for typing in both:
        typing.close()

    assert sorted(contents(files(tmp_path))) == [b"0", b"1"]


def test_what_another_workspace_has_left_is_not_seen(tmp_path: Path) -> None:
    other = files(tmp_path, "other")
    other.keep(b"one")
    other.close()

    assert contents(files(tmp_path)) == []


def test_what_is_forgotten_leaves_no_file(tmp_path: Path) -> None:
    typing = files(tmp_path)
    typing.keep(b"one")
    typing.forget()
    left = files(tmp_path)
    left.keep(b"two")
    left.close()
    for path, _ in files(tmp_path).find_abandoned():
        forget(path)

    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


def test_what_a_killed_okr_has_left_beside_is_removed(tmp_path: Path) -> None:
    typing = files(tmp_path)
    typing.keep(b"one")
    typing.close()
    ((path, _),) = typing.find_abandoned()
    path.with_name(f".{path.name}.0123456789ab.okr-tmp").write_bytes(b"half")
    path.with_name("01234567.lock").write_bytes(b"")

    assert contents(files(tmp_path)) == [b"one"]
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_kept_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    typing = files(tmp_path)

    assert not typing.keep(b"one")
    assert typing.find_abandoned() == []
    typing.forget()


def test_what_is_too_large_was_typed_by_nobody(tmp_path: Path) -> None:
    typing = files(tmp_path)
    typing.keep(b"x" * (MAX_BYTES + 1))
    typing.close()

    assert typing.find_abandoned() == []


@needs_modes
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    typing = files(tmp_path)
    typing.keep(b"one")
    typing.close()

    ((path, _),) = typing.find_abandoned()
    assert path.parent.stat().st_mode & 0o777 == 0o700
