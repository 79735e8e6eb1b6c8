from datetime import date

from tests.render.samples import HOSTILE, a_note, a_report, some_kudos
from tests.render.table.drawn import drawn, lines_of

LONG = "The second wave is in, and the queue is shorter on every channel than a week before"


def test_thanks_and_notes_have_a_line_each_above_what_needs_attention() -> None:
    report = a_report(
        kudos=(some_kudos(),), notes=(a_note(), a_note("Late.", day=date(2026, 11, 16), by="eva"))
    )

    assert lines_of(report)[-5:] == [
        "ana thanks pavel: cut the queue in half",
        "ana on 11-20: The second wave is in.",
        "eva on 11-16: Late.",
        "",
        "Nothing needs attention.",
    ]


def test_long_note_is_cut_at_a_word_and_whole_where_all_is_asked_for() -> None:
    report = a_report(notes=(a_note(LONG),))

    assert "queue is shorter on every channel…\n" in drawn(report)
    assert LONG in " ".join(drawn(report, full=True).split())


def test_note_is_one_line_whatever_is_in_it() -> None:
    report = a_report(notes=(a_note(HOSTILE),))

    assert len(lines_of(report)) == len(lines_of(a_report(notes=(a_note(),))))


def test_only_5_lines_are_shown_unless_all_are_asked_for() -> None:
    report = a_report(notes=tuple(a_note(f"Note {number}.") for number in range(7)))

    assert "and 2 more: `--all` shows all." in drawn(report)
    assert "Note 6." in drawn(report, all=True)
