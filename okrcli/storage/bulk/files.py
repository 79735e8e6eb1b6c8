"""Many readings to check-in files: one line of JSON each, in files small enough to read."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from okrcli.errors import WorkspaceError
from okrcli.model.checkin import CheckIn
from okrcli.model.readings import DatedReading
from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.writing import checkin_bytes
from okrcli.storage.yaml.emitting import exact_text

# What YAML allows in quotes only as an escape; below these, JSON asks for escapes, too.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_DIFFERENT_IDS = 1 << 16


def bulk_files(
    session: CheckIn,
    readings: Iterable[DatedReading],
    new_id: Callable[[], str],
    limit: int = MAX_BYTES,
) -> Sequence[tuple[str, bytes]]:
    """Return check-in files that hold *readings*: posix path and content of each, in order.

    The readings stand by date, then by KPI. Readings of the same KPI and day keep their order,
    across files too, so that the last of them is in force.

    Args:
        session: What every file states: date, by, recorded and note; the rest is left out. The
            files are put into the folder of its path.
        readings: Valid readings; they are not validated again.
        new_id: Returns the id of a new check-in, a different one on each call.
        limit: The most bytes that a file may have.

    Raises:
        WorkspaceError: One reading alone is too large for a file.
    """
    head = _head(session)
    folder = session.path.rpartition("/")[0]
    # Two stable sorts need no pair for each of a million readings.
    ordered = sorted(sorted(readings, key=attrgetter("kpi")), key=attrgetter("date"))
    parts = [b"".join((head, *part)) for part in _parts(map(_line, ordered), limit - len(head))]
    # Of entries that were recorded at once the one in the file with the last name is in force.
    ids = sorted(new_id() for _ in parts)
    return [(f"{folder}/{id_}.yaml", part) for id_, part in zip(ids, parts, strict=True)]


def _head(session: CheckIn) -> bytes:
    kept = {name: getattr(session, name) for name in ("id", "path", "date", "by", "recorded")}
    return checkin_bytes(CheckIn(**kept, note=session.note)) + b"readings:\n"


def _parts(lines: Iterable[bytes], limit: int) -> Iterator[Sequence[bytes]]:
    part: list[bytes] = []
    size = 0
    for line in lines:
        if len(line) > limit:
            raise WorkspaceError(
                f"A reading of {len(line):,} bytes is too large for a file.", "Shorten its note."
            )
        if size + len(line) > limit:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line)
    if part:
        yield part


def _line(reading: DatedReading) -> bytes:
    kpi, day, value, segment, weight, note = reading
    line = f'  - {{"kpi": {_text(kpi)}, "date": "{day.isoformat()}", "value": {exact_text(value)}'
    if segment is not None:
        line += f', "segment": {_text(segment)}'
    if weight is not None:
        line += f', "weight": {exact_text(weight)}'
    if note is not None:
        line += f', "note": {_json_text(note)}'
    return f"{line}}}\n".encode()


def _json_text(text: str) -> str:
    """Return *text* as JSON with only escapes that YAML also has."""
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


_text = lru_cache(_DIFFERENT_IDS)(_json_text)
