"""Alerts as the formats draw them."""

from typing import Any

from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import ALERT_FORMATS, RenderOptions
from okrcli.views.alerts import AlertOutcome
from tests.render.kpi_samples import an_alert, an_outcome

ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(outcome: AlertOutcome, name: str = "text", width: int = 80, **options: Any) -> str:
    return ALERT_FORMATS[name](outcome, RenderOptions(COMMAND_LINE, width=width, **options))


def told(text: str) -> AlertOutcome:
    alert = an_alert(title=text, message=text, owner=text, unit=text)
    return an_outcome(alert, workspace=text, folder=text)
