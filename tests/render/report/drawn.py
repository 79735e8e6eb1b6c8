"""Reports as the formats draw them."""

from typing import Any

from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import Report, TeamName
from okrcli.render import REPORT_FORMATS, RenderOptions
from tests.render.samples import (
    a_key_result,
    a_kpi,
    a_note,
    a_report,
    an_action,
    an_improvement,
    an_objective,
    some_kudos,
)

ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(report: Report, name: str = "table", width: int = 80, **options: Any) -> str:
    return REPORT_FORMATS[name](report, RenderOptions(COMMAND_LINE, width=width, **options))


def titled(title: str) -> Report:
    key_result = a_key_result(title=title, owner=title, unit=title)
    objective = an_objective(title=title, owner=title, team=title, key_results=(key_result,))
    plan = an_improvement(
        owner=title,
        cause=title,
        last_note=title,
        outcome=title,
        actions=(an_action(title, owner=title),),
    )
    kpi = a_kpi("csat", title=title, unit=title, owner=title, formula=title, reason=title)
    return a_report(
        workspace=title,
        objectives=(objective, an_objective(team=None)),
        kpis=(kpi,),
        improvements=(plan,),
        teams=(TeamName(title, title),),
        notes=(a_note(title, by=title),),
        kudos=(some_kudos(title, by=title, to=title),),
    )
