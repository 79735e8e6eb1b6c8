"""Where output files are really written: links that came with a checkout are not followed."""

import re
from pathlib import Path

from okrcli import system
from okrcli.errors import WorkspaceError
from okrcli.storage.files import overwrite

_STREAM = re.compile(r"/dev/(?:fd/|std)(?P<name>\w+)|/proc/self/fd/(?P<number>\d+)")
_STREAM_NUMBERS = {"in": 0, "out": 1, "err": 2}

_CHECKOUT_MARKS = (".git", "okr.yaml")


def stream_of_output(path: Path) -> int | None:
    """Return the descriptor that *path* means, as `/dev/stdout` does; `None` for others."""
    match = _STREAM.fullmatch(path.as_posix())
    if match is None:
        return None
    name = match["number"] or match["name"]
    return int(name) if name.isdecimal() else _STREAM_NUMBERS.get(name)


def write_output(path: Path, content: bytes, here: Path) -> None:
    """Write *content* to *path*; readers see all of it or the former content.

    Args:
        path: A file, a device or an open stream, from *here* or absolute.
        content: The whole file.
        here: The current folder.

    Raises:
        WorkspaceError: It cannot be written, or goes through a link of a checkout.
    """
    number = stream_of_output(path)
    if number is not None:
        with open(number, "wb", closefd=False) as stream:
            stream.write(content)
        return
    place = place_of_output(path, here)
    if place.exists() and not place.is_file():
        place.write_bytes(content)  # a device or a pipe can only be written to
    else:
        overwrite(place, content)


def place_of_output(path: Path, here: Path) -> Path:
    """Return the real path of the output *path*, which the user named.

    Links outside of checkouts are the user's own and are followed, as `/tmp` on macOS. Those inside
    one may be anybody's, and may lead to files that the shell or git executes.

    Args:
        path: From *here*, or absolute.
        here: The current folder.

    Raises:
        WorkspaceError: It goes through a link of a checkout, or is one of git's own files.
    """
    ours = _checkout_of(here.resolve()) or here.resolve()
    whole = here / path
    for place in (*reversed(whole.parents), whole):
        if system.is_link(place) and _is_foreign(place, ours):
            raise WorkspaceError(
                f"'{path}' goes through the link '{place}', so it was not written.",
                "Remove the link, or name the file itself.",
            )
    real = _resolve(whole)
    names = real.relative_to(ours).parts if real.is_relative_to(ours) else real.parts
    if any(map(system.is_git_folder, names)):
        raise WorkspaceError(f"'{path}' is one of git's own files, so it was not written.")
    return real


def _is_foreign(link: Path, ours: Path) -> bool:
    """Whether *link* may have come with a checkout, *ours* or another one."""
    folder = link.parent.resolve()
    if folder.is_relative_to(ours) and ours != Path(ours.anchor):
        return True
    leads_to_ours = ours.is_relative_to(_resolve(link))
    return not leads_to_ours and _checkout_of(folder) is not None


def _checkout_of(folder: Path) -> Path | None:
    """Return the repository or else the workspace that holds *folder*."""
    for mark in _CHECKOUT_MARKS:
        for place in (folder, *folder.parents):
            if (place / mark).exists():
                return place
    return None


def _resolve(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # a loop of links, a NUL
        raise WorkspaceError(f"'{path}' cannot be followed: {error}.") from error
