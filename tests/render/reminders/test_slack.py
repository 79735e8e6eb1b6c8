from tests.render.chat.validated import slack_texts
from tests.render.kpi_samples import full_reminders
from tests.render.reminders.drawn import drawn, told
from tests.render.samples import HOSTILE


def test_reminders_are_taken() -> None:
    assert any("okr checkin" in text for text in slack_texts(drawn(full_reminders(), "slack")))


def test_hostile_reminders_are_taken() -> None:
    assert slack_texts(drawn(told(HOSTILE), "slack"))
