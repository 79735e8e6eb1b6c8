from tests.render.chat.validated import card_lines
from tests.render.kpi_samples import full_reminders
from tests.render.reminders.drawn import drawn, told
from tests.render.samples import HOSTILE


def test_reminders_are_taken() -> None:
    assert any("okr checkin" in text for text in card_lines(drawn(full_reminders(), "teams")))


def test_hostile_reminders_are_taken() -> None:
    assert card_lines(drawn(told(HOSTILE), "teams"))
