"""What was read in a statement, for programs: one JSON object on a line."""

import json

from okrcli.printable import inert_json
from okrcli.render.options import RenderOptions
from okrcli.wording.titles.statement import Statement


def render(statement: Statement, options: RenderOptions) -> str:
    """Return *statement* as JSON; what it does not say is `null`."""
    del options
    return inert_json(json.dumps(statement.as_json(), ensure_ascii=False)) + "\n"
