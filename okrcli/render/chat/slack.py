"""A message as Block Kit, which Slack's webhooks take.

<https://docs.slack.dev/reference/block-kit/blocks> says how long its parts may be.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from okrcli.printable import inert_slack
from okrcli.render.chat.message import ChatLine, ChatMessage, ChatSection, fitting, more_text
from okrcli.render.text.json_text import json_text

LONGEST_HEADER: Final = 150
LONGEST_TEXT: Final = 3_000
LONGEST_MESSAGE: Final = 12_000
"""All texts together: Slack refuses somewhat longer ones, and does not say where."""

_DEPTH: Final = 4


def slack_text(message: ChatMessage) -> str:
    """Return as much of *message* as Slack takes in one."""
    return json_text(_payload(fitting(message, _is_fitting)), _DEPTH)


def _is_fitting(message: ChatMessage) -> bool:
    texts = [*_texts(message)]
    header = inert_slack(message.title)
    return (
        len(header) <= LONGEST_HEADER
        and all(len(text) <= LONGEST_TEXT for text in texts)
        and len(header) + sum(map(len, texts)) <= LONGEST_MESSAGE
    )


def _payload(message: ChatMessage) -> Mapping[str, Any]:
    header = inert_slack(message.title)
    title = {"type": "plain_text", "text": header, "emoji": False}
    texts = [*_texts(message)]
    return {
        "text": f"{header}: {texts[0]}" if message.facts else header,
        "blocks": [{"type": "header", "text": title}, *map(_section, texts)],
    }


def _section(text: str) -> Mapping[str, Any]:
    """Return a block with *text*, in which Slack looks for no addresses and no names of people."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _texts(message: ChatMessage) -> Iterator[str]:
    if message.facts:
        yield "\n".join(map(inert_slack, message.facts))
    yield from map(_text_of, message.sections)


def _text_of(section: ChatSection) -> str:
    more = [more_text(section.left_out)] if section.left_out else []
    return "\n".join((f"*{inert_slack(section.title)}*", *_lines(section.lines), *more))


def _lines(lines: Sequence[ChatLine]) -> Iterator[str]:
    for line in lines:
        mark = line.look.symbol if line.look else "•"
        subject = f"{inert_slack(line.subject)}: " if line.subject else ""
        yield f"{mark} {subject}{inert_slack(line.text)}"
