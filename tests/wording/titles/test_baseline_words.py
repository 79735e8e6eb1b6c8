from decimal import Decimal

import pytest

from okrcli.wording.letters import flatten
from okrcli.wording.roles.title_context import Reading
from okrcli.wording.titles.baseline_words import find_baseline_in_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Reach 900 riders (currently None)", "None"),
        ("Reach 900 riders [today: no idea]", "no idea"),
        ("Report weekly (from monthly)", "monthly"),
        ("Llegar a 900 clientes (actualmente ninguno)", "ninguno"),
        ("Дойти до 900 клиентов (сейчас ноль)", "ноль"),
        ("Reach 900 riders (currently 640)", None),
        ("Reach 900 riders (in all towns)", None),
    ],
)
def test_words_say_what_a_title_starts_from(title: str, words: str | None) -> None:
    assert find_baseline_in_words(title, flatten(title), Reading()) == words


def test_number_comes_before_words() -> None:
    title = "Reach 900 riders (currently none)"

    assert find_baseline_in_words(title, flatten(title), Reading(from_=Decimal(640))) is None
