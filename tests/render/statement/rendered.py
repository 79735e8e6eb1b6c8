"""Statements as the formats draw them."""

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import STATEMENT_FORMATS, RenderOptions
from okrcli.wording.titles.statement import read_statement


def rendered(name: str, text: str) -> str:
    return STATEMENT_FORMATS[name](read_statement(text), RenderOptions(COMMAND_LINE))
