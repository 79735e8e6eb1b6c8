"""What is due for programs: schema `okrcli.reminders/1`, to which keys are only added."""

from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.render.text.refused import refused_part
from okrcli.views.reminders import Reminders

SCHEMA = "okrcli.reminders/1"
_DEPTH = 2
"""The depth at which each thing that is due is one line."""


def render(reminders: Reminders, options: RenderOptions) -> str:
    """Return *reminders* as JSON; what nobody owns has the owner null."""
    document = {
        "schema": SCHEMA,
        "workspace": reminders.workspace,
        "as_of": reminders.as_of,
        "dues": [
            {
                "kind": due.kind,
                "ref": due.ref,
                "segment": due.segment,
                "title": due.title,
                "owner": due.owner,
                "due": due.due,
                "days": due.days,
                "command": options.words.command(due.step),
            }
            for due in reminders.dues
        ],
        **refused_part(reminders.refused),
    }
    return json_text(document, _DEPTH)
