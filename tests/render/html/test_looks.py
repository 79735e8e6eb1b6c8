import pytest

from okrcli.render.drawing import style
from okrcli.render.drawing.style import Look
from okrcli.render.html.looks import Status, tone_of

TABLES = (
    style.PACES,
    style.STATUSES,
    style.HEALTHS,
    style.TRENDS,
    style.SEVERITIES,
    style.CONCERNS,
)


@pytest.mark.parametrize("look", [look for table in TABLES for look in table.values()])
def test_every_look_has_a_tone_a_symbol_and_a_word(look: Look) -> None:
    status = Status.of(look)

    assert status.symbol
    assert status.word
    assert status.tone == tone_of(look)


def test_word_can_be_another_one() -> None:
    assert Status.of(style.STALE, "csat").word == "csat"
