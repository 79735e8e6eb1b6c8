"""Texts that somebody writes in an editor of their own."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from okrcli.cli.messages import remark
from okrcli.errors import OkrError, UsageError


@contextmanager
def edit_text(text: str) -> Iterator[bytes]:
    """Give what *text* becomes in the editor that `VISUAL` or `EDITOR` names.

    When it is refused afterwards, what was written is kept, and where is said.

    Raises:
        UsageError: There is no editor, it fails, or nothing was changed in it.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageError("No editor is set.", "Set EDITOR, as in `export EDITOR=nano`.")
    folder = Path(mkdtemp(prefix="okr-"))
    path = folder / "lessons.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        yield _content_from(editor, path, text)
    except OkrError:
        if path.read_bytes() != text.encode():
            remark(f"What you wrote is kept: go on with --from {shlex.quote(str(path))}.")
            raise
        shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)


def _content_from(editor: str, path: Path, text: str) -> bytes:
    try:
        words = [*shlex.split(editor), str(path)]
        ran = subprocess.run(words, check=False)  # noqa: S603  the user's own editor
    except (OSError, ValueError) as error:
        raise UsageError(f"The editor '{editor}' cannot be run: {error}.") from None
    content = path.read_bytes()
    if ran.returncode != 0 or content == text.encode():
        raise UsageError("Nothing was saved in the editor, so nothing was changed.")
    return content
