"""Records to the bytes of new files, each with the comment that tells editors its schema."""

from collections.abc import Mapping

from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.improvement import Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings
from okrcli.storage.layout import (
    SETTINGS_FILE,
    checkin_file,
    improvement_path,
    kpi_path,
    modeline,
    objective_path,
)
from okrcli.storage.records.plain_data import file_data
from okrcli.storage.yaml.emitting import block_text
from okrcli.storage.yaml.flow_style import one_line_in

Comments = Mapping[str, str]
"""Comments by the key that they precede; without `#`, of one or several lines."""


def checkin_bytes(checkin: CheckIn) -> bytes:
    """Return the file of *checkin*; every entry is one line."""
    path = checkin.path or checkin_file(checkin.date, checkin.id)
    return _file(path, checkin, {})


def objective_bytes(objective: Objective, comments: Comments | None = None) -> bytes:
    """Return the file of *objective*."""
    return _file(objective_path(objective.cycle, objective.id), objective, comments or {})


def kpi_bytes(kpi: Kpi, comments: Comments | None = None) -> bytes:
    """Return the file of *kpi*."""
    return _file(kpi_path(kpi.id), kpi, comments or {})


def improvement_bytes(improvement: Improvement, comments: Comments | None = None) -> bytes:
    """Return the file of *improvement*."""
    return _file(improvement_path(improvement.id), improvement, comments or {})


def settings_bytes(settings: Settings, comments: Comments | None = None) -> bytes:
    """Return `okr.yaml` with *settings*; always with the version."""
    stated = settings.model_copy(update={"version": settings.version})
    return _file(SETTINGS_FILE, stated, comments or {})


def _file(path: str, record: Record, comments: Comments) -> bytes:
    lines = [modeline(path) + "\n"]
    for key, value in file_data(record).items():
        lines += [f"# {line}\n" for line in comments.get(key, "").splitlines()]
        lines.append(block_text({key: value}, one_line_in(path)))
    return "".join(lines).encode()
