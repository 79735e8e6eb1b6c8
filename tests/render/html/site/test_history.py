from okrcli.render.html.site.history import history_rows
from tests.render.html.site.frames import WEB
from tests.render.show.test_history import a_line


def test_rows_are_the_newest_first_and_link_to_their_files() -> None:
    rows = history_rows(
        [a_line(note="First."), a_line(path="checkins/b c.yaml", late=True)],
        "h",
        WEB,
        with_ref=True,
    )

    assert [row.notes for row in rows] == [["late"], ["First."]]
    assert [row.counts for row in rows] == [False, True]
    assert rows[0].href == "https://github.com/acme/okrs/blob/main/checkins/b%20c.yaml"
    assert (rows[1].value, rows[1].of) == ("47 h", "nps")


def test_note_of_a_whole_check_in_is_told_once() -> None:
    rows = history_rows(
        [a_line(checkin_note="All."), a_line(checkin_note="All.")], None, None, with_ref=False
    )

    assert [row.notes for row in rows] == [["All."], []]
    assert [row.href for row in rows] == ["", ""]
