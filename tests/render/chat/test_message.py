from okrcli.render.chat.message import MOST_SECTIONS, fitting, more_text
from tests.render.chat.messages import a_message


def test_message_that_fits_is_whole() -> None:
    message = a_message(lines=10)
    assert fitting(message, lambda _: True) == message


def test_what_is_left_out_is_counted() -> None:
    (section,) = fitting(a_message(lines=1_234), lambda _: True).sections
    assert (len(section.lines), section.left_out) == (10, 1_224)
    assert more_text(section.left_out) == "… and 1,224 more"


def test_sections_that_are_left_out_are_counted() -> None:
    *shown, rest = fitting(a_message(lines=2, sections=MOST_SECTIONS + 3), lambda _: True).sections
    assert (len(shown), rest.title, rest.lines) == (MOST_SECTIONS, "… and 6 more", ())


def test_texts_become_shorter_until_the_message_fits() -> None:
    message = a_message("x" * 300, lines=10)
    longest = fitting(message, lambda part: len(part.sections[0].lines) < 10)
    assert len(longest.sections[0].lines) == 5
    assert longest.sections[0].lines[0].subject == "x" * 99 + "…"


def test_least_part_is_returned_when_nothing_fits() -> None:
    (section,) = fitting(a_message("x" * 300, lines=10), lambda _: False).sections
    assert (len(section.lines), len(section.lines[0].text)) == (1, 25)
