"""`okr new kpi`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.choices import Aggregate, Cadence, Direction, Family, Kind, Language
from okrcli.cli.completion import complete_entry
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import definition_option, measure_option
from okrcli.cli.options.shared import (
    OwnOwnerOption,
    OwnTeamOption,
    UnitOption,
    objective_option,
)
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.identity import git_id
    from okrcli.actions.new.kpi import NewKpi, add_kpi, kpi_of
    from okrcli.actions.new.kpi_draft import KpiDraft
    from okrcli.cli.adding import Adder
    from okrcli.cli.new.kpi_prompts import ask_for_kpi, choose_kpi
    from okrcli.cli.workspace import writable_workspace
    from okrcli.compute.amounts import amount_of
    from okrcli.compute.goals import parse_bounds
    from okrcli.model.plan import Plan

if TYPE_CHECKING:
    from okrcli.actions.new.kpi_from_catalog import ReadyKpi


@writes
def new_kpi(
    invocation: Invocation,
    saving: SavingWish,
    *,
    name: Annotated[
        str | None, typer.Argument(metavar="ID|TITLE", help="Id, as in first_reply, or a title.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title, if the argument is an id.")] = None,
    unit: UnitOption = None,
    direction: Annotated[Direction | None, measure_option(help="Which direction is good.")] = None,
    bounds: Annotated[
        str | None, measure_option(metavar="LOW..HIGH", help="Possible values; others are refused.")
    ] = None,
    why: Annotated[str | None, typer.Option(help="What it tells you.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Whether it shows or predicts results.")] = None,
    family: Annotated[Family | None, typer.Option(help="Family it belongs to.")] = None,
    owner: OwnOwnerOption = None,
    team: OwnTeamOption = None,
    serves: Annotated[
        list[str] | None, objective_option(help="Objective it serves; repeatable.")
    ] = None,
    baseline: Annotated[str | None, measure_option(help="Value at the start.")] = None,
    target: Annotated[
        str | None, measure_option(metavar="NUMBER|LOW..HIGH", help="Value or range to reach.")
    ] = None,
    target_by: Annotated[
        str | None, measure_option(metavar="YYYY-MM-DD", help="Date by which to reach the target.")
    ] = None,
    warning: Annotated[
        str | None, measure_option(help="How far from the target is not yet a breach.")
    ] = None,
    cadence: Annotated[
        Cadence | None, measure_option(help="How often it is read (default: weekly).")
    ] = None,
    segment: Annotated[
        list[str] | None, measure_option(help="Segment with its own readings; repeatable.")
    ] = None,
    aggregate: Annotated[
        Aggregate | None, measure_option(help="How segments combine into one value.")
    ] = None,
    formula: Annotated[
        str | None, measure_option(help="Formula over other KPIs, as in 'clv / cac'.")
    ] = None,
    from_: Annotated[
        str | None,
        definition_option(
            "--from",
            metavar="catalog:ID",
            help="Ready definition; other options override it.",
            autocompletion=complete_entry,
        ),
    ] = None,
    with_parts: Annotated[
        bool, definition_option("--with-parts", help="Compute it, and add the KPIs it needs.")
    ] = False,
    wish: Annotated[
        str | None,
        definition_option(
            "--for", metavar="TEXT", help="Suggest KPIs for a theme, a team or an objective."
        ),
    ] = None,
    language: Annotated[
        Language | None,
        definition_option(help="Language of the definition (default: the workspace's)."),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Not agreed yet: it binds nobody.")
    ] = False,
) -> None:
    """Add a KPI: a number that is watched permanently.

    Without an id or a title, it prompts for everything; with --from, for baseline and target.
    """
    workspace = writable_workspace(invocation)
    plan = workspace.plan
    _require_agreement(from_, wish, formula, with_parts=with_parts)
    if wish:
        chosen = choose_kpi(wish, plan, invocation, language or plan.settings.language)
        if chosen is None:
            return
        from_, serves, team = chosen.entry, serves or chosen.serves, team or chosen.team
    ready = _ready(from_, plan, language, with_parts=with_parts)
    ask_all = name is None and invocation.interactive
    texts = KpiDraft(
        name=name or "",
        title=title or "",
        unit=unit or "",
        direction=direction or "",
        why=why or "",
        baseline=baseline or "",
        target=target or "",
        target_by=target_by or "",
    )
    texts = ready.complete(texts) if ready else texts
    texts = ask_for_kpi(texts) if ask_all else texts
    measured_in = texts.unit or None
    typed = {
        **texts.fields(plan, invocation.today),
        "bounds": bounds and parse_bounds(bounds, measured_in),
        "kind": kind,
        "family": family,
        "owner": owner or git_id(workspace.root, plan.settings),
        "team": team,
        "serves": serves,
        "warning": warning and amount_of(warning, measured_in),
        "cadence": cadence,
        "segments": segment,
        "aggregate": aggregate,
        "formula": formula,
        "status": "draft" if draft else None,
        "language": None if language == plan.settings.language else language,
    }
    new = kpi_of(typed, ready)
    if Adder(workspace, saving, ask=ask_all).add(add_kpi(workspace, new)):
        if texts.has_way_to_go and not texts.target_by:
            remark(
                f"{new.kpi.id} is judged by its target from today on; with a date for it"
                " (--target-by) it is judged by the way there until then."
            )
        say(f"Next: {_next(new)}")


def _require_agreement(
    from_: str | None, wish: str | None, formula: str | None, *, with_parts: bool
) -> None:
    if from_ and wish:
        raise UsageError("--for suggests definitions, and --from uses one.", "Give one of them.")
    if with_parts and not (from_ or wish):
        raise UsageError(
            "--with-parts needs a ready definition.", "Name it with --from catalog:ID."
        )
    if with_parts and formula:
        raise UsageError("--formula and --with-parts give different formulas.", "Give one of them.")


def _ready(
    from_: str | None, plan: Plan, language: Language | None, *, with_parts: bool
) -> ReadyKpi | None:
    if from_ is None:
        return None
    from okrcli.actions.new.kpi_from_catalog import ready_kpi  # noqa: PLC0415  only here the catalogue is needed

    return ready_kpi(from_, language or plan.settings.language, plan, with_parts=with_parts)


def _next(new: NewKpi) -> str:
    """Return what to type to give the KPI its first value."""
    kpi = new.kpi
    if kpi.survey:
        return f"okr kpi survey {kpi.id} FILE, or okr kpi record {kpi.id} VALUE"
    if kpi.formula:
        parts = [part.id for part, _ in new.parts]
        return f"okr kpi record {parts[0]} VALUE" if parts else f"okr kpi show {kpi.id}"
    return f"okr checkin {kpi.id} VALUE"
