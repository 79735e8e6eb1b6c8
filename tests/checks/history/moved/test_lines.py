from okrcli.checks.history.agreed import Agreed, ObjectivePromise, Otherwise
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.moved.lines import Comparison, moved_everywhere, moved_from_one
from okrcli.model.finding import Finding, Place
from tests.checks.history.agreed_texts import LATER, objective, version

OURS, THEIRS = version(objective()), version(objective(), LATER, "commit 2b3c4d5e")


def agreed(*, elsewhere: bool = True) -> Agreed[ObjectivePromise]:
    own, other = (Agreed(ObjectivePromise(each.objectives[0]), each) for each in (OURS, THEIRS))
    return own._replace(otherwise=Otherwise(THEIRS, other if elsewhere else None))


def moved_from(*names: str, is_open: bool = False) -> Comparison:
    def moved(state: Agreed[ObjectivePromise]) -> list[Finding]:
        said = Finding.of(SILENT_GOALPOST, Place("a.yaml"), state.version.name, "Put it back.")
        return [said] if state.version.name in names else []

    return Comparison(moved, lambda _agreed: is_open)


def test_what_moved_from_both_lines_moved() -> None:
    both = moved_from(OURS.name, THEIRS.name)

    assert [each.message for each in moved_everywhere(agreed(), both)] == [OURS.name]
    assert moved_from_one(agreed(), both) is None


def test_what_is_as_one_line_had_it_is_disputed() -> None:
    for name, kept in ((OURS.name, THEIRS), (THEIRS.name, OURS)):
        disputed = moved_from_one(agreed(), moved_from(name))
        assert disputed is not None
        assert disputed.kept is kept
        assert moved_everywhere(agreed(), moved_from(name)) == []


def test_line_that_had_nothing_agrees_with_what_binds_nobody() -> None:
    ours = moved_from(OURS.name, is_open=True)

    assert moved_everywhere(agreed(elsewhere=False), moved_from(OURS.name)) != []
    assert moved_everywhere(agreed(elsewhere=False), ours) == []
