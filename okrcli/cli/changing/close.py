"""`okr close`: the score that stands, and what was learned."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.completion import complete_cycle
from okrcli.cli.messages import remark, say_all
from okrcli.cli.options import Invocation, value_of_option
from okrcli.cli.options.files import content_of
from okrcli.cli.options.groups import lesson_option, value_option
from okrcli.cli.options.shared import ObjectivesArgument
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes

if will_run(__name__):
    from okrcli.actions.check.scope import require_all_files
    from okrcli.actions.closing.close import close as close_in
    from okrcli.actions.closing.closing_input import (
        ClosingInput,
        said_by,
        said_in,
        said_template,
        score_of,
    )
    from okrcli.actions.closing.proposals import Proposal, open_lines, proposals, score_text
    from okrcli.actions.file_names import name_of
    from okrcli.actions.records import parse_record
    from okrcli.cli.changing.editor import edit_text
    from okrcli.cli.prompts import ask, ask_until, given_or_asked, require_answer
    from okrcli.cli.saving import open_saver
    from okrcli.cli.workspace import writable_workspace
    from okrcli.storage.layout import MAX_BYTES

_EDITOR = "the editor's file"
_QUESTIONS = {
    "worked": "What worked? [Enter: nothing]",
    "did_not": "What did not? [Enter: nothing]",
    "next": "What will be done differently? [Enter: nothing]",
}


@writes
def close(
    invocation: Invocation,
    saving: SavingWish,
    *,
    refs: ObjectivesArgument = None,
    cycle: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="All that is open in this cycle.", autocompletion=complete_cycle
        ),
    ] = None,
    status: Annotated[
        bool, typer.Option("--status", help="Only show what is still open, with its score.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Close again with what has come since; needs --why.")
    ] = False,
    score: Annotated[
        str | None, value_option(metavar="0..1", help="Score instead of the computed one.")
    ] = None,
    why: Annotated[str | None, value_option(help="Why another score, or why again.")] = None,
    because: Annotated[
        str | None, value_option(help="Why a committed objective was missed.")
    ] = None,
    worked: Annotated[str | None, lesson_option(help="What worked.")] = None,
    did_not: Annotated[str | None, lesson_option("--did-not", help="What did not work.")] = None,
    next_: Annotated[str | None, lesson_option("--next", help="What to do differently.")] = None,
    from_: Annotated[
        str | None,
        lesson_option("--from", metavar="FILE|-", help="YAML with all of this for each objective."),
    ] = None,
    edit: Annotated[bool, lesson_option("--edit", help="Write it in your $EDITOR.")] = False,
) -> None:
    """Close objectives with their scores and what was learned; all in one commit, or none.

    The computed score stands from then on, whatever comes later; another one needs --why. A
    committed objective that was missed needs --because. Without lessons on the command line, it
    prompts for them. A file has `2026-Q4/cx-leader: {worked: ..., did_not: ..., next: ...}`, and
    may have `score`, `why` and `because`.
    """
    workspace = writable_workspace(invocation)
    if status:
        say_all(open_lines(workspace.plan, invocation.today, cycle))
        return
    require_all_files(workspace.root)  # the score stands from then on
    fields = {"why": why, "because": because, "worked": worked, "did_not": did_not, "next": next_}
    with value_of_option("--score"):
        stated = score_of(score) if score else None
    given = parse_record(ClosingInput, {**fields, "score": stated})
    content = content_of(from_, MAX_BYTES) if from_ else None
    in_file = {} if content is None else said_in(name_of(from_ or ""), content)
    named = refs or ([] if cycle else [*in_file])
    if not named and not cycle and invocation.interactive:
        cycle = given_or_asked(invocation, None, "Which cycle should be closed?")
    found = proposals(workspace, named, cycle, again=again)
    said = said_by(workspace.plan, found, given, in_file)
    saver = open_saver(workspace.root, saving)
    if edit:
        saver.require_ready()
        with edit_text(said_template(found, said)) as text:
            change = close_in(workspace, found, said_in(_EDITOR, text), again=again)
            saver.save(change, change.lines)
        return
    if invocation.interactive and not in_file and given == parse_record(ClosingInput, {"why": why}):
        saver.require_ready()
        said = {
            proposal.objective.ref: _ask_about(proposal, given, again=again) for proposal in found
        }
    change = close_in(workspace, found, said, again=again)
    saver.save(change, change.lines)


def _ask_about(proposal: Proposal, given: ClosingInput, *, again: bool) -> ClosingInput:
    """Return what is answered about one objective."""
    remark(proposal.line)
    computed = "" if proposal.computed is None else f"{proposal.computed:f}"
    score = ask_until("Score?", score_of, computed) if computed else None
    is_other = score is not None and score != proposal.computed
    why = given.why
    if (is_other or again) and not why:
        why = ask_until("Why?", require_answer)
    final = score if is_other else proposal.computed
    because = None
    if proposal.is_broken_promise(final):
        because = ask_until(f"Why was it missed, with {score_text(final)}?", require_answer)
    lessons = {name: ask(question) for name, question in _QUESTIONS.items()}
    fields = {"score": score if is_other else None, "why": why, "because": because, **lessons}
    return parse_record(ClosingInput, fields)
