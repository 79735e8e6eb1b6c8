from datetime import date

from okrcli.printable import inert
from okrcli.render.text.week import said_this_week
from tests.render.samples import a_note, a_report, some_kudos


def test_thanks_come_before_notes_and_each_is_one_sentence() -> None:
    report = a_report(
        notes=(a_note("Late\nagain.", day=date(2026, 11, 16)),), kudos=(some_kudos(),)
    )

    assert list(said_this_week(report, inert)) == [
        "ana thanks pavel: cut the queue in half",
        "ana on 11-16: Late again.",
    ]
