from okrcli.render.drawing.style import UNICODE
from okrcli.render.show.amendment_lines import NOT_APPROVED, amendment_lines
from tests.render.show.test_amendments import amended


def test_line_says_what_moved_why_and_who_agreed() -> None:
    (line,) = amendment_lines([amended("2026-11-02", "target", 24, 12)], "h", UNICODE)

    assert line == ("2026-11-02", "target 24 h → 12 h", "Agreed.", NOT_APPROVED)
