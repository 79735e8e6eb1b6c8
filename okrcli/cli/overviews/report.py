"""`okr report`: how the objectives stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, NamedTuple

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
    from okrcli.actions.report import ReportMaterial, ReportSelection, report_on
    from okrcli.actions.uncommitted import unkept_lines
    from okrcli.cli.outputs import terminal_options
    from okrcli.cli.workspace import tell_cut_off, tell_errors, tell_left_out, tell_refused
    from okrcli.compute.reports.order import in_order
    from okrcli.compute.reports.report import Report
    from okrcli.errors import UsageError
    from okrcli.model.cycle import Cycle
    from okrcli.model.plan import Plan


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
    selection = ReportSelection(cycle, team, owner, status)
    request = _Request(selection, as_of, rev, showing, full=full, summary=summary, sort=sort)
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

    selection: ReportSelection
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
        material = self._material(invocation, day)
        built = self._with_pages(self._build(material, day), material.plan)
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
            typer.Exit: Files cannot be compared.
        """
        from okrcli.actions.check.scope import require_all_files  # noqa: PLC0415  few need it
        from okrcli.actions.story.diff import diff_since, revision_at  # noqa: PLC0415  as above

        day = as_of_day(invocation, self.as_of)
        if self.rev is None:
            require_all_files(invocation.root())
        plan = self._material(invocation, day).plan
        with invocation.reading_history():
            revision = revision_at(invocation.root(), since, invocation.today)
            diff = diff_since(revision, plan, day, self.selection)
        self.showing.show(diff)
        if diff.uncompared or plan.unreadable:
            raise typer.Exit(1)

    def _material(self, invocation: Invocation, day: date) -> ReportMaterial:
        """Return what a report of *day* is made of.

        Raises:
            UnknownReferenceError: Nobody is called as the selection says.
        """
        if self.rev is None:
            workspace = invocation.workspace()
            with invocation.reading_history():
                material = ReportMaterial.at_hand(workspace, day)
            tell_left_out(workspace.root)
            tell_cut_off(workspace, day)
        else:
            root, today = invocation.root(), invocation.today
            with invocation.reading_history():
                material = ReportMaterial.at_revision(root, self.rev, today)
        self.selection.require_known(material.plan)
        tell_errors(material.plan, material.plan.findings)
        return material

    def _build(self, material: ReportMaterial, day: date) -> Report:
        plan, revision, now = material
        whole = report_on(plan, day, self.selection.cycle, revision, now)
        if whole.objectives:
            chosen = self.selection.select_from(whole)
            if not chosen.objectives:
                _tell_nothing_fits(chosen.cycle, self.selection)
            return chosen
        _tell_next_step(plan, whole.cycle)
        return whole

    def _with_pages(self, report: Report, plan: Plan) -> Report:
        """Return *report* with what only some formats show."""
        whole, formats = self.selection.is_whole, self.showing.all_formats
        if not PAGES.isdisjoint(formats):
            from okrcli.actions.report_page import report_page  # noqa: PLC0415  only for pages

            return report_page(report, plan, whole=whole, every=self.showing.options.all)
        if whole and not WITH_TREE.isdisjoint(formats):
            from okrcli.actions.report_page import with_tree  # noqa: PLC0415  only for Markdown

            return with_tree(report, plan)
        return report


def _refuse_watching(option: str, *, is_watching: bool) -> None:
    if is_watching:
        raise UsageError(
            f"--watch shows the table of the files as they are, so it does not go with {option}."
        )


def _tell_nothing_fits(cycle: Cycle, selection: ReportSelection) -> None:
    asked = selection._replace(cycle=None)._asdict().items()
    options = " ".join(f"--{name} {value}" for name, value in asked if value)
    remark(f"No objective of {cycle.id} matches {options}.")


def _tell_next_step(plan: Plan, cycle: Cycle) -> None:
    remark(f"There is no objective in {cycle.id} yet.")
    others = ", ".join(cycle.id for cycle in plan.cycles)
    if others:
        remark(f"Other cycles have some: {others}. Choose one with --cycle.")
    remark("Add one with `okr new objective`, or a key result in one sentence:")
    remark('  okr new kr OBJECTIVE "Raise NPS from 40 to 60 points by 2026-12-31"')
