"""Messages as their publishers check them: Slack by its own library, Teams by the cards' schema."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft6Validator
from slack_sdk.models.blocks import Block

MOST_BLOCKS = 50


def slack_blocks(text: str) -> Sequence[Mapping[str, Any]]:
    """Return the blocks of a message that Slack takes."""
    blocks: Sequence[Mapping[str, Any]] = json.loads(text)["blocks"]
    assert len(blocks) <= MOST_BLOCKS
    parsed = Block.parse_all([dict(block) for block in blocks])
    assert [block.to_dict() for block in parsed] == blocks  # it raises where a text is too long
    return blocks


def slack_texts(text: str) -> list[str]:
    """Return the texts of the blocks, the header's first."""
    return [block["text"]["text"] for block in slack_blocks(text)]


def card_in(text: str) -> Mapping[str, Any]:
    """Return the card of a message that Teams takes."""
    assert len(text.encode()) <= 28 * 1024
    message = json.loads(text)
    assert message["type"] == "message"
    (attachment,) = message["attachments"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    card: dict[str, Any] = attachment["content"]
    of_teams = card.pop("msteams")  # which the cards' schema leaves to each host
    assert of_teams == {"width": "Full"}
    _schema_of(card["version"]).validate(card)
    return card


@cache
def _schema_of(version: str) -> Draft6Validator:
    schema = files("adaptive_cards") / f"schemas/schema-{version}.json"
    return Draft6Validator(json.loads(schema.read_text(encoding="utf-8-sig")))


def card_lines(text: str) -> list[str]:
    """Return the lines of text of a card; foreign text is in runs, in which nothing is markup."""
    return ["".join(_texts(block)) for block in card_in(text)["body"]]


def _texts(block: Mapping[str, Any]) -> Iterator[str]:
    assert block["type"] == "RichTextBlock"
    for run in block["inlines"]:
        assert run["type"] == "TextRun"
        yield run["text"]
