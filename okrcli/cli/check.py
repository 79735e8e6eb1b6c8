"""`okr check`: what is wrong with the workspace's files."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from okrcli.cli.job_summary import add_to_job_summary
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import (
    file_options,
    outputs_of,
    print_result,
    renderer_of,
    terminal_options,
    write_outputs,
)
from okrcli.errors import HistoryError, UsageError, WorkspaceError
from okrcli.render import FINDING_FORMATS, FROM_REPOSITORY, CheckOutcome
from okrcli.render.findings_summary import summary

AUTO = "auto"


@invoked
def check(
    invocation: Invocation,
    *,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Show only findings in these files and folders; the whole workspace is read.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002  the option's name
        str,
        typer.Option(
            metavar="FORMAT",
            help=f"One of {', '.join((AUTO, *FINDING_FORMATS))}; auto is github in GitHub Actions.",
        ),
    ] = AUTO,
    output: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=PATH", help="Write it to a file too; may be repeated."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only this rule, by code, name or letter; repeatable."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Not this rule, by code, name or letter; repeatable."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with 0 whatever is found.")
    ] = False,
) -> None:
    """Find what is wrong with the workspace's files.

    The exit code is 1 when there is an error.
    """
    chosen = _automatic() if format == AUTO else format
    render = renderer_of(chosen, FINDING_FORMATS)
    outputs = outputs_of(output or (), FINDING_FORMATS)
    root = _root(invocation, paths or ())
    outcome = _judge(invocation, root, paths or (), _rules(select), _rules(ignore))
    used = {chosen, *(each.format for each in outputs)}
    if used & FROM_REPOSITORY:
        outcome = _from_repository(outcome, root)
    options = terminal_options(invocation)
    write_outputs(
        [
            (each.path, FINDING_FORMATS[each.format](outcome, file_options(options)))
            for each in outputs
        ]
    )
    print_result(render(outcome, options))
    if "github" in used:
        add_to_job_summary(outcome)
    remark(summary(outcome.counts, outcome.files))
    failing = outcome.counts.error + (outcome.counts.warning if strict else 0)
    if failing and not exit_zero:
        raise typer.Exit(1)


def _automatic() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _rules(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the rules that the values of an option name, each value one or several with commas."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def _root(invocation: Invocation, paths: Sequence[Path]) -> Path:
    """Return the workspace's root, from the folder at hand or else from the first path upwards."""
    from okrcli.storage.workspace import find_root  # noqa: PLC0415  `--help` needs it not

    try:
        return invocation.root()
    except WorkspaceError:
        if not paths:
            raise
        return find_root(paths[0] if paths[0].is_dir() else paths[0].parent)


def _judge(
    invocation: Invocation,
    root: Path,
    paths: Sequence[Path],
    select: Sequence[str],
    ignore: Sequence[str],
) -> CheckOutcome:
    from okrcli.checks import RULES  # noqa: PLC0415  `--help` needs none of these
    from okrcli.checks.run import check as find  # noqa: PLC0415
    from okrcli.storage.workspace import load_plan  # noqa: PLC0415

    wanted = [_inside(root, path) for path in paths]
    plan = load_plan(root)
    findings = find(plan, invocation.today, select=select, ignore=ignore)
    files = plan.sources.keys() | plan.unreadable
    explanations = {rule.code: rule.explanation for rule in RULES.values()}
    outcome = CheckOutcome(findings, len(files), explanations=explanations)
    if not paths:
        return outcome
    return replace(
        outcome,
        findings=tuple(each for each in findings if _is_in(each.place.path, wanted)),
        files=sum(_is_in(file, wanted) for file in files),
    )


def _inside(root: Path, path: Path) -> str:
    """Return *path* as a posix path from the workspace's root, empty for the root itself."""
    if not path.exists():
        raise UsageError(f"There is no file or folder '{path}'.")
    target = path.resolve()
    if root.is_relative_to(target):
        return ""
    if not target.is_relative_to(root):
        raise UsageError(f"'{path}' is not in the workspace '{root}'.")
    return target.relative_to(root).as_posix()


def _is_in(file: str, wanted: Sequence[str]) -> bool:
    return any(not each or file == each or file.startswith(f"{each}/") for each in wanted)


def _from_repository(outcome: CheckOutcome, root: Path) -> CheckOutcome:
    """Return *outcome* with the workspace's place in its repository, where there is one."""
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only for CI servers

    try:
        repository = open_repository(root)
    except HistoryError:  # then the paths are from the workspace, and the check is as good
        return outcome
    if repository is None:
        return outcome
    folder = repository.name_of(root)
    return replace(outcome, folder="" if folder == "." else folder)
