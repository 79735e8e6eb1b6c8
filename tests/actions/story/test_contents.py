from pathlib import Path

import pytest

from okrcli.actions.story.contents import Contents, FileChange, change_in
from okrcli.history.log import LogEntry, log
from okrcli.history.repository import open_repository
from okrcli.storage.layout import Kind
from tests.security.forging import CHECKIN, OBJECTIVE, Workspace, agreed, checkin, objective


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin(), "a.txt": "a"})
    return space.commit("2026-10-06", {OBJECTIVE: objective(50), CHECKIN: checkin(43)})


def changes_in(entry: LogEntry) -> list[FileChange]:
    return [change_in(entry, path) for path in entry.files if path in {OBJECTIVE, CHECKIN}]


def test_changes_have_what_was_there_before_and_since(space: Workspace) -> None:
    repository = open_repository(space.root)
    assert repository is not None
    entries = log(repository, space.root).entries
    made, added, edited = map(changes_in, entries)

    assert [(change.path, change.before) for change in made] == [(OBJECTIVE, (None,))]
    assert [(change.path, change.kind) for change in added] == [(CHECKIN, Kind.CHECKIN)]
    assert edited[0].before == (added[0].now,)

    changes = [*made, *added, *edited]
    blobs = (blob for change in changes for blob in (*change.before, change.now) if blob)
    contents = Contents.of(repository, blobs)
    [old, new] = [
        contents.definition(OBJECTIVE, each.now) for each in changes if each.path == OBJECTIVE
    ]
    assert old is not None
    assert new != old
    files = [(CHECKIN, each.now) for each in changes if each.path == CHECKIN and each.now]
    checkins = contents.checkins(files)
    assert [str(checkins[file].key_results[0].value) for file in files] == ["42", "43"]
    assert contents.definition(OBJECTIVE, None) is None
