"""One thing wrong in the user's files, with its place."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Protocol

from okrcli.choices import Severity
from okrcli.frozen import frozen_dataclass
from okrcli.next_step import Hint

Location = tuple[str | int, ...]
"""Keys and list positions from a file's root to a node, as in `("key_results", 0, "due")`."""


class Place(NamedTuple):
    """Where in the user's files: posix path from the workspace's root; line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@frozen_dataclass
class Ignore:
    """A comment in a file that silences rules: `# okr: ignore[M202] measured in January`.

    Attributes:
        place: Where the comment begins.
        codes: Codes or names as they are written; empty when the comment names none.
        reason: What follows the bracket; empty when nothing does.
        alone: Whether it is alone on its line, so that it covers the item that follows.
        first_line: The first line that it covers, from 1.
        last_line: The last line that it covers; below *first_line* when it covers nothing.
    """

    place: Place
    codes: tuple[str, ...]
    reason: str
    alone: bool
    first_line: int
    last_line: int

    @property
    def line(self) -> int:
        """The comment's own line."""
        return self.place.line


class Source(Protocol):
    """A file that was read, with the places of its nodes."""

    @property
    def path(self) -> str:
        """Posix path from the workspace's root."""

    @property
    def raw(self) -> bytes:
        """Its content."""

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """The comments that silence rules, from the first line to the last."""

    def place(self, location: Location = ()) -> Place:
        """Return the place of the value at *location*, or of its nearest parent that exists."""

    def key_place(self, location: Location) -> Place:
        """Return the place of the key of the value at *location*; for a list item, of the item."""

    def line_text(self, line: int) -> str:
        """Return a line, counted from 1, without its line end; empty if there is no such line."""


class RuleId(NamedTuple):
    """A rule's stable code and name, and its severity in profile `basic`."""

    code: str
    name: str
    severity: Severity


YAML_SYNTAX = RuleId("E001", "yaml-syntax", Severity.ERROR)
SCHEMA = RuleId("E002", "schema", Severity.ERROR)
DUPLICATE_ID = RuleId("E003", "duplicate-id", Severity.ERROR)
BAD_REFERENCE = RuleId("E004", "bad-reference", Severity.ERROR)
BAD_IGNORE = RuleId("E005", "bad-ignore", Severity.WARNING)
LOSSY_TEXT = RuleId("E006", "lossy-text", Severity.WARNING)
LINK = RuleId("E007", "link", Severity.ERROR)
MISPLACED_FILE = RuleId("E008", "misplaced-file", Severity.ERROR)
BAD_READING = RuleId("C702", "bad-reading", Severity.ERROR)


class CommonCause(NamedTuple):
    """A cause that findings share, so that one correction mends all: an unknown name, a silence.

    Attributes:
        kind: The kind of thing that is missing, as in `objective`.
        cycle: Its cycle, if it has one and that is known.
        is_of_things: Whether the findings are told apart by what they are about rather than by
            their places.
    """

    kind: str
    name: str
    cycle: str = ""
    is_of_things: bool = False


@frozen_dataclass
class Finding:
    """One thing wrong, where, and the next step.

    Attributes:
        ref: The objective, key result or KPI it is about, or `None` when it is about a file.
        hint: What to do next; empty when the message says it.
        location: The value that it is about, from the file's root; empty for the file or record as
            a whole. Unlike line numbers, it stays the same.
        cause: The cause it shares with other findings; `None` if it has none.
    """

    rule: RuleId
    place: Place
    message: str
    hint: Hint = ""
    ref: str | None = None
    severity: Severity = Severity.ERROR
    location: Location = ()
    cause: CommonCause | None = None

    @classmethod
    def of(
        cls,
        rule: RuleId,
        place: Place,
        message: str,
        hint: Hint = "",
        ref: str | None = None,
        *,
        location: Location = (),
        cause: CommonCause | None = None,
    ) -> "Finding":
        """Return a finding with the severity that its rule has in profile `basic`."""
        return cls(rule, place, message, hint, ref, rule.severity, location, cause)

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by path, then line; the same on every run."""
        return (*self.place, self.rule.code, self.message)


class Silencer(StrEnum):
    """A deliberate way of leaving a finding out."""

    SETTINGS = "okr.yaml"
    COMMENTS = "comments"
    OPTIONS = "options"


@frozen_dataclass
class FindingCounts:
    """How many findings there are of each severity."""

    error: int = 0
    warning: int = 0
    info: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "FindingCounts":
        """Count *findings* by severity."""
        return cls.of_severities(finding.severity for finding in findings)

    @classmethod
    def of_severities(cls, severities: Iterable[Severity]) -> "FindingCounts":
        """Count *severities*, one for each thing that was found."""
        known = list(severities)
        return cls(*(known.count(severity) for severity in Severity))
