"""The sources of YAML events: the C parser, or ruamel's own if that is not installed."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    ScalarEvent,
    StreamEndEvent,
)
from ruamel.yaml.scanner import Scanner, ScannerError

from okrcli.storage.yaml.syntax import MAX_DEPTH, UnreadableTextError, too_deep

Pull = Callable[[], Any]
"""Returns the next event of a text on each call; raises `YAMLError` if there is none."""


def _pull_from_c(text: str) -> Pull:
    from _ruamel_yaml import CParser  # noqa: PLC0415 - it may not be installed

    pull: Pull = CParser(text).get_event
    return pull


def _pull_from_python(text: str) -> Pull:
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = _ShallowScanner
    events = yaml.parse(text)

    def pull() -> Any:
        try:
            event = next(events)
        except (YAMLError, UnreadableTextError):
            raise
        # The scanner trips in many ways over malformed escapes and flow collections; whatever it
        # raises means that the text is no YAML, which the C parser says in its own words.
        except Exception as error:
            raise ScannerError(problem=f"unreadable text ({type(error).__name__})") from error
        if type(event) is ScalarEvent and not _is_text(event.value):
            raise ScannerError(
                problem="found invalid Unicode character escape code",
                problem_mark=event.start_mark,
            )
        return event

    return pull


def innermost_bracket(pull: Pull) -> int | None:
    """Return the position of the innermost open bracket when *pull* failed, or `None`."""
    opened: list[int] = []
    try:
        while type(event := pull()) is not StreamEndEvent:
            if isinstance(event, CollectionStartEvent):
                opened.append(event.start_mark.index if event.flow_style else -1)
            elif isinstance(event, CollectionEndEvent):
                opened.pop()
    except (YAMLError, UnreadableTextError):
        pass  # that is what the caller explains
    return opened[-1] if opened and opened[-1] >= 0 else None


class _ShallowScanner(Scanner):
    """Stops at the depth that is refused anyway, as the scanner looks ahead in quadratic time."""

    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:  # noqa: N803 - as in the parent
        if len(self.flow_context) + len(self.indents) >= MAX_DEPTH:
            raise too_deep(self.reader.get_mark().index)
        super().fetch_flow_collection_start(TokenClass, to_push)


def _is_text(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)


PARSERS: Mapping[str, Callable[[str], Pull]] = {"c": _pull_from_c, "python": _pull_from_python}
"""The parsers by name, the faster first.

Both return the same events, except that ruamel's own refuses a tab between a key and its value.
"""


_REFUSED_IN_FLOW = re.compile(r"found unexpected ':'|did not find expected ',' or")
_SLOWLY_READ = 256 * 1024


def is_refused_wrongly(text: str, error: YAMLError) -> bool:
    """Return whether *error* of the C parser may be wrong, so that the slower one must decide.

    The C parser refuses `?` and `:` within a word between brackets, as in `{note: Why? Price}` and
    `{link: https://okr.dev}`, which YAML 1.2 allows.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or len(text) > _SLOWLY_READ:
        return False
    problem = str(getattr(error, "problem", ""))
    return text[mark.index : mark.index + 1] in {"?", ":"} and bool(_REFUSED_IN_FLOW.match(problem))


@cache
def fastest_parser() -> Callable[[str], Pull]:
    """Return the C parser if it is installed, otherwise the slower one."""
    try:
        _pull_from_c("")
    except ImportError:
        return _pull_from_python
    return _pull_from_c


def parser_name() -> str:
    """Return the name of the fastest parser that is installed."""
    return next(name for name, pull in PARSERS.items() if pull is fastest_parser())
