"""Where the files of a workspace are in the web interface of its repository."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final
from urllib.parse import quote, urlencode

from okrcli.frozen import frozen_dataclass


class Forge(StrEnum):
    """The programs behind such interfaces whose addresses are known."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


@frozen_dataclass
class WebFiles:
    """The files of one branch.

    Attributes:
        base: The address of the repository, without a slash at its end.
        branch: The branch that pages link to.
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
    """

    forge: Forge
    base: str
    branch: str
    folder: str = "."

    def address_of(self, path: str, line: int | None = None) -> str:
        """Return where the file *path*, posix from the workspace's root, is shown."""
        at = f"#L{line}" if line else ""
        return f"{self.base}{_FILES[self.forge]}/{_quote(self.branch)}/{self._place_of(path)}{at}"

    def address_of_commit(self, commit: str) -> str:
        """Return where *commit* is shown."""
        return f"{self.base}{_COMMITS[self.forge]}/{quote(commit)}"

    def address_to_add(self, path: str, content: str) -> str:
        """Return where somebody can add the file *path* with *content*, which is filled in.

        GitHub and Forgejo fill in both. GitLab fills in the name; its `content` has not reached the
        editor in each version (gitlab-org/gitlab#594214), so that pages show the content as well.
        """
        folder, _, name = path.rpartition("/")
        fields = _NEW_FIELDS[self.forge](name, content)
        place = (
            f"{self.base}{_NEW_FILES[self.forge]}/{_quote(self.branch)}/{self._place_of(folder)}"
        )
        return f"{place}?{urlencode(fields, quote_via=quote)}"

    def _place_of(self, path: str) -> str:
        return _quote(path if self.folder == "." else f"{self.folder}/{path}")


def _quote(path: str) -> str:
    return quote(path, safe="/")


_FILES: Final[Mapping[Forge, str]] = {
    Forge.GITHUB: "/blob",
    Forge.GITLAB: "/-/blob",
    Forge.FORGEJO: "/src/branch",
}
_COMMITS: Final[Mapping[Forge, str]] = {
    Forge.GITHUB: "/commit",
    Forge.GITLAB: "/-/commit",
    Forge.FORGEJO: "/commit",
}
_NEW_FILES: Final[Mapping[Forge, str]] = {
    Forge.GITHUB: "/new",
    Forge.GITLAB: "/-/new",
    Forge.FORGEJO: "/_new",
}
_NEW_FIELDS: Final[Mapping[Forge, Callable[[str, str], Mapping[str, str]]]] = {
    Forge.GITHUB: lambda name, content: {"filename": name, "value": content},
    Forge.GITLAB: lambda name, content: {"file_name": name, "content": content},
    Forge.FORGEJO: lambda name, content: {"filename": name, "value": content},
}
