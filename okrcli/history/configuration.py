"""What git is configured with, asked once: whose commits these are, and what runs with them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from okrcli.frozen import frozen_dataclass
from okrcli.history.command import run_git
from okrcli.history.options import NOWHERE
from okrcli.history.program import has_variable

_IDENT = re.compile(r"(?P<name>.*) <(?P<email>[^<>]*)> \d+ [+-]\d{4}")
_ROLES = ("author", "committer")


@frozen_dataclass
class Identity:
    """Who git says we are."""

    name: str
    email: str


@frozen_dataclass
class Configuration:
    """The settings of git and the identities it would write, in a folder.

    Attributes:
        folder: Where it was asked.
        values: All values of each setting, the last one counts; the names in lower case.
        idents: By `author` and `committer`, whom git would write, made up or not.
    """

    folder: Path
    values: Mapping[str, Sequence[str]]
    idents: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> "Configuration":
        """Ask git in *folder*, which is in a repository or not."""
        values: dict[str, list[str]] = {}
        for line in run_git(folder, "var", "-l").text.split("\n"):
            name, _, value = line.partition("=")
            values.setdefault(name.lower(), []).append(value)
        idents = {role: values.get(f"git_{role}_ident", [""])[-1] for role in _ROLES}
        return cls(folder, values, idents)

    @property
    def author(self) -> Identity | None:
        """The author of a commit made now, `None` if git would have to make one up."""
        return self._identity("author")

    @property
    def committer(self) -> Identity | None:
        """The committer of a commit made now, `None` if git would have to make one up."""
        return self._identity("committer")

    @property
    def may_sign(self) -> bool:
        """Whether any setting mentions the signing of commits."""
        return "commit.gpgsign" in self.values

    @property
    def may_change_files(self) -> bool:
        """Whether filters may be configured, or hooks elsewhere than in the repository."""
        hooks = [value for value in self.values.get("core.hookspath", ()) if value != NOWHERE]
        return bool(hooks) or any(name.startswith(("filter.", "hook.")) for name in self.values)

    def _identity(self, role: str) -> Identity | None:
        found = _identity_in(self.idents[role])
        is_stated = all(any(self._statements(role, part)) for part in ("name", "email"))
        if found and found.name and found.email and is_stated:
            return found
        return stated_identity(self.folder, role)

    def _statements(self, role: str, part: str) -> Iterator[bool]:
        """Yield for each place where git looks whether somebody has said it there."""
        yield has_variable(f"GIT_{role}_{part}".upper())
        for section in (role, "user"):
            values = self.values.get(f"{section}.{part}", ())
            yield bool(values and values[-1].strip())


def stated_identity(folder: Path, role: str) -> Identity | None:
    """Return the `author` or the `committer` that git would write in *folder*.

    `None` if nothing is configured, so that git would make one up from the machine's name.
    """
    variable = f"GIT_{role}_IDENT".upper()
    answer = run_git(folder, "-c", "user.useConfigOnly=true", "var", variable)
    return _identity_in(answer.text) if answer.status == 0 else None


def _identity_in(ident: str) -> Identity | None:
    found = _IDENT.fullmatch(ident)
    return Identity(found["name"], found["email"]) if found else None
