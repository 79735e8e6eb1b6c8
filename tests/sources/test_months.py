import pytest

from okrcli.sources.months import month_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("January", 1),
        ("jan", 1),
        ("ENE", 1),
        ("enero", 1),
        ("янв", 1),
        ("февраля", 2),
        ("März", 3),
        ("mar", 3),
        ("мая", 5),
        ("Sept", 9),
        ("setiembre", 9),
        ("dic", 12),
        ("декабрь", 12),
        ("ju", None),
        ("", None),
        ("januaryx", None),
        ("day", None),
    ],
)
def test_month_is_known_by_its_beginning_in_three_languages(word: str, number: int | None) -> None:
    assert month_of(word) == number


def test_june_and_july_are_kept_apart_by_three_letters() -> None:
    assert [month_of(each) for each in ("jun", "jul", "июн", "июл")] == [6, 7, 6, 7]
