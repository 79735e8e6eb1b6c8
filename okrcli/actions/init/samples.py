"""The files of a new workspace, with comments in the team's language."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template

from okrcli.model.cycle import Cycle

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
