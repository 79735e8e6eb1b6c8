"""A message for pull requests, wikis and chats that read GitHub's Markdown."""

from collections.abc import Iterator

from okrcli.printable import inert_markdown
from okrcli.render.chat.message import ChatLine, ChatMessage, fitting, more_text


def markdown_text(message: ChatMessage) -> str:
    """Return *message* with at most as many lines a section as other chats have."""
    return "\n".join(_lines(fitting(message, lambda _: True))) + "\n"


def _lines(message: ChatMessage) -> Iterator[str]:
    yield f"# {inert_markdown(message.title)}"
    for fact in message.facts:
        yield ""
        yield inert_markdown(fact)
    for section in message.sections:
        yield ""
        yield f"## {inert_markdown(section.title)}"
        yield ""
        yield from map(_line, section.lines)
        if section.left_out:
            yield f"- {more_text(section.left_out)}"


def _line(line: ChatLine) -> str:
    mark = f"{line.look.symbol} " if line.look else ""
    subject = f"**{inert_markdown(line.subject)}**: " if line.subject else ""
    return f"- {mark}{subject}{inert_markdown(line.text)}"
