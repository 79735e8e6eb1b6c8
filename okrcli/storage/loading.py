"""Loads files to a plan, with findings about everything that is wrong in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any
from unicodedata import normalize

from okrcli.errors import WorkspaceError
from okrcli.garbage import without_garbage_collection
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import DUPLICATE_ID, SCHEMA, Finding, Place, Severity
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry
from okrcli.model.settings import VERSION, Settings
from okrcli.printable import inert_line
from okrcli.storage.layout import (
    SETTINGS_FILE,
    Kind,
    cycle_of,
    id_of,
    kind_of,
    misspelled_kind,
    name_problem,
)
from okrcli.storage.linked import link_finding, link_text
from okrcli.storage.misplaced import Misplaced
from okrcli.storage.records.record_types import MODELS
from okrcli.storage.records.refused import is_doubtful, refused_entries
from okrcli.storage.records.validation import record_of
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.reader import read

Reader = Callable[[str, bytes], Document]
"""Returns what the file of a path and a content holds."""


def loaded_plan(
    files: Iterable[tuple[str, bytes]],
    findings: Iterable[Finding] = (),
    unreadable: Iterable[str] = (),
    reader: Reader = read,
) -> Plan:
    """Return the plan that *files* hold.

    Args:
        files: Posix path from the workspace's root and content; files of other kinds are skipped.
        findings: Findings about files that could not be read; used when *files* is exhausted.
        unreadable: The paths of the files that could not be read.
        reader: Returns what a file holds.

    Raises:
        WorkspaceError: A newer version of okr is needed.
    """
    loading = Loading(reader)
    loading.add_all(files)
    return loading.plan(findings, unreadable)


@dataclass(slots=True)
class Loading:
    """What has been loaded so far; files come in any order.

    Attributes:
        reader: Returns what a file holds.
    """

    reader: Reader = read
    _records: dict[Kind, list[Any]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    _sources: dict[str, Document] = field(default_factory=dict)
    _findings: list[Finding] = field(default_factory=list)
    _unreadable: set[str] = field(default_factory=set)
    _refused: list[RefusedEntry] = field(default_factory=list)
    _misplaced: Misplaced = field(default_factory=Misplaced)

    def add_all(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Load *files*, paths with their contents.

        Raises:
            WorkspaceError: A newer version of okr is needed.
        """
        with without_garbage_collection():
            for path, raw in files:
                if kind := kind_of(path):
                    self._load(kind, path, raw)
                elif kind := misspelled_kind(path):
                    self._misplaced.add(kind, path, raw)

    @property
    def objectives(self) -> Sequence[Objective]:
        """The objectives that have been loaded, in any order."""
        return self._records[Kind.OBJECTIVE]

    def plan(self, findings: Iterable[Finding] = (), unreadable: Iterable[str] = ()) -> Plan:
        """Return the plan of what has been loaded, with *findings* about what could not be read.

        Args:
            findings: The findings about files that could not be read.
            unreadable: The paths of these files.
        """
        of_folders = self._misplaced.findings()
        unread = {*self._unreadable, *unreadable}
        of_names = _same_but_for_case(self._sources.keys() | unread)
        unread.update(path for path in self._misplaced.unread() if path not in self._sources)
        all_findings = (*self._findings, *findings, *of_names, *of_folders)
        settings = self._records[Kind.SETTINGS] or [_no_settings()]
        return Plan(
            settings=settings[0],
            objectives=self._in_order(Kind.OBJECTIVE),
            kpis=self._in_order(Kind.KPI),
            checkins=self._in_order(Kind.CHECKIN),
            improvements=self._in_order(Kind.IMPROVEMENT),
            sources=self._sources,
            findings=tuple(sorted(all_findings, key=lambda finding: finding.sort_key)),
            unreadable=frozenset(unread),
            refused=tuple(self._refused),
        )

    def _in_order(self, kind: Kind) -> tuple[Any, ...]:
        return tuple(sorted(self._records[kind], key=lambda record: record.path))

    def _load(self, kind: Kind, path: str, raw: bytes) -> None:
        if refusal := _refusal(path, raw):
            self._findings.append(refusal)
            self._unreadable.add(refusal.place.path)
            return
        document = self.reader(path, raw)
        self._sources[path] = document
        if document.findings:
            self._findings += document.findings
        if problem := name_problem(path):
            self._findings.append(Finding.of(SCHEMA, Place(path), problem, "Rename it."))
        if problem or not document.readable:
            self._unreadable.add(path)
            return
        if kind is Kind.SETTINGS:
            self._findings += _settings_findings(document)
        if kind is Kind.CHECKIN:
            self._load_checkin(document)
            return
        validated = record_of(MODELS[kind], document, _fields_from_path(kind, path))
        if validated.record is not None:
            self._records[kind].append(validated.record)
        if not validated.complete:
            self._unreadable.add(path)
        if validated.findings:
            self._findings += validated.findings

    def _load_checkin(self, document: Document) -> None:
        """Load a check-in without the entries that have an error, which do not count."""
        path = document.path
        injected = {"path": path, "id": id_of(path)}
        validated = record_of(CheckIn, document, injected, whole_items=True)
        checkin = validated.record
        if validated.findings:
            self._findings += validated.findings
        is_flawed = bool(validated.findings or document.flawed)
        if checkin is None or (is_flawed and is_doubtful(document, validated)):
            self._unreadable.add(path)
            return
        self._records[Kind.CHECKIN].append(checkin)
        if validated.refused:
            self._refused += refused_entries(document, checkin, validated)


@cache
def _no_settings() -> Settings:
    """Return the settings of a workspace that states none, which take long to make."""
    return Settings(path=SETTINGS_FILE)


def _refusal(path: str, raw: bytes) -> Finding | None:
    """Return why a file is not even parsed."""
    if not path.isprintable():
        message = "The file name contains characters that cannot be displayed."
        return Finding.of(SCHEMA, Place(inert_line(path)), message, "Rename it.")
    target = link_text(raw)
    return link_finding(path, target) if target else None


def _fields_from_path(kind: Kind, path: str) -> dict[str, str]:
    if kind is Kind.SETTINGS:
        return {"path": path}
    if kind is Kind.OBJECTIVE:
        return {"path": path, "id": id_of(path), "cycle": cycle_of(path)}
    return {"path": path, "id": id_of(path)}


def _settings_findings(document: Document) -> Iterator[Finding]:
    version = document.data.get("version")
    if type(version) is not bool and isinstance(version, int | Decimal) and version > VERSION:
        raise WorkspaceError(
            f"This workspace has version {version}; this okr reads and writes up to {VERSION}.",
            f"Install a newer okr that knows version {version}.",
        )
    if document.data.get("include"):
        yield Finding(
            SCHEMA,
            document.key_place(("include",)),
            "`include` is not supported yet: only this workspace is read.",
            "Run okr in the other workspaces too, or remove the key.",
            severity=Severity.WARNING,
            location=("include",),
        )


def _same_but_for_case(paths: Iterable[str]) -> Iterator[Finding]:
    """Find files and folders that would be the same on macOS or Windows, which ignore case.

    These systems do not distinguish the two encodings of `é`.
    """
    spellings: dict[str, str] = {}
    known: set[str] = set()
    for path in sorted(paths):
        # Of most files the folder is known already.
        names = (path,) if path.rpartition("/")[0] in known else _with_folders(path)
        for name in names:
            if name in known:
                continue
            known.add(name)
            first = spellings.setdefault(normalize("NFC", name.casefold()), name)
            if first != name:
                yield _one_name(first, name, path)
                break


def _with_folders(path: str) -> Iterator[str]:
    """Yield the folders that contain *path*, the outermost first, and then *path*."""
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    yield path


def _one_name(first: str, second: str, path: str) -> Finding:
    return Finding.of(
        DUPLICATE_ID,
        Place(inert_line(path)),
        f"The names of '{first}' and '{second}' differ only in case.",
        "Rename one of them: many computers treat them as the same file.",
    )
