"""Reminders as the formats draw them."""

from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REMINDER_FORMATS, RenderOptions
from okrcli.views.reminders import Reminders
from tests.render.kpi_samples import a_due
from tests.render.samples import DAY

ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(reminders: Reminders, name: str = "text", width: int = 80) -> str:
    return REMINDER_FORMATS[name](reminders, RenderOptions(COMMAND_LINE, width=width))


def told(text: str) -> Reminders:
    return Reminders(text, DAY, (a_due(title=text),), {"ana": text})
