"""Messages made by hand."""

from okrcli.compute.reports.report import Pace
from okrcli.render.chat.message import ChatLine, ChatMessage, ChatSection
from okrcli.render.drawing.style import PACES

LOOK = PACES[Pace.AT_RISK]


def a_message(text: str = "Raise NPS", lines: int = 1, sections: int = 1) -> ChatMessage:
    """Return a message of which every text is *text*."""
    line = ChatLine(LOOK, text, text)
    return ChatMessage(text, [text], [ChatSection(text, [line] * lines)] * sections)
