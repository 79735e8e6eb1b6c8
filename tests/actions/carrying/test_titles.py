"""Titles that say another baseline."""

from decimal import Decimal

import pytest

from okrcli.actions.carrying.titles import with_baseline
from okrcli.checks.titles import Titles
from okrcli.model.settings import Settings

READ = Titles.of(Settings()).read


def changed(title: str, old: str, new: str) -> str:
    return with_baseline(title, Decimal(old), Decimal(new), READ)


@pytest.mark.parametrize(
    ("title", "old", "new", "expected"),
    [
        ("Raise NPS from 40 to 60", "40", "47", "Raise NPS from 40 to 60".replace("40", "47")),
        ("Raise CES from 5.1 to 5.8", "5.1", "5.25", "Raise CES from 5.25 to 5.8"),
        ("Cut the wait from 24 h to 12 h", "24", "17.5", "Cut the wait from 17.5 h to 12 h"),
        ("Subir el CES de 5,1 a 5,8", "5.1", "5.2", "Subir el CES de 5,2 a 5,8"),
        ("Сократить отток с 9 до 3 %", "9", "7.5", "Сократить отток с 7.5 до 3 %"),
    ],
)
def test_baseline_is_another(title: str, old: str, new: str, expected: str) -> None:
    assert changed(title, old, new) == expected


@pytest.mark.parametrize(
    ("title", "old", "new"),
    [
        ("Raise NPS to 60", "40", "47"),
        ("Raise NPS from 41 to 60", "40", "47"),
        ("Raise the top 40 from 40 to 60", "40", "47"),
        ("Raise NPS from 40 to 60", "40", "61"),
        ("Raise sales from 1,200 to 1,500", "1200", "1300"),
        ("Raise NPS from 40 to 60", "40", "40"),
    ],
)
def test_what_is_not_certain_stays(title: str, old: str, new: str) -> None:
    assert changed(title, old, new) == title
