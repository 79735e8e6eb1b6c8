"""YAML files meant for a workspace but not read: in another folder, too deep, or misspelt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from okrcli.model.finding import MISPLACED_FILE, Finding, Place
from okrcli.printable import inert_line
from okrcli.storage.layout import DATA_FOLDERS, Kind, kind_of, plain_name
from okrcli.storage.records.known_keys import known_keys
from okrcli.storage.records.record_types import MODELS
from okrcli.storage.yaml.reader import read

_WHERE: Mapping[Kind, str] = {
    Kind.OBJECTIVE: "an objective stands in its cycle's folder, as `objectives/2026-Q4/cx.yaml`",
    Kind.KPI: "a KPI stands directly in `kpis`, as `kpis/nps.yaml`",
    Kind.CHECKIN: "a check-in stands below `checkins`",
    Kind.IMPROVEMENT: "a plan stands directly in `improvements`, as `improvements/csat.yaml`",
}


@dataclass(slots=True)
class Misplaced:
    """The misplaced files of a workspace, by their folder."""

    _by_folder: dict[tuple[Kind, str], list[str]] = field(
        default_factory=lambda: defaultdict(list), init=False
    )

    def add(self, kind: Kind, path: str, raw: bytes) -> None:
        """Add the file *path*, meant as one of *kind*, unless it belongs to another program."""
        folder = path.partition("/")[0]
        if folder in DATA_FOLDERS or _reads_as(kind, path, raw):
            self._by_folder[kind, path.rpartition("/")[0]].append(path)

    def findings(self) -> Iterator[Finding]:
        """Yield one finding for each folder: its files have the same cause."""
        for (kind, folder), paths in self._by_folder.items():
            yield _finding(kind, folder, sorted(paths))

    def unread(self) -> Iterator[str]:
        """Yield the paths at which the files would be read, so references to them are accepted."""
        for (kind, _), paths in self._by_folder.items():
            yield from (_right_path(kind, path) for path in paths)


def _reads_as(kind: Kind, path: str, raw: bytes) -> bool:
    """Whether a file in a folder that is not ours has the content of one of *kind*."""
    document = read(path, raw)
    keys = document.data.keys()
    model = MODELS[kind]
    known = {*known_keys(model, {}, ())} - {"id", "path", "cycle"}
    needed = {name for name, info in model.model_fields.items() if info.is_required()} & known
    return needed <= keys and len(keys & known) > len(keys - known)


def _finding(kind: Kind, folder: str, paths: Sequence[str]) -> Finding:
    own = folder.partition("/")[0]
    if own not in DATA_FOLDERS:
        why = f"the folder is named '{inert_line(own)}' and not '{kind.value}'"
        hint = f"Rename the folder to `{kind.value}`, or move its files there."
    elif kind_of(f"{folder}/a.yaml"):  # only the ending of the name keeps it from being read
        why = "names end in `.yaml` or `.yml`, in small letters and with nothing behind it"
        hint = "Rename it with `git mv`."
    else:
        why = _WHERE[kind]
        hint = f"Move it there with `git mv`, or out of `{own}` if it is something else."
    many = f"{len(paths)} files in '{inert_line(folder)}' are"
    subject = "This file is" if len(paths) == 1 else many
    place = Place(inert_line(paths[0]))
    return Finding.of(MISPLACED_FILE, place, f"{subject} not read: {why}.", hint)


def _right_path(kind: Kind, path: str) -> str:
    parts = path.split("/")
    name = f"{PurePosixPath(plain_name(parts[-1])).stem}.yaml"
    if kind is not Kind.OBJECTIVE:
        return f"{kind.value}/{name}"
    return "/".join((kind.value, *parts[1:-1][:1], name))
