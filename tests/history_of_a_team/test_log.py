"""The log tells what the script did, all of it and nothing else."""

from collections import Counter

import pytest

from okrcli.actions.story.story import story_of
from okrcli.views.story import Event, EventKind
from tests.history_of_a_team.conftest import Team
from tests.history_of_a_team.script import CHECKINS, COMMITS, TODAY, Did, Script

pytestmark = pytest.mark.slow


def _told(team: Team, ref: str | None = None) -> list[Did]:
    marks = {name: mark for mark, name in team.history.names.items()}
    return [_as_done(event, marks[event.commit.sha]) for event in _events(team, ref)]


def _events(team: Team, ref: str | None) -> tuple[Event, ...]:
    return story_of(team.root, TODAY, ref).events


def _as_done(event: Event, mark: int) -> Did:
    is_new = event.kind is EventKind.CREATED
    fields = () if is_new else tuple(move.field for move in event.moves)
    return Did(mark, event.kind.value, event.ref, fields, event.is_silent)


def test_history_is_as_long_as_it_has_to_be(team: Team) -> None:
    kinds = Counter(done.kind for done in team.history.did)
    assert len(team.history.commits.made) == COMMITS
    assert kinds["checked_in"] == CHECKINS + 1  # and the first readings of KPIs
    assert (kinds["renamed"], kinds["moved"]) == (3, 1)


def test_history_is_the_same_each_time() -> None:
    assert Script().play() == Script().play()


def test_log_of_everything_tells_what_each_commit_did(team: Team) -> None:
    assert sorted(_told(team)) == sorted(team.history.did)


def test_log_tells_the_commits_in_their_order(team: Team) -> None:
    marks = [done.mark for done in _told(team)]
    # What is on a branch may come before or after what others did meanwhile.
    main = [mark for mark in marks if team.history.commits.made[mark - 1].branch == "main"]
    assert main == sorted(main)


def _about(team: Team, done: Did) -> set[str]:
    """Return the references, as they were then, of what something is about."""
    history = team.history
    if done.kind == "moved":
        return {
            done.ref,
            *(ref for ref in history.moved if history.refs[done.mark][ref] == done.ref),
        }
    return {history.said.get(done.ref, done.ref)}


@pytest.mark.parametrize(
    ("names", "is_read"),
    [
        (("2026-Q4/care", "2026-Q4/support"), False),
        (("2026-Q4/growth",), False),
        (("2026-Q4/fed",), True),  # to which a key result came, and whose own is fed by a KPI
        (("2026-Q4/fed/second", "2026-Q4/growth/second"), False),
        (("2026-Q4/calm/opening", "2026-Q4/calm/first"), False),
        (("satisfaction", "csat"), True),
        (("of_target",), True),
        (("of_formula",), False),  # which is computed
        (("2026-Q4/fields",), True),  # one of its key results is fed by a KPI
    ],
)
def test_log_of_one_thing_tells_its_own_part_under_all_its_names(
    team: Team, names: tuple[str, ...], *, is_read: bool
) -> None:
    expected = [
        done
        for done in team.history.did
        if any(
            ref == name or ref.startswith(f"{name}/")
            for ref in _about(team, done)
            for name in names
        )
        or (is_read and done.ref.endswith("feedbeef"))
    ]
    for name in names:
        assert sorted(_told(team, name)) == sorted(expected)


def test_log_names_who_did_it_and_when(team: Team) -> None:
    made = team.history.commits.made
    for event in _events(team, None):
        commit = made[team.mark_of(event.commit.sha) - 1]
        assert (event.commit.author, event.commit.day) == (commit.author, commit.committed.date())
