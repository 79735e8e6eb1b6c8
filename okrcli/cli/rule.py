"""`okr rule`: explains the rules of `okr check`."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.choices import Language
from okrcli.cli.completion import complete_rule
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import RULE_FORMATS

if will_run(__name__):
    from okrcli.actions.rules import rulebook
    from okrcli.checks import RULE_NAMES, codes_named
    from okrcli.model.plan import Plan
    from okrcli.storage.workspace import load_settings


@shows(RULE_FORMATS)
def rule(
    invocation: Invocation,
    showing: Showing,
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...",
            help="A code, a name or the beginning of several codes.",
            autocompletion=complete_rule,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Explain all rules.")] = False,
    language: Annotated[
        Language | None, output_option(help="Language of the examples (default: the workspace's).")
    ] = None,
) -> None:
    """Explain a rule of `okr check`: why it exists, what it finds and how to silence it.

    Without a code, it lists all rules.
    """
    wanted = {code for name in names or () for code in codes_named(name)}
    codes = [code for code in RULE_NAMES if code in wanted or all_ or not names]
    showing.show(rulebook(codes, language, _plan(invocation), explained=all_ or bool(names)))


def _plan(invocation: Invocation) -> Plan | None:
    """Return a plan of the workspace's settings alone; `None` where there is no workspace."""
    root = invocation.root_if_any()  # rules can be read anywhere
    return load_settings(root) if root else None
