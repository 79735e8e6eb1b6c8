"""Push; if others have pushed first, make our check-ins again on top of theirs."""

import os

from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.command import ask_git, run_git
from okrcli.history.locks import hold_lock, retry_while_locked
from okrcli.history.program import Answer
from okrcli.history.pushing.replay import replay, require_checkins, unpushed_commits
from okrcli.history.ready import require_identity, require_no_operation
from okrcli.history.repository import Repository

TRIES = 5
"""How often to retry while others keep pushing first."""

_LATER = "Update your branch with `git pull --rebase` when your work allows it."


@frozen_dataclass
class Push:
    """What was pushed.

    Attributes:
        sha: The commit that the upstream branch now points to.
        upstream: The upstream branch, e.g. `origin/main`.
        warnings: Whole sentences about what the user should know of it.
    """

    sha: str
    upstream: str
    warnings: tuple[str, ...] = ()


@frozen_dataclass
class _Upstream:
    """Where the current branch is pushed to."""

    branch: str
    remote: str
    ref: str
    tracking: str

    @property
    def name(self) -> str:
        return self.tracking.removeprefix("refs/remotes/").removeprefix("refs/heads/")


def push(repository: Repository) -> Push:
    """Push the current branch to its upstream.

    If others have pushed first, our unpushed check-ins are made again on top of theirs, and the
    branch, the index and the work tree follow, unless that would touch a file that the user has
    changed. Nothing is ever stashed or forced.

    Raises:
        HistoryError: There is no upstream, or the push was refused; the commits stay as they are.
    """
    upstream = _upstream(repository)
    head = _required_head(repository)
    answer = _push(repository, upstream, head)
    if answer.status == 0:
        return Push(head, upstream.name)
    _require_overtaken(answer, upstream)
    require_no_operation(repository)
    require_identity(repository)
    ours = unpushed_commits(repository, upstream.tracking, head)
    return _follow(repository, upstream, frozenset(ours))


def _follow(repository: Repository, upstream: _Upstream, ours: frozenset[str]) -> Push:
    """Make *ours* again on top of what others pushed, until the remote accepts it."""
    for _ in range(TRIES):
        _fetch(repository, upstream)
        with hold_lock(repository):
            head = _required_head(repository)
            made = _replay_ours(repository, upstream, head, ours)
            answer = _push(repository, upstream, made)
            if answer.status == 0:
                return Push(made, upstream.name, _move(repository, upstream.branch, head, made))
        _require_overtaken(answer, upstream)
    raise HistoryError(
        f"Others keep pushing to {upstream.name} at the same time.",
        "The commit is in your branch. Try `git push` again later.",
    )


def _replay_ours(
    repository: Repository, upstream: _Upstream, head: str, ours: frozenset[str]
) -> str:
    commits = unpushed_commits(repository, upstream.tracking, head)
    if not ours.issuperset(commits):
        raise HistoryError(
            f"The history of {upstream.name} was rewritten, or your branch has just changed, "
            "so nothing was pushed.",
            _LATER,
        )
    require_checkins(repository, commits)
    theirs = ask_git(repository.root, "rev-parse", "--verify", upstream.tracking).text
    return replay(repository, commits, theirs)


def _move(repository: Repository, branch: str, old: str, new: str) -> tuple[str, ...]:
    """Move branch, index and work tree from *old* to *new*; return a warning if that is impossible.

    `read-tree -m` changes nothing if the user has changed one of the files, and it comes first: if
    the process is killed before the branch is moved, nothing is lost.
    """
    root = repository.root
    in_the_way = _untracked_in_the_way(repository, old, new)
    if in_the_way:
        return (f"It is pushed, but {in_the_way} kept your branch from following. {_LATER}",)
    run_git(root, "update-index", "-q", "--refresh")  # else a mere new time stamp is a change
    merged = retry_while_locked(lambda: run_git(root, "read-tree", "-m", "-u", old, new))
    if merged.status != 0:
        return (f"It is pushed, but your branch did not follow: {merged.reason} {_LATER}",)
    log = "okr: check-ins made again on top of the upstream branch"
    moved = run_git(root, "update-ref", "-m", log, f"refs/heads/{branch}", new, old)
    if moved.status == 0:
        return ()
    ask_git(root, "read-tree", "-m", "-u", new, old)
    return (f"It is pushed, but your branch has changed meanwhile. {_LATER}",)


def _untracked_in_the_way(repository: Repository, old: str, new: str) -> str | None:
    """Return a file that others added and that the user has too: git overwrites ignored ones."""
    added = ask_git(
        repository.root,
        "diff-tree",
        "-r",
        "-z",
        "--no-renames",
        "--diff-filter=A",
        "--name-only",
        old,
        new,
    )
    names = filter(None, added.text.split("\0"))
    return next((name for name in names if os.path.lexists(repository.root / name)), None)


def _push(repository: Repository, upstream: _Upstream, commit: str) -> Answer:
    return run_git(
        repository.root, "push", "--porcelain", upstream.remote, f"{commit}:{upstream.ref}"
    )


def _fetch(repository: Repository, upstream: _Upstream) -> None:
    answer = retry_while_locked(
        lambda: run_git(
            repository.root,
            "fetch",
            "--quiet",
            "--no-recurse-submodules",
            upstream.remote,
            upstream.ref,
        )
    )
    if answer.status != 0:
        raise _not_pushed(answer, upstream)


def _required_head(repository: Repository) -> str:
    head = repository.head()
    if head is None:
        raise HistoryError("There is no commit to push yet.")
    return head


def _upstream(repository: Repository) -> _Upstream:
    branch = repository.branch()
    if branch is None:
        raise HistoryError(
            "HEAD is detached, so there is no branch to push.",
            "Make one with `git switch -c NAME`, then `git push -u origin NAME`.",
        )
    fields = ("upstream:remotename", "upstream:remoteref", "upstream", "push:remotename")
    listing = "%00".join(f"%({field})" for field in fields)
    answer = ask_git(repository.root, "for-each-ref", f"--format={listing}", f"refs/heads/{branch}")
    remote, ref, tracking, pushed_to = (answer.text.split("\n")[0] or "\0\0\0").split("\0")
    if not (remote and ref and tracking):
        raise HistoryError(
            f"The branch {branch} has no upstream, so it was not pushed.",
            f"Give it one: git push -u origin {branch}",
        )
    if pushed_to not in {"", remote}:
        raise HistoryError(
            f"The branch {branch} is pulled from {remote}, but pushed to {pushed_to}.",
            "Push it with `git push`.",
        )
    return _Upstream(branch, remote, ref, tracking)


def _require_overtaken(answer: Answer, upstream: _Upstream) -> None:
    """Raise unless the push failed only because the remote has commits that we lack."""
    rejected = [line for line in answer.text.splitlines() if line.startswith("!")]
    overtaken = ("[rejected] (fetch first)", "[rejected] (non-fast-forward)")
    raced = ("failed to update ref", "failed to lock", "incorrect old value provided")
    if not any(word in line for line in rejected for word in (*overtaken, *raced)):
        raise _not_pushed(answer, upstream)


def _not_pushed(answer: Answer, upstream: _Upstream) -> HistoryError:
    rejected = [line.split("\t")[-1] for line in answer.text.splitlines() if line.startswith("!")]
    first, *more = [*answer.reason.splitlines(), *rejected] or [""]
    return HistoryError(
        f"The commit is made, but not pushed to {upstream.name}: {first}",
        "Resolve the cause and run `git push`.",
        details=more,
    )
