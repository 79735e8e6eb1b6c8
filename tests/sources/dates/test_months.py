import pytest

from okrcli.sources.dates.months import is_weekday, month_of


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


@pytest.mark.parametrize("word", ["Fri", "пт", "viernes", "MIÉ", "пятница", "sáb"])
def test_weekday_is_told_by_the_beginning_of_its_name(word: str) -> None:
    assert is_weekday(word)


@pytest.mark.parametrize("word", ["", "f", "Oct", "х", "xyz"])
def test_other_word_is_no_weekday(word: str) -> None:
    assert not is_weekday(word)
