"""How much of a hostile file is parsed before it is refused."""

from collections.abc import Callable
from typing import Any

from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.events import Pull
from okrcli.storage.yaml.reader import read


class CountingParser:
    """A parser that counts the events that the reader takes from it."""

    def __init__(self, parser: Callable[[str], Pull]) -> None:
        self.parser = parser
        self.events = 0

    def __call__(self, text: str) -> Pull:
        pull = self.parser(text)

        def pull_and_count() -> Any:
            self.events += 1
            return pull()

        return pull_and_count


def events_until_refused(content: str, parser: Callable[[str], Pull]) -> tuple[Document, int]:
    """Return what is read of *content*, and how many events of it were looked at."""
    counting = CountingParser(parser)
    return read("kpis/nps.yaml", content.encode(), counting), counting.events
