"""A whole quarter with commands alone, from the plan to the next one.

Three people plan, agree by a pull request, check in for twelve weeks, change what they have agreed
openly, close with what they have learned and carry on. Every report on the way is as it was drawn
once, and at the end the report of each past day is the one that was printed on that day.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.render.golden import assert_golden
from tests.team import Team

OKR_YAML = """\
version: 1
name: Puente
language: es
calendar: {cycle: quarter, time_zone: UTC}
checkin: {cadence: weekly, grace_days: 3}
teams:
  puente: {name: Puente}
  ayuda: {name: Ayuda, parent: puente}
people:
  ana: {name: Ana Ruiz, email: ana@example.com, team: ayuda}
  lucia: {name: Lucía Paz, email: lucia@example.com, team: ayuda}
  pavel: {name: Павел, email: pavel@example.com, team: puente}
"""
FRIDAYS = [date(2026, 10, 2) + timedelta(weeks=week) for week in range(13)]
AFTER = date(2027, 1, 4)


def plan(team: Team) -> None:
    """Plan as drafts on a branch, which somebody else approves and merges."""
    team.on(date(2026, 9, 23), "ana")
    team.git("switch", "--quiet", "--create", "plan-q4")
    kpi = ("new", "kpi", "--from")
    climbing = ("--target-by", "2026-12-31", "--owner", "ana")
    team.okr(*kpi, "catalog:nps", "--baseline", "40", "--target", "60", *climbing)
    team.okr(*kpi, "catalog:csat", "--baseline", "78", "--target", "84", *climbing)
    objective = ("new", "objective", "--draft", "--cycle", "2026-Q4", "--team")
    reason = ("--impact", "expansion", "--why", "Sin clientes no hay mañana.")
    team.okr(*objective, "puente", "Crecemos con quienes confían", "--id", "puente", *reason)
    renewals = ("new", "kr", "puente", "Subir las renovaciones del 80 al 90 %")
    team.okr(*renewals, "--id", "renovaciones", "--owner", "pavel")
    reason = ("--impact", "growth", "--why", "Quien recomienda, se queda.")
    title = ("Los clientes nos recomiendan", "--id", "clientes", "--parent", "puente")
    team.okr(*objective, "ayuda", *title, *reason)
    kr = ("new", "kr", "clientes")
    team.okr(*kr, "Subir el NPS de 40 a 60", "--id", "nps", "--kpi", "nps", "--guard", "csat")
    reply = ("Reducir la primera respuesta de 10 a 4 horas", "--id", "respuesta")
    team.okr(*kr, *reply, "--owner", "lucia")
    calls = ("Reducir las llamadas a 200", "--id", "llamadas", "--unit", "llamadas")
    unknown = ("--baseline", "unknown", "--measure-by", "2026-10-31", "--target", "200")
    team.okr(*kr, *calls, *unknown)
    steps = ("--step", "textos: Los textos están", "--step", "abierto: Está abierto")
    team.okr(*kr, "El centro de ayuda funciona", "--id", "centro", *steps)
    team.on(date(2026, 9, 28), "pavel")
    team.okr("approve", "puente", "clientes")
    team.git("switch", "--quiet", "main")
    team.git("merge", "--quiet", "--no-ff", "--message", "Merge plan-q4 (#1)", "plan-q4")


def between(start: float, end: float, day: date) -> str:
    """Return the value of *day* on a line from *start* to *end* over the quarter."""
    return f"{start + (end - start) * (day - date(2026, 10, 1)).days / 91:.1f}"


def check_in(team: Team, friday: date, kpi: str) -> None:
    """Let everybody check in, each for what is theirs."""
    team.on(friday, "ana")
    sure = ("--confidence", "7")
    team.okr("checkin", "clientes/nps", between(40, 55, friday), *sure, "--note", "Ola")
    team.okr("kpi", "record", kpi, between(78, 80, friday))
    if friday >= date(2026, 10, 23):
        team.okr("checkin", "clientes/llamadas", between(340, 230, friday))
    team.on(friday, "lucia")
    if friday < date(2026, 11, 6):
        team.okr("checkin", "clientes/respuesta", between(10, 4, friday))
    if friday in {date(2026, 10, 30), date(2026, 12, 11)}:
        step = "textos" if friday < date(2026, 11, 1) else "abierto"
        team.okr("checkin", "clientes/centro", step)
    if friday >= date(2026, 11, 20):
        team.okr("checkin", "clientes/chat", between(20, 40, friday))
    team.on(friday, "pavel")
    team.okr("checkin", "puente/renovaciones", between(80, 88, friday))


def change(team: Team, friday: date) -> None:
    """Do what comes up in that week, openly."""
    why = ("--why", "Lo hemos hablado.", "--approved-by", "pavel")
    if friday == date(2026, 10, 23):
        team.on(friday, "ana")
        team.okr("amend", "clientes/llamadas", "--baseline", "340", *why)
    if friday == date(2026, 10, 30):
        team.on(friday, "ana")
        team.okr("amend", "clientes/nps", "--target", "55", *why)
    if friday == date(2026, 11, 6):
        team.on(friday, "lucia")
        team.okr("amend", "clientes/respuesta", "--drop", *why)
    if friday == date(2026, 11, 13):
        team.on(friday, "lucia")
        title = "Subir los chats resueltos de 20 a 40"
        team.okr("new", "kr", "clientes", title, "--id", "chat", "--unit", "chats")
    if friday == date(2026, 11, 20):
        team.on(friday, "ana")
        team.okr("rename", "csat", "satisfaccion")
    if friday == date(2026, 11, 27):
        team.on(friday, "ana")
        goal = ("--goal", "84", "--by", "2026-12-31", "--why", "Nadie se ha formado.")
        action = ("--action", "Formar a todos; lucia; 2026-12-15")
        team.okr("improve", "open", "satisfaccion", "--cause", "training", *goal, *action)


def close_and_go_on(team: Team) -> list[str]:
    """Close with what was learned, plan the next quarter from it, and begin it.

    Returns:
        The report of the ended quarter, the plan of the next one, and its first report.
    """
    team.on(date(2027, 1, 2), "ana")
    lessons = ("--worked", "La ola", "--did-not", "Las llamadas", "--next", "Antes")
    team.okr("close", "clientes", *lessons)
    team.okr("close", "puente", *lessons)
    drawn = [team.okr("report", "--full", "--cycle", "2026-Q4")]
    team.okr("new", "cycle", "2027-Q1", "--all")
    drawn.append(team.okr("report", "--full", "--cycle", "2027-Q1"))
    team.on(date(2027, 1, 3), "pavel")
    team.okr("approve", "2027-Q1/puente", "2027-Q1/clientes")
    team.on(AFTER, "ana")
    team.okr("checkin", "clientes/llamadas", "220")
    return [*drawn, team.okr("report", "--full"), team.okr("tree")]


def printed(team: Team, *words: str) -> Mapping[str, Any]:
    """Return a report for programs."""
    document: Mapping[str, Any] = json.loads(team.okr("report", "--format", "json", *words))
    return document


RENAMED = {"csat": "satisfaccion"}
LATER = {"findings", "since", "revision", "improvements", "attention", "notes", "kudos"}
"""What a report says of the files and the week, and not of how things stood."""


def facts_of(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return how objectives, key results and KPIs stand, by their present names."""
    kept = {name: value for name, value in document.items() if name not in LATER}
    text = json.dumps(kept, sort_keys=True)
    for was, now in RENAMED.items():
        text = text.replace(f'"{was}"', f'"{now}"')
    facts: dict[str, Any] = json.loads(text)
    return facts | {"kpis": sorted(facts["kpis"], key=lambda kpi: str(kpi["id"]))}


@pytest.mark.slow
def test_whole_quarter_is_played_with_commands_and_each_past_day_stays_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    team = Team(tmp_path / "puente", OKR_YAML, monkeypatch, capsys)
    plan(team)
    drawn, then = [], {}
    for friday in FRIDAYS:
        change(team, friday)
        kpi = "csat" if friday < date(2026, 11, 20) else "satisfaccion"
        check_in(team, friday, kpi)
        team.on(friday, "ana")
        drawn.append(team.okr("report", "--full"))
        then[friday] = printed(team)
    drawn += close_and_go_on(team)
    assert_golden("whole-quarter.txt", "\n".join(drawn))
    for friday, document in then.items():
        past = printed(team, "--as-of", str(friday))
        assert facts_of(past) == facts_of(document), friday
