"""What a rule is: its code, its text, its examples and the function that finds what breaks it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.fix import SetText
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.settings import Language

EXAMPLE_DAY = date(2026, 11, 20)
"""The day on which the examples are read."""

Find = Callable[[CheckContext], Iterable[Finding]]
"""Finds what breaks a rule."""

_SETTINGS = {"okr.yaml": "version: 1\n"}


class Example(NamedTuple):
    """A file that breaks a rule, and the same file as it should be.

    Attributes:
        path: Posix path from the workspace's root.
        beside: The other files that a workspace needs for it, by path; without an `okr.yaml` it
            gets one that sets nothing.
        moved_to: Where the file should be, when its place is what is wrong.
        before: Files as an earlier commit has them, by path, of a rule about history.
        author: The address of who committed the file, of a rule about that.
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
        """The workspace as it was before: text by path."""
        return {**_SETTINGS, **self.beside, **self.before}

    @property
    def failing_files(self) -> Mapping[str, str]:
        """The workspace that breaks the rule: text by path."""
        return {**_SETTINGS, **self.beside, self.path: self.failing}

    @property
    def passing_files(self) -> Mapping[str, str]:
        """The workspace that keeps to the rule: text by path."""
        return {**_SETTINGS, **self.beside, self.passing_path: self.passing}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of `okr check`.

    Attributes:
        explanation: Why it is a rule, in whole sentences.
        source: Where it comes from; empty when it follows from how the files are read.
        find: `None` when it is found elsewhere: while loading, or among the comments.
        in_strict: Their severity in profile `strict`; `None` when it is the same.
        fixes: Mends what it finds without asking, each at the finding's own location.
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
        """The letter that it shares with its kind, as in `M`."""
        return self.id.code[0]

    @property
    def severity(self) -> Severity:
        """Its severity in profile `basic`."""
        return self.id.severity
