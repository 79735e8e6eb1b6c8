"""A new KPI, from what was typed and from a ready definition if one was named."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from okrcli.actions.additions import Addition
from okrcli.actions.records import parse_record
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.storage.layout import kpi_path
from okrcli.storage.writing import Comments, kpi_bytes

if TYPE_CHECKING:
    from okrcli.actions.new.kpi_from_catalog import ReadyKpi


@frozen_dataclass
class NewKpi:
    """A KPI, and its inputs that are added with it."""

    kpi: Kpi
    parts: tuple[tuple[Kpi, Comments], ...] = ()
    comments: Comments | None = None


def kpi_of(fields: Mapping[str, Any], ready: "ReadyKpi | None") -> NewKpi:
    """Return the KPI with *fields*; empty ones are filled from *ready*.

    Raises:
        UsageError: A field cannot be written.
    """
    kpi = parse_record(Kpi, _complete(fields, ready))
    if ready is None:
        return NewKpi(kpi)
    return NewKpi(kpi, tuple(ready.parts_of(kpi)), ready.comments(kpi))


def add_kpi(workspace: Workspace, new: NewKpi) -> Addition:
    """Return *new* as files."""
    beside = tuple(_addition(workspace, part, comments) for part, comments in new.parts)
    return _addition(workspace, new.kpi, new.comments or {}, beside)


def _complete(fields: Mapping[str, Any], ready: "ReadyKpi | None") -> Mapping[str, Any]:
    if ready is None:
        return fields
    given = {name: value for name, value in fields.items() if value not in (None, "", (), [])}
    known = {**ready.fields(has_segments="segments" in given), **given}
    if known["formula"]:
        known["survey"] = None  # what is computed is not asked for
    return known


def _addition(
    workspace: Workspace, kpi: Kpi, comments: Comments, beside: tuple[Addition, ...] = ()
) -> Addition:
    path = kpi_path(kpi.id)
    write = new_file(workspace.root, path, kpi_bytes(kpi, comments))
    return Addition("KPI", kpi.id, path, write, write.content.decode(), beside=beside)
