"""A rule: its code, its text, its examples and the function that finds violations."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.fix import SetText
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

EXAMPLE_DAY = date(2026, 11, 20)
"""The day as of which the examples are checked."""

Find = Callable[[CheckContext], Iterable[Finding]]
"""Finds violations of a rule."""

_SETTINGS = {"okr.yaml": "version: 1\n"}


class Example(NamedTuple):
    """A file that violates a rule, and the same file corrected.

    Attributes:
        path: Posix path from the workspace's root.
        beside: The other files that its workspace needs, by path; a missing `okr.yaml` is added
            with defaults.
        moved_to: Where the file should be, if its place is wrong.
        before: For a rule about history: files as in an earlier commit, by path.
        author: For a rule about authors: the email address of the committer.
    """

    path: str
    failing: str
    passing: str
    beside: Mapping[str, str] = MappingProxyType({})
    before: Mapping[str, str] = MappingProxyType({})
    author: str = ""
    moved_to: str | None = None

    @property
    def passing_path(self) -> str:
        """Where the file should be."""
        return self.moved_to or self.path

    @property
    def earlier_files(self) -> Mapping[str, str]:
        """The earlier state of the workspace: text by path."""
        return {**_SETTINGS, **self.beside, **self.before}

    @property
    def failing_files(self) -> Mapping[str, str]:
        """The workspace that violates the rule: text by path."""
        return {**_SETTINGS, **self.beside, self.path: self.failing}

    @property
    def passing_files(self) -> Mapping[str, str]:
        """The workspace that keeps to the rule: text by path."""
        return {**_SETTINGS, **self.beside, self.passing_path: self.passing}


@frozen_dataclass
class Rule:
    """One rule of `okr check`.

    Attributes:
        explanation: Why the rule exists, in whole sentences.
        source: Its source; empty if it follows from how the files are read.
        find: Finds violations; `None` if that happens elsewhere: while loading, or for comments.
        in_strict: The severity in profile `strict`; `None` if it is the same.
        fixes: Returns safe fixes of its findings, each at the finding's own location.
    """

    id: RuleId
    explanation: str
    source: str
    examples: Mapping[Language, Example]
    find: Find | None = None
    in_strict: Severity | None = None
    fixes: Callable[[CheckContext], Iterable[SetText]] | None = None

    @property
    def code(self) -> str:
        """Its stable code, as in `M202`."""
        return self.id.code

    @property
    def name(self) -> str:
        """Its stable name, as in `no-baseline`."""
        return self.id.name

    @property
    def letter(self) -> str:
        """The letter of its group, as in `M`."""
        return self.id.code[0]

    @property
    def severity(self) -> Severity:
        """Its severity in profile `basic`."""
        return self.id.severity
