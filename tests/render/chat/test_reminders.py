from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.chat.reminders import reminders_message
from okrcli.render.options import RenderOptions
from okrcli.views.reminders import Reminders
from tests.render.kpi_samples import a_due
from tests.render.samples import DAY

OPTIONS = RenderOptions(COMMAND_LINE)


def test_each_person_has_a_section_with_what_to_type() -> None:
    reminders = Reminders("Acme", DAY, (a_due(), a_due(owner=None)), {"ana": "Ana Ruiz"})
    message = reminders_message(reminders, OPTIONS)
    assert message.title == "Acme: due by 2026-11-20"
    assert [section.title for section in message.sections] == ["Ana Ruiz (ana)", "nobody"]
    (line,) = message.sections[0].lines
    assert line.look is not None
    assert (line.look.word, line.subject) == ("late", "Net Promoter Score (nps)")
    assert line.text == "reading due since 2026-11-13, 7 days: okr kpi record nps VALUE"


def test_nothing_due_is_said() -> None:
    assert reminders_message(Reminders("Acme", DAY, ()), OPTIONS).facts == ["Nothing is due."]
