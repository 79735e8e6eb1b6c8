"""What is due as a message: by person, with the command that settles it."""

from okrcli.compute.reports.reminders import Due
from okrcli.next_step import StepWords
from okrcli.render.chat.message import ChatLine, ChatMessage, ChatSection
from okrcli.render.drawing.style import due_look
from okrcli.render.options import RenderOptions
from okrcli.render.reminders.words import KINDS, named_text, since_text
from okrcli.render.text.refused import refused_text
from okrcli.views.reminders import Reminders, by_owner


def reminders_message(reminders: Reminders, options: RenderOptions) -> ChatMessage:
    """Return *reminders* with a section for each person."""
    words = options.words
    facts = [] if reminders.dues else ["Nothing is due."]
    if reminders.refused:
        facts.append(refused_text(reminders.refused, words, str))
    sections = [
        ChatSection(reminders.name_of(owner), [_line(due, reminders, words) for due in dues])
        for owner, dues in by_owner(reminders.dues)
    ]
    return ChatMessage(f"{reminders.workspace}: due by {reminders.as_of}", facts, sections)


def _line(due: Due, reminders: Reminders, words: StepWords) -> ChatLine:
    look = due_look(due.due, reminders.as_of)
    text = f"{KINDS[due.kind]} {since_text(due, reminders.as_of)}: {words.command(due.step)}"
    return ChatLine(look, named_text(due), text)
