"""What pip has to install elsewhere to get the okr that runs here; never a guess.

The installer has noted where it got okr from (`direct_url.json`, PEP 610). What stands there, and
in a repository's configuration, is foreign text: only plain addresses get into a workflow.
"""

import json
import re
from collections.abc import Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from okrcli.errors import HistoryError, UsageError
from okrcli.frozen import frozen_dataclass

_PACKAGE = "okrcli"
_NAME = r"[A-Za-z0-9_~][A-Za-z0-9_~.+-]*"
_HOST = r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)"
_PATH = rf"(?P<path>{_NAME}(?:/{_NAME})*)"

_URL = re.compile(
    rf"(?P<scheme>https|ssh)://(?:(?P<user>[^/]*)@)?{_HOST}(?P<port>:[0-9]+)?/{_PATH}"
)
_SCP = re.compile(rf"(?P<user>{_NAME})@{_HOST}:{_PATH}")
"""As git writes ssh: `git@github.com:owner/okr.git`."""

_FOLDER = re.compile(_PATH)
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")

# What they have by ssh they have by https under the same path, which needs no key.
_HOSTS_WITH_HTTPS = frozenset({"github.com", "gitlab.com", "codeberg.org", "bitbucket.org"})

# They note where a package is from unless it is from an index.
_INDEX_INSTALLERS = re.compile(r"(?:pip|uv|poetry|pdm)\b")

_CREDENTIALS = re.compile(r"https?://[^/\s]*@|://[^/\s]*:[^/\s]*@", re.IGNORECASE)


@frozen_dataclass
class Requirement:
    """What pip has to install.

    Attributes:
        text: `None` when it is not known.
        origin: A clause that says where it is from, or why that is not known.
    """

    text: str | None
    origin: str


def own_requirement() -> Requirement:
    """Return what makes pip install the okr that runs here."""
    try:
        return _requirement_of(distribution(_PACKAGE))
    except PackageNotFoundError:
        return Requirement(None, "okr runs without having been installed")


def stated_requirement(text: str) -> Requirement:
    """Return the requirement that the user has given.

    Raises:
        UsageError: It cannot stand in a workflow.
    """
    if not text.isprintable() or not text.strip() or text.startswith("-") or is_expression(text):
        raise UsageError(
            f"{text!r} is not a requirement.",
            "Write it as for pip, as in 'okrcli @ git+https://HOST/PATH@COMMIT'.",
        )
    if _CREDENTIALS.search(text):
        raise UsageError(
            "It contains a user name or a password, which anyone could read in the file.",
            "Leave it out, and keep it in the CI server's settings.",
        )
    return Requirement(text, "as requested")


def is_expression(text: str) -> bool:
    """Whether a CI server would put something else in the place of a part of *text*."""
    return "${{" in text or "$[[" in text


def _requirement_of(package: Distribution) -> Requirement:
    noted = package.read_text("direct_url.json")
    if noted is not None:
        return _from_note(_parse(noted))
    installer = (package.read_text("INSTALLER") or "").strip()
    if not _INDEX_INSTALLERS.match(installer):
        return Requirement(None, "okr was not installed by pip or uv, which note where it is from")
    return Requirement(
        f"{_PACKAGE}=={package.version}",
        "from the package index of the server's pip, as here",
    )


def _parse(noted: str) -> Mapping[str, Any]:
    try:
        note = json.loads(noted)
    except ValueError:
        return {}
    return note if isinstance(note, dict) else {}


def _from_note(note: Mapping[str, Any]) -> Requirement:
    url = str(note.get("url"))
    if "vcs_info" in note:
        return _from_commit(url, note["vcs_info"], note.get("subdirectory"))
    if url.startswith("file:"):
        return _from_folder(_path_of(url)) if "dir_info" in note else _unknown("a file")
    return _from_archive(url, note.get("archive_info"))


def _from_commit(url: str, vcs: Any, folder: object) -> Requirement:
    kind, commit = (vcs.get("vcs"), vcs.get("commit_id")) if isinstance(vcs, dict) else (None, None)
    if kind != "git" or not isinstance(commit, str) or not _COMMIT.fullmatch(commit):
        return _unknown("something other than a commit of a git repository")
    inside = str(folder or ".")
    if url.startswith("file:"):
        return _from_folder(_path_of(url) / inside, commit)
    return _at_commit(url, commit, inside)


def _from_folder(folder: Path, commit: str | None = None) -> Requirement:
    from okrcli.history.pushing.published import published_commit  # noqa: PLC0415  needs git

    try:
        found = published_commit(folder, commit)
    except HistoryError:
        found = None
    if found is None:
        return _unknown(
            f"the folder {folder}, and no remote repository is known to have that commit"
        )
    return _at_commit(found.address, found.commit, found.folder)


def _from_archive(url: str, archive: Any) -> Requirement:
    address = _public_address(url)
    if address is None or not address.startswith("https:"):
        return _unknown("an address that other machines cannot use")
    hashes = archive.get("hashes") if isinstance(archive, dict) else None
    sha256 = str(hashes.get("sha256")) if isinstance(hashes, dict) else ""
    pin = f"#sha256={sha256}" if _SHA256.fullmatch(sha256) else ""
    return Requirement(f"{_PACKAGE} @ {address}{pin}", "from where okr was installed here")


def _at_commit(url: str, commit: str, folder: str) -> Requirement:
    address = _public_address(url)
    if address is None or (folder != "." and not _FOLDER.fullmatch(folder)):
        return _unknown("an address that other machines cannot use")
    part = "" if folder == "." else f"#subdirectory={folder}"
    return Requirement(
        f"{_PACKAGE} @ git+{address}@{commit}{part}", "the commit that is installed here"
    )


def _public_address(url: str) -> str | None:
    """Return *url* without credentials, `None` unless it is a plain address that others can use."""
    found = _URL.fullmatch(url) or _SCP.fullmatch(url)
    if found is None:
        return None
    parts = found.groupdict()
    if parts.get("scheme") != "https" and parts["host"] in _HOSTS_WITH_HTTPS:
        return f"https://{parts['host']}/{parts['path']}"
    where = f"{parts['host']}{parts.get('port') or ''}/{parts['path']}"
    if parts.get("scheme") == "https":
        return f"https://{where}"
    user = (parts["user"] or "").partition(":")[0]
    return f"ssh://{user}@{where}" if re.fullmatch(_NAME, user) else None


def _path_of(url: str) -> Path:
    return Path(url2pathname(urlsplit(url).path))


def _unknown(origin: str) -> Requirement:
    return Requirement(None, f"okr was installed from {origin}")
