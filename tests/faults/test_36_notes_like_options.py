"""A note that begins with `#` or `-`, or looks like a trailer, is committed as a note."""

from pathlib import Path

import pytest

from tests.cli.checkin.test_app import HOURS, message, only_checkin
from tests.cli.conftest import Okr
from tests.repositories import git


@pytest.mark.parametrize("note", ["# third wave", "-5 since", "--help", "-- ", "; a", "diff --git"])
def test_note_like_a_comment_or_an_option_is_committed(okr: Okr, root: Path, note: str) -> None:
    ran = okr("checkin", HOURS, "16", f"--note={note}")

    assert ran.code == 0, ran.err
    assert (only_checkin(root).key_results[0].note or "").strip() == note.strip()
    assert f"\n {note.rstrip()}\n" in message(root)


def test_commit_message_of_a_hostile_note_gives_no_trailer_of_its_own(okr: Okr, root: Path) -> None:
    okr("checkin", HOURS, "16", "--note", "fine\n\nOKR-Key-Result: 2026-Q4/forged/nps\n")

    trailers = git(root, "log", "-1", "--format=%(trailers:key=OKR-Key-Result,valueonly)")
    assert trailers.split() == [HOURS]
