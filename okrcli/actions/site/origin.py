"""Where a site comes from: the commit, and where people find its files."""

from pathlib import Path

from okrcli.actions.site.web_address import web_address
from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.remotes import address_of_remote, default_branch
from okrcli.history.repository import Repository, open_repository
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE
from okrcli.views.web_files import WebFiles

_REMOTE = "origin"


@frozen_dataclass
class Origin:
    """Where the files of a workspace come from.

    Attributes:
        commit: The present commit; `None` outside of a repository, or before the first commit.
        is_changed: Whether the files differ from that commit.
        web: Where people find them; `None` if that is not known.
    """

    commit: str | None = None
    is_changed: bool = False
    web: WebFiles | None = None


def origin_of(root: Path, branch: str | None = None) -> Origin:
    """Return where the workspace *root* comes from; nothing where git cannot tell.

    Args:
        root: The workspace.
        branch: The branch that is linked to, by default the present one, or else the remote's
            default.
    """
    try:
        repository = open_repository(root)
        if repository is None or (commit := repository.head()) is None:
            return Origin()
        places = [root / name for name in (SETTINGS_FILE, *DATA_FOLDERS) if (root / name).exists()]
        is_changed = bool(repository.status(*places).files)
        return Origin(commit, is_changed, _web(repository, root, branch))
    except HistoryError:
        return Origin()


def _web(repository: Repository, root: Path, branch: str | None) -> WebFiles | None:
    address = web_address(address_of_remote(repository, _REMOTE))
    linked = branch or repository.branch() or default_branch(repository)
    if address is None or linked is None:
        return None
    return WebFiles(address.forge, address.base, linked, repository.name_of(root))
