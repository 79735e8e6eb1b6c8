"""A folder with a marker, followed through its moves."""

from dataclasses import replace
from pathlib import Path

from okrcli.history.log import Log
from okrcli.history.moves import FolderHistory, Kind, folder_history
from tests.history.builders import letters_of, opened
from tests.repositories import commit_file, git

KIND = Kind("mark.yaml", ("mark.yaml", "data"), lambda path: path if "data/" in path else None)


def history_of(repository: Path, folder: str = ".", *, look: bool = True) -> FolderHistory:
    """Return the history of a folder, read step by step and at once, which gives the same."""
    known, head = opened(repository), git(repository, "rev-parse", "HEAD")
    by_steps, at_once = (
        folder_history(
            known,
            repository / folder,
            KIND,
            head,
            is_too_short=lambda _log: look,
            is_likely_too_short=is_likely,
        )
        for is_likely in (False, True)
    )
    assert _without_others(at_once.own) == by_steps.own
    assert _without_others(at_once.log) == by_steps.log
    assert (at_once.folders, at_once.lost) == (by_steps.folders, by_steps.lost)
    return at_once


def _without_others(log: Log) -> Log:
    return replace(log, beside=())


def move(repository: Path, source: str, target: str) -> None:
    (repository / target).mkdir(parents=True, exist_ok=True)
    prefix = "" if source == "." else f"{source}/"
    for name in KIND.parts:
        git(repository, "mv", f"{prefix}{name}", target)
    git(repository, "commit", "--quiet", "--message", "Move")


def set_up(repository: Path, folder: str = ".") -> None:
    commit_file(repository, f"{folder}/mark.yaml", "version: 1\n")
    commit_file(repository, f"{folder}/data/a.yaml", f"of {folder}\n")


def test_folder_is_followed_through_two_moves_and_back(repository: Path) -> None:
    set_up(repository)
    move(repository, ".", "one")
    move(repository, "one", "deep/two")
    assert {*history_of(repository, "deep/two").folders} == {"deep/two", "one", "."}

    move(repository, "deep/two", ".")
    found = history_of(repository)
    assert {*found.folders} == {".", "one", "deep/two"}
    letters = [letters_of(entry).get("data/a.yaml") for entry in found.log.entries[2:]]
    assert letters == ["A"] * 4
    assert found.lost == ()


def test_own_files_are_those_of_the_present_name(repository: Path) -> None:
    set_up(repository)
    move(repository, ".", "one")
    own = history_of(repository, "one").own.entries
    assert [letters_of(entry) for entry in own] == [{"mark.yaml": "A", "data/a.yaml": "A"}]


def test_other_folders_of_the_kind_are_no_former_names(repository: Path) -> None:
    set_up(repository, "other")
    set_up(repository)
    move(repository, ".", "one")
    found = history_of(repository, "one")
    assert found.folders == ("one", ".")
    assert found.lost == ()


def test_two_folders_that_move_in_one_commit_keep_their_own_pasts(repository: Path) -> None:
    for folder in ("a", "b"):
        commit_file(repository, f"{folder}/mark.yaml", "version: 1\n")
        commit_file(repository, f"{folder}/data/{folder}.yaml", "x\n")
    git(repository, "mv", "a", "new-a")
    git(repository, "mv", "b", "new-b")
    git(repository, "commit", "--quiet", "--message", "Move both")
    found = history_of(repository, "new-b")
    assert found.folders == ("new-b", "b")
    assert [each.folder for each in found.lost] == ["a"]


def test_copy_that_is_edited_and_whose_original_goes_later_is_the_same(repository: Path) -> None:
    set_up(repository)
    commit_file(repository, "one/mark.yaml", "version: 1\nname: Another\n")
    commit_file(repository, "one/data/a.yaml", "edited\n")
    git(repository, "rm", "--quiet", "-r", "mark.yaml", "data")
    git(repository, "commit", "--quiet", "--message", "Tidy")
    assert history_of(repository, "one").folders == ("one", ".")


def test_folder_that_went_and_has_nothing_in_common_is_lost(repository: Path) -> None:
    set_up(repository)
    commit_file(repository, "one/mark.yaml", "version: 1\n")
    git(repository, "rm", "--quiet", "-r", "mark.yaml", "data")
    git(repository, "commit", "--quiet", "--message", "Tidy")
    found = history_of(repository, "one")
    assert found.folders == ("one",)
    assert [each.folder for each in found.lost] == ["."]


def test_move_in_a_merge_is_followed(repository: Path) -> None:
    set_up(repository)
    git(repository, "checkout", "--quiet", "-b", "side")
    commit_file(repository, "x.txt", "x")
    git(repository, "checkout", "--quiet", "main")
    commit_file(repository, "y.txt", "y")
    git(repository, "merge", "--quiet", "--no-commit", "side")
    (repository / "one").mkdir()
    git(repository, "mv", "mark.yaml", "data", "one")
    git(repository, "commit", "--quiet", "--message", "Merge")
    assert history_of(repository, "one").folders == ("one", ".")


def test_no_other_folder_is_looked_for_where_nothing_calls_for_it(repository: Path) -> None:
    set_up(repository)
    move(repository, ".", "one")
    assert history_of(repository, "one", look=False).folders == ("one",)


def test_folders_that_are_gone_are_found_inside_and_outside_of_the_present_one(
    repository: Path,
) -> None:
    for name in ("other", "here/inner", "alive"):
        set_up(repository, name)
    git(repository, "rm", "--quiet", "-r", "other", "here/inner")
    git(repository, "commit", "--quiet", "--message", "Away with them")
    set_up(repository, "here")
    found = history_of(repository, "here")
    assert {*found.folders, *(lost.folder for lost in found.lost)} == {
        "here",
        "here/inner",
        "other",
    }
