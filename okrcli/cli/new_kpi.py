"""`okr new kpi`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal, get_args

import typer

from okrcli.cli.adding import Adding, Addition, built
from okrcli.cli.amounts import amount_of
from okrcli.cli.completion import complete_objective, complete_owner, complete_team
from okrcli.cli.goals import bounds_of, goal_of
from okrcli.cli.identity import git_id
from okrcli.cli.ids import free_id, kpi_id_from
from okrcli.cli.messages import say
from okrcli.cli.options import Invocation, day_of, invoked
from okrcli.cli.prompts import ask, ask_until, required
from okrcli.cli.saving import new_file
from okrcli.cli.workspace import writable_plan
from okrcli.errors import UsageError
from okrcli.model.base import KPI_ID_PATTERN, Cadence
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Aggregate, Direction, Kpi, KpiTarget
from okrcli.model.plan import Plan
from okrcli.storage.layout import kpi_path
from okrcli.storage.writing import kpi_bytes

Kind = Literal["leading", "lagging"]
Family = Literal["revenue", "customer", "operations", "satisfaction"]


@invoked
def new_kpi(
    invocation: Invocation,
    *,
    name: Annotated[
        str | None, typer.Argument(metavar="ID|TITLE", help="As in first_reply, or a title.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Where the argument is an id.")] = None,
    unit: Annotated[str | None, typer.Option(help="As people write it: %, h, EUR.")] = None,
    direction: Annotated[Direction | None, typer.Option(help="Which way is good.")] = None,
    bounds: Annotated[
        str | None, typer.Option(metavar="LOW..HIGH", help="Readings outside are refused.")
    ] = None,
    why: Annotated[str | None, typer.Option(help="What it tells.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Shows results, or shows them coming.")] = None,
    family: Annotated[Family | None, typer.Option(help="What it is about.")] = None,
    owner: Annotated[
        str | None, typer.Option(help="Else you.", autocompletion=complete_owner)
    ] = None,
    team: Annotated[str | None, typer.Option(autocompletion=complete_team)] = None,
    serves: Annotated[
        list[str] | None,
        typer.Option(help="An objective; may be repeated.", autocompletion=complete_objective),
    ] = None,
    baseline: Annotated[str | None, typer.Option(help="The value at the start.")] = None,
    target: Annotated[
        str | None, typer.Option(metavar="NUMBER|LOW..HIGH", help="The value aimed at.")
    ] = None,
    target_by: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Until when; else always.")
    ] = None,
    warning: Annotated[
        str | None, typer.Option(help="How far from the target is no breach yet.")
    ] = None,
    cadence: Annotated[Cadence | None, typer.Option(help="Else weekly.")] = None,
    segment: Annotated[
        list[str] | None, typer.Option(help="A part with readings of its own; may be repeated.")
    ] = None,
    aggregate: Annotated[Aggregate | None, typer.Option(help="What the parts make up.")] = None,
    formula: Annotated[str | None, typer.Option(help="Of other KPIs, as in 'clv / cac'.")] = None,
    no_commit: Annotated[
        bool, typer.Option("--no-commit", help="Write the file, commit nothing.")
    ] = False,
) -> None:
    """Add a KPI, a number that is watched for good.

    Without an id or a title it asks for everything.
    """
    plan = writable_plan(invocation)
    ask_all = name is None and invocation.interactive
    texts = _Texts(
        name=name or "",
        title=title or "",
        unit=unit or "",
        direction=direction or "",
        why=why or "",
        baseline=baseline or "",
        target=target or "",
    )
    texts = _asked(texts) if ask_all else texts
    measured_in = texts.unit or None
    fields = {
        "id": texts.id_among(plan),
        "title": texts.whole_title,
        "unit": measured_in,
        "direction": _required(texts.direction, "--direction"),
        "bounds": bounds and bounds_of(bounds, measured_in),
        "why": texts.why,
        "kind": kind,
        "family": family,
        "owner": owner or git_id(invocation.root(), plan.settings),
        "team": team,
        "serves": serves,
        "baseline": texts.baseline and amount_of(texts.baseline, measured_in),
        "target": texts.target and _target(texts.target, measured_in, target_by),
        "warning": warning and amount_of(warning, measured_in),
        "cadence": cadence,
        "segments": segment,
        "aggregate": aggregate,
        "formula": formula,
    }
    _add(Adding(invocation, plan, ask=ask_all, commit=not no_commit), built(Kpi, fields))


@dataclass(frozen=True, slots=True)
class _Texts:
    """What was typed; empty where nothing was."""

    name: str
    title: str
    unit: str
    direction: str
    why: str
    baseline: str
    target: str

    @property
    def is_id(self) -> bool:
        """Whether the name is an id, and no title."""
        return re.fullmatch(KPI_ID_PATTERN, self.name) is not None

    @property
    def whole_title(self) -> str:
        """The title; where only an id was given, its words."""
        if self.title or not self.is_id:
            return self.title or self.name
        words = self.name.replace("_", " ")
        return words.upper() if len(words) <= 4 else words.capitalize()

    def id_among(self, plan: Plan) -> str:
        """Return the id: the name, or one made of the title that no KPI of *plan* has.

        Raises:
            UsageError: There is a KPI of that name, or nothing to make an id of.
        """
        if not self.name:
            raise UsageError("A KPI needs an id or a title.", "Write: okr new kpi first_reply.")
        if not self.is_id:
            return free_id(kpi_id_from(self.name) or "kpi", set(plan.kpis_by_id), "_")
        if self.name in plan.kpis_by_id:
            raise UsageError(f"There is a KPI '{self.name}' already.", "Choose another id.")
        return self.name


def _required(text: str, option: str) -> str:
    if not text:
        raise UsageError(f"A KPI needs {option}.", "It says which way is good: up, down or range.")
    return text


def _target(text: str, unit: str | None, by: str | None) -> KpiTarget:
    goal = goal_of(text, unit)
    until = day_of(by, "--target-by") if by else None
    if isinstance(goal, Band):
        return KpiTarget(range=goal, by=until)
    return KpiTarget(value=goal, by=until)


def _asked(texts: _Texts) -> _Texts:
    """Return *texts* with the answers for those that are still open."""
    unit = texts.unit
    name = ask_until("What shall be watched? A title, or an id like first_reply", required)
    unit = unit or ask("Of what are the values, as in %, h, EUR? [Enter: a bare number]")
    questions: Mapping[str, Callable[[], str]] = {
        "direction": lambda: ask_until("Which way is good: up, down or range?", _direction),
        "why": lambda: ask("What does it tell?"),
        "baseline": lambda: _number_asked("What is it now? [Enter: not known]", unit),
        "target": lambda: _number_asked("What is aimed at? Or LOW..HIGH [Enter: none]", unit),
    }
    open_ = {field: ask_() for field, ask_ in questions.items() if not getattr(texts, field)}
    return replace(texts, name=name, unit=unit, **open_)


def _direction(text: str) -> str:
    if text not in get_args(Direction):
        raise UsageError("Write up, down or range.")
    return text


def _number_asked(question: str, unit: str) -> str:
    def checked(text: str) -> str:
        if text:
            goal_of(text, unit or None)
        return text

    return ask_until(question, checked)


def _add(adding: Adding, kpi: Kpi) -> None:
    path = kpi_path(kpi.id)
    write = new_file(adding.invocation.root(), path, kpi_bytes(kpi))
    if adding.add(Addition("KPI", kpi.id, path, write, write.content.decode())):
        say(f"Next: okr checkin {kpi.id} VALUE")
