"""What is wrong with a workspace's files, as far as it keeps okr from reading or writing them."""

import os
from collections.abc import Iterator
from pathlib import Path

from okrcli.actions.schema import refresh_schemas
from okrcli.actions.uncommitted import unkept_lines
from okrcli.compute.rounding import count_text, listed_text
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from okrcli.model.time_zone import knows_zones, zone_of
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.unfinished import UnfinishedFiles
from okrcli.views.doctor import Diagnosis, State


def file_diagnoses(root: Path, plan: Plan, state_folder: Path | None) -> Iterator[Diagnosis]:
    """Yield what is found in the workspace *root*, which holds *plan*."""
    yield _readable(plan)
    yield from _writable(root)
    yield from _schemas(root)
    yield from _time_zone(plan)
    for line in unkept_lines(root):
        yield Diagnosis("check-ins", State.WARNING, line)
    yield from _find_unfinished(root, state_folder)


def _readable(plan: Plan) -> Diagnosis:
    hints = (NextStep(StepKind.CHECK),)
    if plan.unreadable:
        message = (
            f"These cannot be read, so they count for nothing: {_paths_text(plan.unreadable)}."
        )
        return Diagnosis("files", State.ERROR, message, hints)
    wrong = {finding.place.path for finding in plan.findings if finding.severity is Severity.ERROR}
    if wrong:
        return Diagnosis(
            "files", State.WARNING, f"There are errors in {_paths_text(wrong)}.", hints
        )
    return Diagnosis("files", State.OK, f"{count_text(len(plan.sources), 'file')} can be read.")


def _paths_text(paths: frozenset[str] | set[str]) -> str:
    return listed_text(sorted(paths))


def _writable(root: Path) -> Iterator[Diagnosis]:
    if not os.access(root, os.W_OK):
        message = f"'{root}' can be read, and not written."
        hint = "See who owns it; reports and checks do not need to write."
        yield Diagnosis("files", State.WARNING, message, (hint,))


def _schemas(root: Path) -> Iterator[Diagnosis]:
    refresh = refresh_schemas(root)
    old = refresh.writes.keys() - refresh.missing
    hints = (NextStep(StepKind.REFRESH_SCHEMAS),)
    if old:
        message = f"Schemas are out of date, so editors judge by old rules: {_paths_text(old)}."
        yield Diagnosis("schemas", State.WARNING, message, hints)
    elif refresh.missing:
        message = "Schemas are missing, so editors neither complete nor check."
        yield Diagnosis("schemas", State.NOTE, message, hints)
    else:
        yield Diagnosis("schemas", State.OK, "Editors have the schemas of this okr.")


def _time_zone(plan: Plan) -> Iterator[Diagnosis]:
    name = plan.settings.calendar.time_zone
    if name and zone_of(name) is None and not knows_zones():
        message = f"The team's days are those of {name}, and there is no time zone data here."
        hint = "Install it: python -m pip install tzdata."
        yield Diagnosis("time zone", State.ERROR, message, (hint,))


def _find_unfinished(root: Path, state_folder: Path | None) -> Iterator[Diagnosis]:
    if state_folder is None:
        return
    left = UnfinishedFiles(state_folder, root).find_abandoned(clean=False)
    if left:
        message = f"{count_text(len(left), 'check-in')} half-written, since an interruption."
        yield Diagnosis("check-ins", State.NOTE, message, (NextStep(StepKind.CHECK_IN_ALL),))
