"""The files of a new workspace, with comments in the team's language."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template

from okrcli.model.cycle import Cycle
from okrcli.storage.layout import SETTINGS_FILE, kind_of

_TEMPLATES = Path(__file__).parent / "templates"
_CYCLE = "CYCLE"
"""The folder in the templates that gets the cycle's name."""


def sample_files(
    language: str, name: str, owner: str, cycle: Cycle, today: date
) -> Mapping[str, bytes]:
    """Return the files by posix path: the settings, an objective and a KPI.

    Args:
        language: One that has templates: en, es or ru.
        name: The workspace's.
        owner: The id of whom the samples belong to.
        cycle: In which the objective lies.
        today: When it was agreed to.
    """
    end = cycle.end or date.max
    values = {
        "name": json.dumps(name, ensure_ascii=False),  # a YAML string as well
        "owner": owner,
        "today": today.isoformat(),
        "start": min(today, end - timedelta(days=1)).isoformat(),
        "end": end.isoformat(),
    }
    folder = _TEMPLATES / language
    return {
        file.relative_to(folder).as_posix().replace(_CYCLE, cycle.id): Template(
            file.read_text(encoding="utf-8")
        )
        .substitute(values)
        .encode()
        for file in sorted(folder.rglob("*.yaml"))
    }


def is_sample(path: str, content: bytes) -> bool:
    """Return whether the file at *path* is still as it was written as a sample, in any language.

    Args:
        path: Posix path from the workspace's root; the settings are no sample.
        content: Of the file, with or without the line that names its schema.
    """
    text = content.decode(errors="replace").replace("\r\n", "\n")
    return any(
        kind_of(path) is kind_of(name) and _pattern(template).fullmatch(text)
        for name, template in _templates()
    )


def is_named_like_a_sample(path: str) -> bool:
    """Return whether the file at *path* has the kind and the name of a sample."""
    names = ((kind_of(name), name.rpartition("/")[2]) for name, _ in _templates())
    return (kind_of(path), path.rpartition("/")[2]) in names


def _templates() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the samples' templates, in all languages."""
    for file in sorted(_TEMPLATES.rglob("*.yaml")):
        path = "/".join(file.relative_to(_TEMPLATES).parts[1:])
        if path != SETTINGS_FILE:
            yield path, file.read_text(encoding="utf-8")


def _pattern(template: str) -> re.Pattern[str]:
    """Return what a file made from *template* looks like, whatever it was filled in with."""
    filled = re.sub(r"\\\$[a-z]+", "[^\n]+", re.escape(template))
    return re.compile(f"(?:#[^\n]*\n)?{filled}")
