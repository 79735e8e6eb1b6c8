"""Text that YAML cuts: `title: Fix #12 now` is read as `Fix`."""

import re
from collections.abc import Iterator

from okrcli.model.finding import Location
from okrcli.printable import inert_value
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.places import Node, walk
from okrcli.storage.yaml.syntax import Problem

# From the first blank only: from each blank of a long run it would be searched to the run's end.
_GLUED_COMMENT = re.compile(r"(?<![ \t])[ \t]+(?P<comment>#[^\s#!][^\r\n]*)")
_HUMAN_TEXT = frozenset({"title", "note", "why", "name", "text", "for", "unit"})


def cut_texts(document: Document) -> tuple[Problem, ...]:
    """Return the texts that end before a `#` that was surely meant as part of them."""
    if not _GLUED_COMMENT.search(document.text):
        return ()
    return tuple(_cuts(document))


def _cuts(document: Document) -> Iterator[Problem]:
    text = document.text
    for location, node in walk(document.places.root):
        cut = _GLUED_COMMENT.match(text, node.end)
        if cut and not node.children and _is_human_text(location) and _is_plain(text, node):
            comment = inert_value(cut["comment"])
            yield Problem(
                cut.start("comment"),
                f"`{location[-1]}` ends before `{comment}`, which YAML reads as a comment.",
                "Put the text in quotes, or add a space after `#` if it is a comment.",
            )


def _is_plain(text: str, node: Node) -> bool:
    return text[node.start : node.start + 1] not in {'"', "'", "|", ">", "{", "["}


def _is_human_text(location: Location) -> bool:
    return bool(location) and location[-1] in _HUMAN_TEXT
