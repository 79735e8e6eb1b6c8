"""Clocks that say when are no lengths of time."""

from decimal import Decimal

import pytest

from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    "text",
    [
        "Staff the hotline from 7:30 to 21:00",
        "The hotline is staffed 7:30-21:00",
        "Pick parcels before 15:30",
        "Start the night shift at 21:00 instead of 22:30",
        "Shift the payroll run from 19:00 to 17:30",
        "Widen the phone hours from 9:00-17:00 to 8:00-20:00",
        "Keep the counter open until 22:00",
        "Abrir la caja de 8:30 a 20:30",
        "Cerrar la caja antes de las 19:00",
        "Reducir los cierres después de las 21:00",
        "Принимать звонки с 8:00 до 20:00",
        "Собирать посылки до 15:30",
    ],
)
def test_hours_of_the_day_are_no_goalposts(text: str) -> None:
    statement = read_statement(text)

    assert (statement.from_, statement.to, statement.by, statement.range) == (None,) * 4
    assert statement.unit is None


@pytest.mark.parametrize(
    ("text", "from_", "to"),
    [
        ("Cut the hold time from 8:00 to 2:30", 480, 150),
        ("Bring AHT from 9:00 to 8:15", 540, 495),
        ("Grow the average session from 4:00 to 9:30", 240, 570),
        ("Answer e-mails within 4:30", None, 270),
        ("Bajar el TMO de 9:15 a 8:00", 555, 480),
        ("Сократить ожидание с 12:00 до 9:00", 720, 540),
    ],
)
def test_lengths_of_time_stay(text: str, from_: float | None, to: float) -> None:
    statement = read_statement(text)

    assert statement.from_ == from_
    assert statement.to == to
    assert statement.unit == "seconds"


def test_a_share_beside_an_hour_of_the_day_is_the_target() -> None:
    statement = read_statement("Ship 92% of parcels by 15:30")

    assert (statement.to, statement.unit) == (Decimal(92), "%")
