"""What is due for Teams."""

from okrcli.render.chat.reminders import reminders_message
from okrcli.render.chat.teams import teams_text
from okrcli.render.options import RenderOptions
from okrcli.views.reminders import Reminders


def render(reminders: Reminders, options: RenderOptions) -> str:
    """Return *reminders* as one message, as far as they fit."""
    return teams_text(reminders_message(reminders, options))
