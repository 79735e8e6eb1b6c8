"""A git repository: where it is, its state, and the identity that git has for us."""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from okrcli.errors import HistoryError, NoHistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.command import (
    ask_git,
    literal,
    require_supported,
    run_git,
    run_git_with_version,
)
from okrcli.history.configuration import Configuration, Identity, stated_identity
from okrcli.history.filters import without_filters
from okrcli.history.status import FileStatus, Status, status_of
from okrcli.history.unusable import require_absent, require_apart
from okrcli.system import git_bytes

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_IN_PROGRESS = {
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}


@frozen_dataclass
class Repository:
    """A repository with a work tree.

    Attributes:
        root: The work tree's top folder, without symlinks.
        git_folder: The folder for this work tree: its index and its HEAD.
        common_folder: The folder that all linked work trees share: the branches.
        lock_file: The file that we lock while we commit.
    """

    root: Path
    git_folder: Path
    common_folder: Path
    lock_file: Path
    shallow: bool

    def operation_in_progress(self) -> str | None:
        """Return the merge, rebase, cherry-pick, revert or am in progress."""
        if (self.git_folder / "rebase-merge").exists():
            return "rebase"
        if (self.git_folder / "rebase-apply").exists():
            return "am" if (self.git_folder / "rebase-apply/applying").exists() else "rebase"
        return self._pending_head() or self._pending_sequence()

    def is_shallow(self) -> bool:
        """Whether the history is cut off, as in a CI clone."""
        return self.shallow

    def is_partial(self) -> bool:
        """Whether a filter kept contents from being fetched, so that some may be missing."""
        pattern = r"^(remote\..*\.promisor|extensions\.partialclone)$"
        return run_git(self.root, "config", "--get-regexp", pattern).status == 0

    def require_whole_history(self) -> None:
        """Refuse a shallow clone, in which git cannot tell what came before.

        Raises:
            NoHistoryError: The clone is shallow.
        """
        if self.shallow:
            raise NoHistoryError(
                "This clone is shallow, so its history is cut off.",
                "Fetch all of it: `fetch-depth: 0` in CI, or `git fetch --unshallow`.",
            )

    def is_sparse(self) -> bool:
        """Whether a sparse checkout leaves files of the commit out of the work tree."""
        if not (self.git_folder / "info/sparse-checkout").is_file():
            return False
        return run_git(self.root, "config", "--type=bool", "core.sparseCheckout").text == "true"

    @cached_property
    def configuration(self) -> Configuration:
        """What git is configured with here."""
        return Configuration.of(self.root)

    def head(self) -> str | None:
        """Return the commit we are on, `None` on an unborn branch."""
        answer = run_git(self.root, "rev-parse", "--quiet", "--verify", "HEAD^{commit}")
        return answer.text or None

    def tip(self) -> str | None:
        """Return the commit we are on, as `head` does; without git where a file tells."""
        try:
            named = _text(self.git_folder / "HEAD")
            branch = named.removeprefix("ref: ")
            commit = _text(self.common_folder / branch) if branch != named else named
        except OSError:  # in a table, or packed with others
            return self.head()
        return commit if _COMMIT.fullmatch(commit) else self.head()

    def branch(self) -> str | None:
        """Return the branch we are on, born or not; `None` when HEAD is detached."""
        answer = run_git(self.root, "symbolic-ref", "--quiet", "HEAD")
        return answer.text.removeprefix("refs/heads/") or None

    def identity(self) -> Identity | None:
        """Return the author of our commits, `None` if git would have to make one up."""
        return self.configuration.author

    def committer(self) -> Identity | None:
        """Return the committer of our commits, `None` if git would have to make one up."""
        return self.configuration.committer

    def name_of(self, path: Path) -> str:
        """Return the posix path of *path* from the root, symlinks followed.

        Raises:
            HistoryError: It is outside.
        """
        real = path.resolve()
        if not real.is_relative_to(self.root):
            raise HistoryError(f"{path} is not in the repository {self.root}.")
        return real.relative_to(self.root).as_posix()

    def find_ignored(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return those of *paths*, existing or not, that git ignores."""
        # `./` keeps a leading `:` from being read as a pathspec's magic.
        names = {f"./{self.name_of(path)}": path for path in paths}
        answer = run_git(
            self.root, "check-ignore", "-z", "--stdin", stdin=git_bytes("\0".join(names))
        )
        if answer.status > 1:
            raise HistoryError(f"Git cannot tell what it ignores: {answer.reason}")
        return tuple(names[name] for name in answer.text.split("\0") if name)

    def knows_any(self, paths: Sequence[Path]) -> bool:
        """Whether one of *paths* is in the index, and so may be in a commit."""
        names = [literal(self.name_of(path)) for path in paths]
        return bool(names and ask_git(self.root, "ls-files", "-z", "--", *names).text)

    def status(self, *paths: Path) -> Status:
        """Return the status of *paths*, files or folders; of everything when none is given.

        Where git compares a file's content, it does so without the repository's own filters.
        """
        return self.status_of(*map(self.name_of, paths))

    def status_of(self, *names: str, untracked: bool = True, ignored: bool = False) -> Status:
        """Return the status of *names*, as `status` does.

        Args:
            names: Posix paths from the root.
            untracked: Whether files that git does not know are looked for.
            ignored: Whether those that it ignores are looked for, too.
        """
        settings = without_filters(self.root, self._configurations)
        return status_of(self.root, *names, settings=settings, untracked=untracked, ignored=ignored)

    def staged_paths(self) -> tuple[Path, ...]:
        """Return the files of which the user has staged something."""
        return tuple(self.root / file.name for file in self.status().files if file.is_staged)

    def has_staged_changes(self, path: Path) -> bool:
        """Whether the user has staged something of the file, or in the folder, *path*."""
        return any(file.is_staged for file in self.status(path).files)

    def is_clean_for(self, path: Path) -> bool:
        """Whether the file, or everything in the folder, *path* is as it was committed."""
        return not self.status(path).files

    def uncommitted_files(self, folder: Path) -> tuple[FileStatus, ...]:
        """Return the changed, staged and untracked files in *folder*."""
        return self.status(folder).files

    @property
    def _configurations(self) -> tuple[Path, ...]:
        return self.common_folder / "config", self.git_folder / "config.worktree"

    def _pending_head(self) -> str | None:
        if not (self.common_folder / "reftable").exists():
            found = (
                what for name, what in _IN_PROGRESS.items() if (self.git_folder / name).exists()
            )
            return next(found, None)
        # A table has these names, and no file.
        answer = ask_git(
            self.root, "cat-file", "--batch-check", stdin="\n".join(_IN_PROGRESS).encode()
        )
        lines = zip(_IN_PROGRESS.values(), answer.text.splitlines(), strict=True)
        return next((what for what, line in lines if not line.endswith(" missing")), None)

    def _pending_sequence(self) -> str | None:
        """Return the sequence that stopped between two commits, when no file names a commit."""
        todo = self.git_folder / "sequencer/todo"
        if not todo.exists():
            return None
        return "revert" if todo.read_bytes().startswith(b"revert") else "cherry-pick"


def open_repository(folder: Path) -> Repository | None:
    """Return the repository that holds *folder*, which need not exist yet; `None` outside of any.

    Raises:
        NoHistoryError: There is no program git, or only a bare repository and none around it.
        HistoryError: There is one that we cannot use: it belongs to another user, is broken, or is
            among the files of another repository.
    """
    here = _nearest_existing(folder)
    answer, version = run_git_with_version(
        here,
        "rev-parse",
        "--is-shallow-repository",
        "--absolute-git-dir",
        "--git-common-dir",
        "--git-path",
        "okr.lock",
        "--show-toplevel",
    )
    if answer.status != 0:
        require_absent(answer, here)
        return None
    require_supported(version)
    found = _repository(here, answer.text.split("\n"))
    require_apart(found.git_folder, found.root, here)
    return found


def create_repository(folder: Path) -> Repository:
    """Make *folder* a repository, as the user's git configuration wants them made."""
    folder.mkdir(parents=True, exist_ok=True)
    ask_git(folder.resolve(), "init", "--quiet")
    repository = open_repository(folder)
    if repository is None:
        raise HistoryError(f"Git made a repository in {folder}, but cannot open it.")
    return repository


def identity_at(folder: Path) -> Identity | None:
    """Return the author that git would write in *folder*, a repository or not.

    `None` if nothing is configured, so that git would make one up from the machine's name.
    """
    return stated_identity(_nearest_existing(folder), "author")


def folder_in_repository(root: Path) -> str:
    """Return the posix path of *root* from its repository's root, as CI servers want it.

    Empty where it is the repository's root itself, or in no repository, or there is no git.

    Raises:
        HistoryError: There is a repository that we cannot use.
    """
    try:
        repository = open_repository(root)
    except NoHistoryError:  # then paths are from the workspace
        return ""
    folder = repository.name_of(root) if repository else "."
    return "" if folder == "." else folder


def _nearest_existing(folder: Path) -> Path:
    real = folder.resolve()
    return next(place for place in (real, *real.parents) if place.is_dir())


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="surrogateescape").strip()


def _repository(here: Path, lines: list[str]) -> Repository:
    if len(lines) != 5:
        raise HistoryError(f"The repository of {here} has a line break in its path.")
    shallow, git_folder, common_folder, lock_file, root = lines
    return Repository(
        root=Path(root).resolve(),
        git_folder=Path(git_folder),
        common_folder=(here / common_folder).resolve(),
        # Not where a link of that name leads: see `locks`.
        lock_file=(here / lock_file).parent.resolve() / Path(lock_file).name,
        shallow=shallow == "true",
    )
