import pytest

from okrcli.actions.names import owners_of, teams_of
from okrcli.actions.selection import EVERYBODY, Selection
from okrcli.errors import UnknownReferenceError
from okrcli.model.people import Person
from okrcli.model.settings import Settings, Team
from tests.builders import a_key_result, a_kpi, a_plan, an_improvement, an_objective

PLAN = a_plan(
    an_objective(a_key_result(owner="pavel"), owner="ana", team="support"),
    a_kpi(owner="carlos", team="sales"),
    an_improvement(owner="vera"),
    settings=Settings(people={"eva": Person(name="Eva")}, teams={"board": Team(name="The board")}),
)


def test_everybody_who_is_named_anywhere_is_known() -> None:
    assert set(owners_of(PLAN)) == {"eva", "ana", "pavel", "carlos", "vera", "zoe"}
    assert set(teams_of(PLAN)) == {"board", "support", "sales"}


def test_who_is_known_may_be_selected() -> None:
    EVERYBODY.require_known(PLAN)
    Selection("sales", "zoe").require_known(PLAN)


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(team="suport"), "There is no team 'suport' here."),
        (Selection(owner="anna"), "There is no owner 'anna' here."),
    ],
)
def test_who_is_not_known_is_refused_with_the_nearest(selection: Selection, said: str) -> None:
    with pytest.raises(UnknownReferenceError) as caught:
        selection.require_known(PLAN)

    assert caught.value.message == said
    assert str(caught.value.hints[0]).startswith("Did you mean ")


@pytest.mark.parametrize(
    ("selection", "has"),
    [
        (EVERYBODY, True),
        (Selection("support"), True),
        (Selection("support", "ana"), True),
        (Selection("support", "eva"), False),
        (Selection("sales"), False),
    ],
)
def test_selection_has_what_team_and_owner_both_fit(selection: Selection, *, has: bool) -> None:
    assert selection.has("support", "ana") is has


def test_what_nobody_owns_is_everybodys() -> None:
    assert EVERYBODY.has(None, None)
    assert not Selection("support").has(None, None)
