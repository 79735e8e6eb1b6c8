"""What a change writes, or would write."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from okrcli.storage.files import Write

MOST_LINES = 40
"""Of a longer file a dry run shows the beginning."""


def written_files(root: Path, writes: Sequence[Write]) -> Iterator[Mapping[str, str]]:
    """Yield the path of each file, posix from *root*, and whether it is `new` or `changed`."""
    for write in writes:
        kind = "new" if write.expected is None else "changed"
        yield {"path": write.path.relative_to(root).as_posix(), "change": kind}


def would_write_lines(root: Path, message: str, writes: Sequence[Write]) -> Iterator[str]:
    """Yield what a commit with that *message* would change, which is not done."""
    yield f"Nothing was written. The commit would be `{message.splitlines()[0]}`."
    for write, file in zip(writes, written_files(root, writes), strict=True):
        yield f"{file['change']} {file['path']}"
        lines = _difference(write.expected, write.content)
        yield from (f"  {line}" for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"  and {len(lines) - MOST_LINES} more lines"


def _difference(before: bytes | None, after: bytes) -> list[str]:
    text = after.decode(errors="replace").splitlines()
    if before is None:
        return [f"+{line}" for line in text]
    from difflib import unified_diff  # noqa: PLC0415  only a dry run needs it

    old = before.decode(errors="replace").splitlines()
    return [*unified_diff(old, text, lineterm="", n=1)][2:]
