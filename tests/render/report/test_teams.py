from hypothesis import given, settings

from tests.render.chat.validated import card_lines
from tests.render.report.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import HOSTILE, full_report


def test_report_with_everything_is_taken() -> None:
    assert "Acme Support: 2026-Q4" in card_lines(drawn(full_report(), "teams"))


@given(ANY_TEXT)
@settings(max_examples=30)
def test_any_title_is_taken(title: str) -> None:
    assert card_lines(drawn(titled(title + HOSTILE), "teams"))
