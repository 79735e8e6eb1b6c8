import pytest

from okrcli.actions.new.title_goals import is_kept, kept_goals, moved_goals, unit_word
from okrcli.model.kpi import Kpi
from okrcli.wording.titles.statement import read_statement
from tests.builders import a_kpi


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Keep churn below 5 %", True),
        ("Fewer than 3 outages a quarter", True),
        ("Raise NPS from 40 to 60", False),
        ("Reduce outages to fewer than 3", False),
        ("Reach 60 points", False),
    ],
)
def test_verb_or_a_bound_without_a_way_says_that_something_is_kept(
    title: str, *, kept: bool
) -> None:
    assert is_kept(read_statement(title)) is kept


@pytest.mark.parametrize(
    ("title", "word", "kpi", "goals"),
    [
        ("Keep churn below 5 %", "%", None, {"at_most": "5 %"}),
        ("Keep uptime above 99.9 %", "%", None, {"at_least": "99.9 %"}),
        ("Keep load between 40 and 60 %", "%", None, {"at_least": "40 %", "at_most": "60 %"}),
        ("Keep NPS at 40", "", None, {}),
        ("Keep NPS at 40", "", a_kpi(direction="up"), {"at_least": "40"}),
        ("Keep churn at 5 %", "%", a_kpi(direction="down"), {"at_most": "5 %"}),
        ("Keep load at 5 %", "%", a_kpi(direction="range"), {}),
        ("Keep the customers happy", "", a_kpi(), {}),
    ],
)
def test_bounds_are_those_of_the_title_else_at_the_good_end_of_the_kpi(
    title: str, word: str, kpi: Kpi | None, goals: dict[str, str]
) -> None:
    assert kept_goals(read_statement(title), word, kpi) == goals


@pytest.mark.parametrize(
    ("title", "word", "goals"),
    [
        ("Raise NPS from 40 to 60", "", ("40", "60", "")),
        ("Cut the wait from 24 to 12 h", "h", ("24 h", "12 h", "")),
        ("Increase renewals by 15 %", "", ("", "", "+15%")),
        ("Raise conversion by 5 pp", "", ("", "", "+5pp")),
        ("Cut the backlog by 10 tickets", "", ("", "", "-10")),
        ("Cut the loss from -200 by 50 %", "", ("-200", "", "+50%")),
        ("Cut the loss from 200 by 50 %", "", ("200", "", "-50%")),
        ("Cut the temperature from -20 by 5", "", ("-20", "", "-5")),
        ("Bring the load to 40–60 %", "%", ("", "40..60", "")),
        ("Open a second office", "", ("", "", "")),
        ("Cut the wait from 4:30 to 2:15", "h", ("4:30", "2:15", "")),
        ("Raise releases from 2 to 5 a week", "per week", ("2", "5", "")),
    ],
)
def test_goals_of_a_move_are_written_as_somebody_would_type_them(
    title: str, word: str, goals: tuple[str, str, str]
) -> None:
    baseline, target, change = goals

    assert moved_goals(read_statement(title), word) == {
        "baseline": baseline,
        "target": target,
        "change": change,
    }


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Raise NPS from 40 to 60", ""),
        ("Cut the wait from 24 to 12 hours", "hours"),
        ("Reducir el ciclo de 45 a 35 días", "días"),
        ("Raise the share from 40 to 60 %", "%"),
        ("Raise releases from 2 to 5 a week", "per week"),
        ("Raise sales from 2 to 5 € a week", "€/week"),
    ],
)
def test_unit_is_the_word_of_the_title(title: str, word: str) -> None:
    assert unit_word(read_statement(title)) == word
