"""`okr report`: how the objectives stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from okrcli.choices import Pace, ReportSort
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import comparison_option, output_option, selection_option
from okrcli.cli.options.shared import (
    AsOfOption,
    OwnerOption,
    TeamOption,
    as_of_day,
    cycle_option,
)
from okrcli.cli.showing import ALL_ROWS, Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import DIFF_FORMATS, PAGES, REPORT_FORMATS, WITH_TREE

if will_run(__name__):
    from okrcli.actions.report import Now, report_on
    from okrcli.actions.selection import Selection
    from okrcli.actions.uncommitted import unkept_lines
    from okrcli.actions.workspace import plan_at, plan_for
    from okrcli.cli.outputs import terminal_options
    from okrcli.cli.workspace import tell_errors, tell_refused, tell_sparse
    from okrcli.compute.reports.order import in_order
    from okrcli.compute.reports.report import Report
    from okrcli.compute.reports.selection import select
    from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.cycle import Cycle
    from okrcli.model.plan import Plan


class _Selection(NamedTuple):
    team: str | None
    owner: str | None
    status: Pace | None


class _Material(NamedTuple):
    """What a report is made of.

    Attributes:
        revision: The commit that *plan* was read at; `None` for the files as they are.
        now: When the report is made; `None` for a revision, which knows nothing of later days.
    """

    plan: Plan
    revision: str | None
    now: Now | None


@shows(
    REPORT_FORMATS,
    output=True,
    dialect=True,
    every=ALL_ROWS,
    instead=("since", DIFF_FORMATS),
)
def report(
    invocation: Invocation,
    showing: Showing,
    *,
    cycle: Annotated[
        str | None, cycle_option(help="Cycle (default: the one that contains the day).")
    ] = None,
    team: TeamOption = None,
    owner: OwnerOption = None,
    status: Annotated[Pace | None, selection_option(help="Only items with this pace.")] = None,
    as_of: AsOfOption = None,
    rev: Annotated[
        str | None,
        selection_option(metavar="REV", help="Read the files at this commit, branch or tag."),
    ] = None,
    since: Annotated[
        str | None,
        comparison_option(
            "--diff",
            metavar="REV",
            help="Show only what has moved since this commit, branch or tag, as text, json or"
            " markdown.",
        ),
    ] = None,
    full: Annotated[bool, output_option("--full", help="Show whole titles, with ids.")] = False,
    summary: Annotated[
        bool,
        output_option(
            "--summary",
            help="One line for each objective; in markdown also what needs attention and what"
            " has changed.",
        ),
    ] = False,
    sort: Annotated[
        ReportSort | None,
        output_option(
            help="Sort objectives by worst pace, id, least progress or next due date (default: pace"
            " in the table, id elsewhere).",
            show_default=False,
        ),
    ] = None,
    watching: Annotated[
        bool, output_option("--watch", help="Draw it again whenever a file changes, until Ctrl-C.")
    ] = False,
) -> None:
    """Show progress, pace and what needs attention.

    The exit code is 1 if a file has an error, because something may then be missing. Of the
    entries in check-ins, only those of the cycle count.
    """
    wish = _Selection(team, owner, status)
    request = _Request(cycle, wish, as_of, rev, showing, full=full, summary=summary, sort=sort)
    if since is not None:
        _refuse_watching("--diff", is_watching=watching)
        request.show_diff(invocation, since)
    elif watching:
        from okrcli.cli.live.watch import watch  # noqa: PLC0415  only with --watch

        request.require_watchable()
        watch(invocation, request.show)
    else:
        request.show(invocation)


class _Request(NamedTuple):
    """Which report is asked for, and where it goes."""

    cycle: str | None
    wish: _Selection
    as_of: str | None
    rev: str | None
    showing: Showing
    full: bool
    summary: bool
    sort: ReportSort | None

    def require_watchable(self) -> None:
        """Refuse to watch what is no table of the files at hand.

        Raises:
            UsageError: A file, a revision or another format is asked for.
        """
        _refuse_watching("--rev", is_watching=self.rev is not None)
        _refuse_watching("--output", is_watching=bool(self.showing.outputs))
        shown_as = self.showing.format
        _refuse_watching(f"--format {shown_as}", is_watching=shown_as != "table")

    def show(self, invocation: Invocation) -> None:
        """Print the report, and write it to the files of `--output`.

        Raises:
            OkrError: It cannot be made.
            typer.Exit: The files have errors.
        """
        day = as_of_day(invocation, self.as_of)
        material = _plan(invocation, day, self.rev, self.wish)
        built = _build(invocation, self.cycle, day, material, self.wish)
        built = _with_pages(built, material, self.wish, self.showing)
        if self.sort is not None:
            built = replace(built, objectives=in_order(built.objectives, self.sort))
        options = replace(
            self.showing.options,
            width=terminal_options(invocation).width,  # that of the window may be another by now
            full=self.full,
            summary=self.summary,
            sort=self.sort,
        )
        self.showing.show(built, options)
        tell_refused(built.left_out)
        if self.rev is None:
            remark_all(unkept_lines(invocation.root()))
        if built.findings.error or built.refused:
            raise typer.Exit(1)

    def show_diff(self, invocation: Invocation, since: str) -> None:
        """Show what has moved in the report since the revision *since*.

        Raises:
            OkrError: There is no such revision, or the report cannot be made.
        """
        from okrcli.actions.story.diff import (  # noqa: PLC0415  only with --diff
            Choice,
            diff_since,
            revision_at,
        )

        day = as_of_day(invocation, self.as_of)
        plan = _plan(invocation, day, self.rev, self.wish).plan
        with invocation.reading_history():
            revision = revision_at(invocation.root(), since, invocation.today)
            diff = diff_since(revision, plan, day, Choice(self.cycle, *self.wish))
        self.showing.show(diff)


def _refuse_watching(option: str, *, is_watching: bool) -> None:
    if is_watching:
        raise UsageError(
            f"--watch shows the table of the files as they are, so it does not go with {option}."
        )


def _with_pages(report: Report, material: _Material, wish: _Selection, showing: Showing) -> Report:
    """Return *report* with what only some formats show."""
    whole, formats = not any(wish), showing.all_formats
    if not PAGES.isdisjoint(formats):
        from okrcli.actions.report_page import report_page  # noqa: PLC0415  only for pages

        return report_page(report, material.plan, whole=whole, every=showing.options.all)
    if whole and not WITH_TREE.isdisjoint(formats):
        from okrcli.actions.report_page import with_tree  # noqa: PLC0415  only for Markdown

        return with_tree(report, material.plan)
    return report


def _build(
    invocation: Invocation,
    cycle_id: str | None,
    day: date,
    material: _Material,
    wish: _Selection,
) -> Report:
    plan, revision, now = material
    whole = report_on(plan, day, cycle_id, revision, now)
    if whole.objectives:
        chosen = select(whole, team=wish.team, owner=wish.owner, status=wish.status)
        _tell_nothing_fits(chosen, wish)
        return chosen
    if not plan.objectives:
        tell_sparse(invocation)
    _tell_next_step(plan, whole.cycle)
    return whole


def _plan(invocation: Invocation, day: date, rev: str | None, wish: _Selection) -> _Material:
    """Return what a report of *day* is made of.

    Raises:
        UnknownReferenceError: Nobody is called as *wish* says.
    """
    if rev is None:
        workspace = invocation.workspace()
        with invocation.reading_history():
            material = _Material(plan_for(workspace, day), None, Now.of(workspace))
    else:
        with invocation.reading_history():
            material = _Material(*plan_at(invocation.root(), rev, invocation.today), None)
    Selection(wish.team, wish.owner).require_known(material.plan)
    tell_errors(material.plan, material.plan.findings)
    return material


def _tell_nothing_fits(report: Report, wish: _Selection) -> None:
    if not report.objectives:
        asked = " ".join(f"--{name} {value}" for name, value in wish._asdict().items() if value)
        remark(f"No objective of {report.cycle.id} matches {asked}.")


def _tell_next_step(plan: Plan, cycle: Cycle) -> None:
    remark(f"There is no objective in {cycle.id} yet.")
    others = ", ".join(cycle.id for cycle in plan.cycles)
    if others:
        remark(f"Other cycles have some: {others}. Choose one with --cycle.")
    remark("Add one with `okr new objective`, or a key result in one sentence:")
    remark('  okr new kr OBJECTIVE "Raise NPS from 40 to 60 points by 2026-12-31"')
