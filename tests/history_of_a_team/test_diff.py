"""What has moved since a commit is what the script did since then, and no more."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

import pytest

from okrcli.actions.report import ReportSelection
from okrcli.actions.story.diff import diff_since, revision_at
from okrcli.actions.workspace import open_workspace
from okrcli.views.report_diff import ChangedItem
from tests.history_of_a_team.conftest import Team
from tests.history_of_a_team.script import COMMITS, TODAY, Did

pytestmark = pytest.mark.slow

MARKS = ["before", "lowered", "old folder", "amended"]
_OF_CHECKINS = {"checked_in", "checkin_edited", "checkin_deleted", "retracted"}


def _diff(team: Team, name: str) -> Mapping[str, ChangedItem]:
    sha = team.history.names[team.history.marks[name]]
    plan = open_workspace(team.root, TODAY).plan
    diff = diff_since(revision_at(team.root, sha, TODAY), plan, TODAY, ReportSelection("2026-Q4"))
    return {item.ref: item for item in diff.items}


def _present(ref: str) -> str:
    return {"csat": "satisfaction"}.get(ref, ref.replace("/support", "/care"))


def _is_undone(team: Team, done: Did, since: int) -> bool:
    """Return whether what was done is as it was before, *since* a commit."""
    both = {mark for kind, ref, mark in team.history.put_back if mark > since}
    return len(both) == len(team.history.put_back) and done.mark in both


@pytest.mark.parametrize("name", MARKS)
def test_diff_tells_what_became_of_definitions_since(team: Team, name: str) -> None:
    since = team.history.marks[name]
    expected: dict[tuple[str, str], set[str]] = defaultdict(set)
    for done in team.history.did:
        is_since = done.mark > since and done.kind not in _OF_CHECKINS
        if is_since and not _is_undone(team, done, since):
            expected[_present(done.ref), done.kind] |= {*done.fields}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in _diff(team, name).values():
        for event in item.events:
            fields = {move.field for move in event.moves}
            found[item.ref, event.kind.value] |= fields
    assert found == expected


@pytest.mark.parametrize("name", MARKS)
def test_diff_has_the_values_of_both_sides(team: Team, name: str) -> None:
    history, items = team.history, _diff(team, name)
    before, now = history.values[history.marks[name]], history.values[COMMITS]
    for ref in now:
        values = []
        for side, known in (("before", before[ref]), ("now", now[ref])):
            end = history.dropped.get(ref) if side == "now" else None
            counted = [value for value in known if end is None or value.day < end]
            values.append(Decimal(max(counted).value) if counted else None)
        item = items.get(history.refs[COMMITS][ref])
        if item is None:
            assert values[0] == values[1]
        else:
            assert item.before is not None
            assert item.now is not None
            assert [item.before.value, item.now.value] == values
