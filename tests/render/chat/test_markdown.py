from okrcli.render.chat.markdown import markdown_text
from tests.render.chat.messages import a_message


def test_message_is_headings_and_lists() -> None:
    assert markdown_text(a_message(lines=11)).splitlines() == [
        "# Raise NPS",
        "",
        "Raise NPS",
        "",
        "## Raise NPS",
        "",
        *["- ▲ **Raise NPS**: Raise NPS"] * 10,
        "- … and 1 more",
    ]


def test_markup_is_shown_letter_by_letter() -> None:
    text = markdown_text(a_message("<script>alert(1)</script> [a](javascript:b) @all"))
    assert "<script>" not in text
    assert "[a](" not in text
    assert "@all" not in text
