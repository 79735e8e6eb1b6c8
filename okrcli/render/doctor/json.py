"""An examination for programs: schema `okrcli.doctor/1`, to which keys are only added."""

from okrcli.render.options import RenderOptions
from okrcli.render.text.json_text import json_text
from okrcli.views.doctor import Examination, State

SCHEMA = "okrcli.doctor/1"
_DEPTH = 2
"""The depth at which each thing is one line."""


def render(examination: Examination, options: RenderOptions) -> str:
    """Return *examination* as JSON, in the order in which it was made."""
    document = {
        "schema": SCHEMA,
        "checks": [
            {
                "about": diagnosis.about,
                "state": diagnosis.state,
                "message": diagnosis.message,
                "hints": [options.words.sentence(hint) for hint in diagnosis.hints],
            }
            for diagnosis in examination.diagnoses
        ],
        "summary": {state: examination.count(state) for state in State},
    }
    return json_text(document, _DEPTH)
