"""`okr report`: how the objectives stand."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from okrcli.cli.completion import complete_cycle
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import (
    known,
    outputs_of,
    print_result,
    renderer_of,
    terminal_options,
    write_rendered,
)
from okrcli.cli.shared_options import (
    AsOfOption,
    OutputOption,
    OwnerOption,
    TeamOption,
    as_of_day,
    require_owner,
    require_team,
)
from okrcli.cli.workspace import tell_errors, tell_refused, tell_sparse
from okrcli.compute.reports.report import Pace, Report
from okrcli.errors import HistoryError, UnknownReferenceError
from okrcli.render import REPORT_FORMATS

if TYPE_CHECKING:
    from okrcli.model.cycle import Cycle
    from okrcli.model.plan import Plan


class _Selection(NamedTuple):
    team: str | None
    owner: str | None
    status: Pace | None


@invoked
def report(
    invocation: Invocation,
    *,
    cycle: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="The cycle; else the one that holds the day.",
            autocompletion=complete_cycle,
        ),
    ] = None,
    team: TeamOption = None,
    owner: OwnerOption = None,
    status: Annotated[Pace | None, typer.Option(help="Only what has this pace.")] = None,
    as_of: AsOfOption = None,
    rev: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Read the files at this commit, branch or tag."),
    ] = None,
    format: Annotated[  # noqa: A002  the option's name
        str, typer.Option(metavar="FORMAT", help=f"One of {', '.join(REPORT_FORMATS)}.")
    ] = "table",
    output: OutputOption = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every row, also of a very long table.")
    ] = False,
) -> None:
    """Show progress, pace and what needs attention.

    The exit code is 1 when a file has an error, because then something may be missing; of the
    entries in check-ins only those of the cycle count.
    """
    render = renderer_of(format, REPORT_FORMATS)
    outputs = outputs_of(output or (), REPORT_FORMATS)
    day = as_of_day(invocation, as_of)
    built = _build(invocation, cycle, day, rev, _Selection(team, owner, status))
    options = terminal_options(invocation, show_all=show_all)
    write_rendered(built, outputs, REPORT_FORMATS, options)
    print_result(render(built, options))
    tell_refused(built.left_out)
    if rev is None:
        from okrcli.cli.uncommitted import remark_unkept  # noqa: PLC0415  `--help` needs no git

        remark_unkept(invocation.root())
    if built.findings.error or built.refused:
        raise typer.Exit(1)


def _build(
    invocation: Invocation, cycle_id: str | None, day: date, rev: str | None, wish: _Selection
) -> Report:
    from okrcli.checks.run import structure_findings  # noqa: PLC0415  `--help` needs neither
    from okrcli.compute.reports.report_builder import build_report, select  # noqa: PLC0415

    plan, revision = _plan_at(invocation, rev) if rev is not None else (invocation.plan(), None)
    cycle = _cycle(plan, cycle_id, day)
    require_team(plan, wish.team)
    require_owner(plan, wish.owner)
    findings = structure_findings(plan)
    tell_errors(plan, findings)
    whole = build_report(plan, cycle, day, revision=revision, findings=findings)
    if whole.objectives:
        chosen = select(whole, team=wish.team, owner=wish.owner, status=wish.status)
        _tell_nothing_fits(chosen, wish)
        return chosen
    if not plan.objectives:
        tell_sparse(invocation)
    _tell_next_step(plan, cycle)
    return whole


def _plan_at(invocation: Invocation, rev: str) -> "tuple[Plan, str]":
    """Return the plan as it was at *rev*, and that commit's full name."""
    from okrcli.checks.checkins.refusing import refuse_entries  # noqa: PLC0415  as above
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only `--rev` needs git
    from okrcli.history.snapshots import files_at, resolve  # noqa: PLC0415
    from okrcli.storage.layout import is_meant  # noqa: PLC0415
    from okrcli.storage.workspace import plan_of  # noqa: PLC0415

    root = invocation.root()
    repository = open_repository(root)
    if repository is None:
        raise HistoryError(
            f"'{root}' is in no git repository, so there is no revision {rev}.",
            "Leave out --rev; for an earlier day use --as-of, which needs no git.",
        )
    commit = resolve(repository, rev)
    files = files_at(repository, commit, root, is_meant)
    return refuse_entries(plan_of(files), invocation.today), commit


def _cycle(plan: "Plan", cycle_id: str | None, day: date) -> "Cycle":
    if cycle_id is None:
        return plan.report_cycle(day) or plan.settings.calendar.cycle_on(day)
    cycle = plan.cycle(cycle_id)
    if cycle is None:
        names = [*plan.settings.cycles, *(each.id for each in plan.cycles)]
        raise UnknownReferenceError(f"There is no cycle '{cycle_id}'.", known(cycle_id, names))
    return cycle


def _tell_nothing_fits(report: Report, wish: _Selection) -> None:
    if not report.objectives:
        asked = " ".join(f"--{name} {value}" for name, value in wish._asdict().items() if value)
        remark(f"No objective of {report.cycle.id} fits {asked}.")


def _tell_next_step(plan: "Plan", cycle: "Cycle") -> None:
    remark(f"There is no objective in {cycle.id} yet.")
    others = ", ".join(each.id for each in plan.cycles)
    if others:
        remark(f"Other cycles have some: {others}. Choose one with --cycle.")
    remark("Write one with `okr new objective`, or say it in a sentence:")
    remark('  okr new kr OBJECTIVE "Raise NPS from 40 to 60 by 2026-12-31"')
