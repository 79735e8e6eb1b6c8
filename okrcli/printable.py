"""Foreign text made harmless for where it is shown: the only place that knows how.

Foreign is what may come from anybody: titles, notes and names of files in a pull request, cells of
a table, what git and a remote answer, arguments and the environment. It must not steer a terminal,
turn the reading direction, begin a line of its own, start a formula, become HTML, or give a CI
runner commands.
"""

import re
from typing import Any, Final

LONGEST_VALUE: Final = 40
"""Characters of a value that a message shows."""

_APART: Final = "\N{WORD JOINER}"
"""Keeps two characters apart that together are a command; nobody sees it."""

_REPLACED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, escape sequences among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction: marks, embeddings, isolates
    "\u2028\u2029"  # line breaks to some, also where we keep no lines
    "\u180e\u2061-\u2064\u206a-\u206f\U0001d173-\U0001d17a"  # invisible, and of no use in prose
    "\ufeff\ufff9-\ufffb\ufffe\uffff"  # byte order mark, annotations, no characters at all
    "\U000e0000-\U000e007f"  # tags, which spell words that nobody sees
    "\ud800-\udfff]"  # halves of a character, which no encoding can write
    # A selector of variants belongs to the character before it, and each has one.
    "|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_SPACE = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u00a0\u2028\u2029]")
_SPACES = re.compile(f"{_SPACE.pattern}+")
_RUNNER_COMMANDS = re.compile(
    r":(?=:)"  # GitHub
    r"|##(?=[\w.-]*\[)"  # GitHub's old ones, Azure Pipelines, TeamCity, Octopus Deploy
    r"|travis_(?=(?:fold|time):)"
    r"|(?<!\S)([-+~^])(?=\1\1)"  # Buildkite groups a log by lines that begin with three
)
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
_MARKDOWN = re.compile(r"[\\`*_\[\]#|~]")
_LINKS = re.compile(r"\](?=\()")
_MENTIONS = re.compile(r"[@<＠](?=\S)")
_MEANT_FOR_HOSTS = re.compile(
    r"\[(?=[^\[\]]{0,60}?(?:skip|no[\s_-]?ci))"  # [skip ci], [ci skip], [azurepipelines skip]
    r"|(?<=\*)no(?=_ci\*)"  # ***NO_CI***
    r"|(?:skip|request)(?=-checks)"
    r"|(?<!\w)[@＠](?=\w)"
    r"|#(?=[^\W\d])",  # commands of Jira, as in `ABC-12 #close`
    re.IGNORECASE,
)
_CLOSING = re.compile(r"clos|fix|resolv|implement|complet|reopen", re.IGNORECASE)
_ISSUES = re.compile(
    r"[#!&](?=\d)"
    r"|(?<!\w)(?:gh|(?-i:[A-Z][A-Z0-9_]+))-(?=\d)"  # GH-12, ABC-12
    r"|(?:issues|pull|pull-requests|merge_requests|work_items|epics|browse)/(?=\w)",
    re.IGNORECASE,
)
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def is_text(text: str) -> bool:
    """Return whether *text* came whole: bytes that are not UTF-8 become halves of a character."""
    return text.isascii() or not _HALVES.search(text)


def inert(text: str) -> str:
    """Return *text* on one line, without the power to steer a terminal or a CI runner.

    What makes a line of a job a command, as `::` and `##[`, is kept apart by an invisible
    character.
    """
    return inert_line(_SPACES.sub(" ", text).strip())


def inert_line(text: str) -> str:
    """Return *text* as one line, each character in its place; tabs and line ends become spaces."""
    if text.isascii() and text.isprintable() and not _RUNNER_COMMANDS.search(text):
        return text
    line = _REPLACED.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))
    return _kept_apart(_RUNNER_COMMANDS, line)


def inert_value(value: Any) -> str:
    """Return *value*, a scalar of somebody's file, as a line that is short enough for a message."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return inert_line(text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…")


def inert_cell(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula, as OWASP advises."""
    line = inert(text)
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line


def inert_markdown(text: str) -> str:
    """Return *text* so that Markdown shows it letter by letter and mentions nobody."""
    line = _MARKDOWN.sub(r"\\\g<0>", inert(text))
    for letter, entity in _HTML.items():
        line = line.replace(letter, entity)
    return line.replace("@", f"@{_APART}")


def inert_prose(text: str) -> str:
    """Return *text* so that no `[words](address)` hides an address behind other words."""
    return _kept_apart(_LINKS, inert(text))


def inert_message(text: str) -> str:
    """Return *text* so that no chat calls people by it, as by `@here` or `<!channel>`."""
    return _kept_apart(_MENTIONS, inert_prose(text))


def inert_commit(line: str, message: str) -> str:
    """Return *line* of a commit's *message* so that it skips no CI, closes no issue, calls nobody.

    An issue stays a link where no word for closing is anywhere in the message.
    """
    line = _kept_apart(_MEANT_FOR_HOSTS, inert_line(line))
    return _kept_apart(_ISSUES, line) if _CLOSING.search(message) else line


def inert_json(document: str) -> str:
    """Return a JSON document that reads the same and has no raw control or direction character."""
    return _JSON.sub(lambda match: _escaped(match[0]), document)


_JSON = re.compile(rf"(?!\n)(?:{_REPLACED.pattern})|(?<=##)[\w.-]*\[|(?<=travis_(?:fold|time)):")


def _kept_apart(parts: re.Pattern[str], text: str) -> str:
    """Return *text* with an invisible character behind each of *parts*."""
    return parts.sub(lambda match: match[0] + _APART, text)


def _escaped(text: str) -> str:
    """Return the escapes of JSON for the last character of *text*."""
    units = text[-1].encode("utf-16-be", errors="surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return text[:-1] + "".join(f"\\u{pair}" for pair in pairs)
