"""Whether commits are signed, checked without starting any program that a repository names.

Git starts a program for each kind of signature. A repository's own configuration can name that
program, and the keys to trust; so both are taken only from the user and the system.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from okrcli.history.command import ask_git, run_git
from okrcli.history.repository import Repository
from okrcli.history.snapshots import contents_of

_PROGRAMS: Mapping[str, str] = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
}
"""The setting of the program for each kind of signature, and its default."""

_TRUST = ("gpg.ssh.allowedSignersFile", "gpg.ssh.revocationFile", "gpg.minTrustLevel")
_OF_THE_USER = frozenset({"system", "global", "command"})


class Signature(StrEnum):
    """What is known of a commit's signature."""

    VERIFIED = "verified"
    UNVERIFIED = "cannot_verify"
    BAD = "bad"
    ABSENT = "absent"


_BY_LETTER: Mapping[str, Signature] = {
    "G": Signature.VERIFIED,
    "B": Signature.BAD,
    "R": Signature.BAD,  # by a key that was revoked
}


def signatures_of(repository: Repository, commits: Iterable[str]) -> Mapping[str, Signature]:
    """Return what is known of the signature of each of *commits*.

    A good signature by an untrusted or expired key counts as not verifiable; so does one for which
    the program or the file of trusted keys is missing.
    """
    asked = list(dict.fromkeys(commits))
    signed = [sha for sha, raw in contents_of(repository, asked).items() if _has_one(raw)]
    letters = _letters(repository, signed) if signed else {}
    return {
        sha: _BY_LETTER.get(letters.get(sha, ""), Signature.UNVERIFIED)
        if sha in letters
        else Signature.ABSENT
        for sha in asked
    }


def _has_one(raw: bytes) -> bool:
    """Return whether the commit *raw* has a signature, good or not."""
    return b"\ngpgsig" in raw.partition(b"\n\n")[0]


def _letters(repository: Repository, commits: Sequence[str]) -> dict[str, str]:
    """Return git's letter for each of *commits*."""
    answer = ask_git(
        repository.root,
        *_settings(repository),
        "log",
        "--no-walk=unsorted",
        "--stdin",
        "--format=%H %G?",
        stdin="\n".join(commits).encode(),
    )
    pairs = (line.split(" ") for line in answer.text.splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def _settings(repository: Repository) -> list[str]:
    """Return the settings that replace the repository's own by the user's."""
    own = _of_the_user(repository)
    program = own.get("gpg.program", _PROGRAMS["gpg.program"])
    values = {name: own.get(name.lower(), usual or program) for name, usual in _PROGRAMS.items()}
    values |= {name: own.get(name.lower(), "") for name in _TRUST[:2]}
    if _TRUST[2].lower() in own:
        values[_TRUST[2]] = own[_TRUST[2].lower()]
    return [word for name, value in values.items() for word in ("-c", f"{name}={value}")]


def _of_the_user(repository: Repository) -> dict[str, str]:
    """Return the user's and the system's settings of signatures, by name in lower case."""
    answer = run_git(repository.root, "config", "--show-scope", "--null", "--get-regexp", r"^gpg\.")
    words = answer.text.split("\0")
    found = {}
    for scope, setting in zip(words[::2], words[1::2], strict=False):
        name, _, value = setting.partition("\n")
        if scope in _OF_THE_USER:
            found[name.lower()] = value
    return found
