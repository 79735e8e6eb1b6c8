"""The web interface that belongs to the address of a remote repository."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from okrcli.views.web_files import Forge

_KNOWN: Final[Mapping[str, Forge]] = {
    "github.com": Forge.GITHUB,
    "ssh.github.com": Forge.GITHUB,
    "gitlab.com": Forge.GITLAB,
    "altssh.gitlab.com": Forge.GITLAB,
    "codeberg.org": Forge.FORGEJO,
}
_OWN_GITLAB: Final = re.compile(r"gitlab\.[a-z0-9.-]+")
"""Servers with this name run what it says."""

_HOSTS: Final[Mapping[str, str]] = {
    "ssh.github.com": "github.com",
    "altssh.gitlab.com": "gitlab.com",
}
"""Names that are only for ssh over the port of the web."""

_NAME = r"[A-Za-z0-9_.-]+"
_PATH = rf"(?P<path>{_NAME}(?:/{_NAME})+)/?"
_USER = r"(?:[^@/\s]*@)?"
_HOST = r"(?P<host>[A-Za-z0-9.-]+)"
_FORMS: Final = (
    re.compile(rf"(?:https?|git)://{_USER}{_HOST}(?P<port>:\d+)?/{_PATH}", re.ASCII),
    re.compile(rf"(?:git\+)?ssh://{_USER}{_HOST}(?::\d+)?/{_PATH}", re.ASCII),
    re.compile(rf"{_USER}{_HOST}:/?{_PATH}", re.ASCII),
)
_NAMES: Final = {Forge.GITHUB: 2, Forge.FORGEJO: 2, Forge.GITLAB: 20}
"""The most names that the path of a repository has."""


class WebAddress(NamedTuple):
    """The address of a repository for people; it never holds a user's name or password."""

    forge: Forge
    base: str


def web_address(remote: str) -> WebAddress | None:
    """Return the address for people of the repository at *remote*; `None` where it is unknown.

    Args:
        remote: As git has it: https, ssh, or `git@host:path`, perhaps with credentials.
    """
    match = next((found for form in _FORMS if (found := form.fullmatch(remote.strip()))), None)
    if match is None:
        return None
    host, path = match["host"].lower(), match["path"].removesuffix(".git")
    forge = _forge(host)
    names = path.split("/")
    if forge is None or len(names) > _NAMES[forge] or not all(map(_is_plain, names)):
        return None
    port = match.groupdict().get("port") or ""
    return WebAddress(forge, f"https://{_HOSTS.get(host, host)}{port}/{path}")


def _forge(host: str) -> Forge | None:
    return _KNOWN.get(host) or (Forge.GITLAB if _OWN_GITLAB.fullmatch(host) else None)


def _is_plain(name: str) -> bool:
    return name not in {".", "..", "-"}
