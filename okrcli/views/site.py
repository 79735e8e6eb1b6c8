"""The pages of a site, each as the values that it shows."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar, NamedTuple

from okrcli.choices import Audience
from okrcli.compute.reports.report import Report
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding
from okrcli.views.report_page import ReportPage
from okrcli.views.sheets import KeyResultSheet, KpiSheet, ObjectiveSheet
from okrcli.views.web_files import WebFiles


@frozen_dataclass
class SiteFrame:
    """What stands around each page.

    Attributes:
        cycle: The cycle of the first page.
        commit: The commit that the page was made of; `None` if there is none.
        is_changed: Whether the files differ from that commit.
        places: Where the page about each thing is, by reference.
        web: Where people find the files; `None` if that is unknown, or nothing of theirs.
        left_out: The number of entries with errors, where the pages do not name them.
    """

    workspace: str
    language: str
    as_of: date
    cycle: str
    audience: Audience = Audience.ALL
    commit: str | None = None
    is_changed: bool = False
    places: Mapping[str, str] = field(default_factory=dict)
    web: WebFiles | None = None
    left_out: int = 0


class Entry(NamedTuple):
    """Something with a page: its reference, what it is, and its title."""

    ref: str
    kind: str
    title: str
    more: str = ""


class NewFile(NamedTuple):
    """A file that somebody can add in a browser.

    Attributes:
        href: Where.
        path: Posix path from the workspace's root.
    """

    href: str
    path: str
    content: str


class TeamLine(NamedTuple):
    """A team with its part of the report."""

    ref: str
    name: str
    report: Report


@frozen_dataclass
class IndexPage:
    """The present cycle at a glance, and the way to everything else."""

    template: ClassVar[str] = "index"
    report: Report
    teams: tuple[TeamLine, ...]
    cycles: tuple[Entry, ...]


@frozen_dataclass
class PartPage:
    """The report of a cycle, or what a team or a person has in it.

    Attributes:
        ref: The reference of the page.
        name: The name of the cycle, team or person.
    """

    template: ClassVar[str] = "part"
    ref: str
    name: str
    report: ReportPage


@frozen_dataclass
class ObjectivePage:
    """An objective with everything about its key results.

    Attributes:
        new_files: A check-in's file for each key result that can be checked in, by reference.
        belongs_to: The team and the owner, as far as there are any.
    """

    template: ClassVar[str] = "objective"
    sheet: ObjectiveSheet
    key_results: tuple[KeyResultSheet, ...]
    new_files: Mapping[str, NewFile]
    belongs_to: tuple[Entry, ...] = ()


@frozen_dataclass
class KpiPage:
    """A KPI, with the team and the owner that it *belongs_to*, as far as there are any."""

    template: ClassVar[str] = "kpi"
    sheet: KpiSheet
    new_file: NewFile | None
    belongs_to: tuple[Entry, ...] = ()


@frozen_dataclass
class ArchivePage:
    """The cycles that have ended, the last one first, with what was learned."""

    template: ClassVar[str] = "archive"
    reports: tuple[Report, ...]


@frozen_dataclass
class CheckPage:
    """What the rules find."""

    template: ClassVar[str] = "check"
    findings: tuple[Finding, ...]


@frozen_dataclass
class SearchPage:
    """Everything that has a page."""

    template: ClassVar[str] = "search"
    entries: tuple[Entry, ...]


SitePage = IndexPage | PartPage | ObjectivePage | KpiPage | ArchivePage | CheckPage | SearchPage

INDEX, ARCHIVE, CHECK, SEARCH = ":index", ":archive", ":check", ":search"
"""The references of the pages that there is one of."""


def cycle_ref(cycle: str) -> str:
    """Return the reference of the page of a cycle; no other thing's has a colon."""
    return f"cycle:{cycle}"


def team_ref(team: str) -> str:
    """Return the reference of the page of a team."""
    return f"team:{team}"


def person_ref(person: str) -> str:
    """Return the reference of the page of a person."""
    return f"person:{person}"
