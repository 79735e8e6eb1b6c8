"""The pages of a site: what each is made of, and how to make it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from okrcli.actions.overviews.tree import tree_of
from okrcli.actions.report import Now, report_on
from okrcli.actions.show import Sheets
from okrcli.actions.site.audience import report_for, titled_objective
from okrcli.actions.site.checkin_file import CheckInFile, file_for_key_result, file_for_kpi
from okrcli.actions.site.fingerprint import Fingerprints
from okrcli.actions.site.origin import Origin
from okrcli.actions.site.parts import Parts
from okrcli.actions.site.places import places_of
from okrcli.actions.site.sheets import (
    MOST_LINES,
    titled_key_result_sheet,
    titled_kpi_sheet,
    titled_objective_sheet,
)
from okrcli.actions.workspace import Workspace
from okrcli.choices import Audience
from okrcli.compute.reports.report import KeyResultReport, KpiReport, ObjectiveReport, Report
from okrcli.compute.reports.selection import select
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding
from okrcli.model.objective import Objective
from okrcli.views.report_page import MOST_CHARTS, ReportPage
from okrcli.views.sheets import KeyResultSheet, KpiSheet
from okrcli.views.site import (
    ARCHIVE,
    CHECK,
    INDEX,
    SEARCH,
    ArchivePage,
    CheckPage,
    Entry,
    IndexPage,
    KpiPage,
    NewFile,
    ObjectivePage,
    PartPage,
    SearchPage,
    SiteFrame,
    SitePage,
    TeamLine,
    cycle_ref,
    person_ref,
    team_ref,
)

_TREES_UP_TO: Final = MOST_CHARTS
"""The most key results and KPIs of a cycle whose page has a tree."""


class PageSource(NamedTuple):
    """A page to be.

    Attributes:
        key: Differs where anything on the page would differ, but for the commit.
        make: Returns what the page shows.
    """

    key: str
    make: Callable[[], SitePage]


class Site(NamedTuple):
    """All pages by posix path, and what stands around each."""

    frame: SiteFrame
    pages: Mapping[str, PageSource]


class SiteRequest(NamedTuple):
    """What a site is made of.

    Attributes:
        find: Returns what the rules find in the workspace; called only for a new check page.
        stamp: Differs where pages are drawn differently.
    """

    workspace: Workspace
    origin: Origin
    audience: Audience
    find: Callable[[], Sequence[Finding]]
    stamp: str = ""


def site_of(request: SiteRequest) -> Site:
    """Return the site of a workspace as of its day."""
    return _Builder(request).site()


class _Builder:
    def __init__(self, request: SiteRequest) -> None:
        self._request = request
        workspace = request.workspace
        self._plan, self._day = workspace.plan, workspace.today
        self._audience = request.audience
        self._prints = Fingerprints()
        self._sheets = Sheets(self._plan, self._day)
        self._whole = {cycle.id: self._report(cycle) for cycle in self._plan.cycles}
        self._reports = {
            id_: report_for(report, request.audience) for id_, report in self._whole.items()
        }
        now = self._plan.report_cycle(self._day)
        self._now = self._reports[now.id] if now else self._empty()
        self._parts = Parts(self._now)
        self._by_ref = {
            objective.ref: objective
            for report in self._reports.values()
            for objective in report.objectives
        }
        named = list(self._entries())
        self._places = places_of(entry.ref for entry in named)
        self._named = named
        self._by_page = {entry.ref: entry for entry in named}
        self._kpi_sheets: dict[str, KpiSheet] = {}

    def _report(self, cycle: Cycle) -> Report:
        workspace = self._request.workspace
        return report_on(self._plan, self._day, cycle.id, None, Now.of(workspace))

    def _empty(self) -> Report:
        report = report_on(self._plan, self._day, None, None, Now.of(self._request.workspace))
        return report_for(report, self._audience)

    def site(self) -> Site:
        """Return all pages."""
        frame = self._frame()
        common = self._common(frame)
        pages = {
            self._places[ref]: PageSource(self._prints.of(common, *parts), make)
            for ref, parts, make in self._sources(frame)
        }
        return Site(frame, pages)

    def _frame(self) -> SiteFrame:
        origin = self._request.origin
        knows_files = self._audience is Audience.ALL
        return SiteFrame(
            workspace=self._now.workspace,
            language=self._plan.settings.language,
            as_of=self._day,
            cycle=self._now.cycle.id,
            audience=self._audience,
            commit=origin.commit,
            is_changed=origin.is_changed,
            places=self._places,
            web=origin.web if knows_files else None,
            left_out=0
            if knows_files
            else sum(len(known.left_out) for known in self._whole.values()),
        )

    def _left_out(self) -> int:
        return sum(len(report.left_out) for report in self._whole.values())

    def _common(self, frame: SiteFrame) -> str:
        """Return the fingerprint of what is on each page."""
        around = replace(frame, commit=None, is_changed=False, places={})
        fixed = [ref for ref in (ARCHIVE, CHECK, SEARCH) if ref in self._places]
        refused = [(report.refused, report.doubtful) for report in self._whole.values()]
        return self._prints.of(self._request.stamp, around, fixed, refused)

    def _entries(self) -> Iterator[Entry]:
        """Yield everything that has a page; an audience that sees no titles has two kinds."""
        yield Entry(INDEX, "", self._now.workspace)
        for report in reversed(self._reports.values()):
            yield Entry(cycle_ref(report.cycle.id), "cycle", report.cycle.id)
        if self._audience is Audience.SCORE:
            return
        yield Entry(SEARCH, "", "Search")
        if any(self._ended_reports()):
            yield Entry(ARCHIVE, "", "Archive")
        for report in reversed(self._reports.values()):
            for objective in report.objectives:
                yield Entry(objective.ref, "objective", objective.title, report.cycle.id)
        for kpi in self._now.kpis:
            yield Entry(kpi.id, "KPI", kpi.title)
        for team in self._parts.teams:
            yield Entry(team_ref(team), "team", self._parts.team_name(team))
        if self._audience is Audience.ALL:
            yield Entry(CHECK, "", "Check")
            people = self._plan.settings.people
            for person in self._parts.people:
                name = people[person].name if person in people else None
                yield Entry(person_ref(person), "person", name or person)

    def _sources(
        self, frame: SiteFrame
    ) -> Iterator[tuple[str, Sequence[object], Callable[[], SitePage]]]:
        commit = (frame.commit, frame.is_changed)
        now = self._now
        yield INDEX, (commit, self._prints_of(now), list(self._reports)), self._index
        for id_, report in self._reports.items():
            parts = self._prints_of(report)
            yield cycle_ref(id_), parts, partial(self._cycle, id_)
        if self._audience is Audience.SCORE:
            return
        yield SEARCH, (self._named,), self._search
        if ARCHIVE in self._places:
            ended = [self._prints_of(report) for report in self._ended_reports()]
            yield ARCHIVE, (ended,), self._archive
        for report in self._reports.values():
            for objective in report.objectives:
                yield self._objective_source(objective)
        for kpi in now.kpis:
            parts = (self._kpi_print(kpi.id), self._belonging(kpi))
            yield kpi.id, parts, partial(self._kpi, kpi.id)
        for team in self._parts.teams:
            part = select(self._parts.of_team(team), team=team)
            name = self._parts.team_name(team)
            page = partial(self._part, team_ref(team), name, part)
            yield team_ref(team), (name, self._prints_of(part)), page
        if self._audience is Audience.ALL:
            yield CHECK, (self._definitions(),), self._check
            yield from self._people()

    def _people(self) -> Iterator[tuple[str, Sequence[object], Callable[[], SitePage]]]:
        names = {entry.ref: entry.title for entry in self._named}
        for person in self._parts.people:
            ref = person_ref(person)
            part = select(self._parts.of_person(person), owner=person)
            parts = (names[ref], self._prints_of(part))
            yield ref, parts, partial(self._part, ref, names[ref], part)

    def _prints_of(self, report: Report) -> Sequence[object]:
        """Return what tells *report* from another one."""
        return (
            report.cycle,
            report.days_left,
            report.teams,
            [self._prints.of_shared(objective) for objective in report.objectives],
            [self._prints.of_shared(kpi) for kpi in report.kpis],
            report.attention,
            report.improvements,
            report.notes,
            [thanks._replace(teams=frozenset()).reason for thanks in report.kudos],
            [(thanks.day, thanks.by, thanks.to) for thanks in report.kudos],
            report.findings,
            report.summary and (report.summary.half_time, report.summary.key_results),
        )

    def _objective_source(
        self, report: ObjectiveReport
    ) -> tuple[str, Sequence[object], Callable[[], SitePage]]:
        objective = self._plan.objectives_by_ref[report.ref]
        parent = self._plan.parent_of(objective)
        children = self._plan.children_of(objective)
        checkins = {
            checkin.path: self._prints.of_shared(checkin)
            for key_result in report.key_results
            for checkin in self._sheets.checkins_about(key_result.ref)
        }
        kpis = sorted(
            {kpi for key_result in objective.key_results for kpi in self._kpis_of(key_result)}
        )
        parts = (
            self._prints.of_shared(report),
            self._prints.of_shared(objective),
            parent and (parent.ref, parent.title),
            self._belonging(report),
            [self._prints.of_shared(found) for found in map(self._report_of, children) if found],
            checkins,
            [self._kpi_print(kpi) for kpi in kpis],
        )
        return report.ref, parts, partial(self._objective, objective)

    def _belonging(self, item: ObjectiveReport | KpiReport) -> tuple[Entry, ...]:
        """Return the team and the owner of *item* that have a page."""
        refs = (item.team and team_ref(item.team), item.owner and person_ref(item.owner))
        return tuple(self._by_page[ref] for ref in refs if ref and ref in self._by_page)

    def _kpis_of(self, key_result: object) -> Iterator[str]:
        kpi, guards = getattr(key_result, "kpi", None), getattr(key_result, "guards", ())
        yield from (name for name in (kpi, *guards) if name in self._plan.kpis_by_id)

    def _report_of(self, objective: Objective) -> ObjectiveReport | None:
        return self._by_ref.get(objective.ref)

    def _kpi_sheet(self, id_: str) -> KpiSheet:
        if id_ not in self._kpi_sheets:
            self._kpi_sheets[id_] = self._sheets.of_kpi(self._plan.kpi(id_), MOST_LINES)
        return self._kpi_sheets[id_]

    def _kpi_print(self, id_: str) -> str:
        return self._prints.of_shared(self._kpi_sheet(id_))

    def _definitions(self) -> Sequence[object]:
        """Return what the check depends on but for check-ins, and what is wrong in those."""
        plan = self._plan
        return (
            plan.settings,
            [self._prints.of_shared(objective) for objective in plan.objectives],
            [self._prints.of_shared(kpi) for kpi in plan.kpis],
            plan.improvements,
            self._now.findings,
            list(plan.findings),
        )

    def _index(self) -> SitePage:
        lines = tuple(
            TeamLine(team_ref(team), self._parts.team_name(team), part)
            for team in self._parts.teams
            if (part := select(self._parts.of_team(team), team=team)).objectives
        )
        cycles = tuple(entry for entry in self._named if entry.kind == "cycle")
        return IndexPage(self._now, lines, cycles)

    def _cycle(self, id_: str) -> SitePage:
        report = self._reports[id_]
        page = ReportPage.of(report)
        key_results = sum(len(objective.key_results) for objective in report.objectives)
        if self._audience is Audience.ALL and key_results + len(report.kpis) <= _TREES_UP_TO:
            page = replace(page, tree=tree_of(self._plan, report.cycle, self._day))
        return PartPage(cycle_ref(id_), id_, self._in_language(page))

    def _part(self, ref: str, name: str, report: Report) -> SitePage:
        return PartPage(ref, name, self._in_language(ReportPage.of(report)))

    def _in_language(self, page: ReportPage) -> ReportPage:
        return replace(page, language=self._plan.settings.language)

    def _objective(self, objective: Objective) -> SitePage:
        sheet = self._sheets.of_objective(objective)
        key_results = [
            self._sheets.of_key_result(objective, key_result)
            for key_result in sheet.objective.key_results
            if any(report.id == key_result.id for report in sheet.report.key_results)
        ]
        if self._audience is not Audience.ALL:
            return ObjectivePage(
                titled_objective_sheet(sheet),
                tuple(map(titled_key_result_sheet, key_results)),
                {},
                self._belonging(titled_objective(sheet.report)),
            )
        files = {
            found.report.ref: file
            for found in key_results
            if _takes_checkins(sheet.report, found.report) and (file := self._new_file_for(found))
        }
        shortened = replace(sheet, history=sheet.history[-MOST_LINES:])
        return ObjectivePage(shortened, tuple(key_results), files, self._belonging(sheet.report))

    def _new_file_for(self, sheet: KeyResultSheet) -> NewFile | None:
        return self._new_file(file_for_key_result(sheet.report, sheet.key_result, self._day))

    def _new_file(self, file: CheckInFile | None) -> NewFile | None:
        web = self._request.origin.web
        if file is None or web is None:
            return None
        return NewFile(web.address_to_add(file.path, file.content), file.path, file.content)

    def _kpi(self, id_: str) -> SitePage:
        sheet = self._kpi_sheet(id_)
        if self._audience is not Audience.ALL:
            bare = titled_kpi_sheet(sheet)
            return KpiPage(bare, None, self._belonging(bare.report))
        takes_readings = sheet.kpi.formula is None and sheet.kpi.status == "active"
        file = self._new_file(file_for_kpi(sheet.report, self._day)) if takes_readings else None
        return KpiPage(sheet, file, self._belonging(sheet.report))

    def _ended_reports(self) -> Iterator[Report]:
        """Yield the reports of the cycles that are over, the last one first."""
        for report in reversed(self._reports.values()):
            if report.cycle.end is not None and report.cycle.end < self._day:
                yield report

    def _archive(self) -> SitePage:
        return ArchivePage(tuple(self._ended_reports()))

    def _check(self) -> SitePage:
        return CheckPage(tuple(self._request.find()))

    def _search(self) -> SitePage:
        return SearchPage(tuple(entry for entry in self._named if entry.kind))


def _takes_checkins(objective: ObjectiveReport, key_result: KeyResultReport) -> bool:
    return objective.status == "active" and not (key_result.dropped or key_result.measured.settled)
