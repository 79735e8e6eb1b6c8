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

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_APART: Final = "\N{WORD JOINER}"
"""Keeps two characters apart that together are a command; nobody sees it."""

_UNSEEN: Final = (
    (0x00, 0x09),  # C0 and C1 controls, escape sequences among them; the line feed comes below
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),  # marks, embeddings, overrides and isolates of direction
    (0x200E, 0x200F),
    (0x202A, 0x202E),
    (0x2066, 0x2069),
    (0x2028, 0x2029),  # ends of lines and paragraphs
    (0x180E, 0x180E),  # invisible, and of no use in prose
    (0x2061, 0x2064),
    (0x206A, 0x206F),
    (0x1D173, 0x1D17A),
    (0xFEFF, 0xFEFF),  # byte order mark, interlinear annotations, no characters at all
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),  # tags, which spell words that nobody sees
    (0xD800, 0xDFFF),  # halves of a character, which no encoding can write
)
_SPACES: Final = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u2028\u2029"
_SHOWN: Final = {
    **{code: _REPLACEMENT for first, last in _UNSEEN for code in range(first, last + 1)},
    **dict.fromkeys(map(ord, _SPACES), " "),
}

# Those that are text are compiled by whoever needs them first: most commands do not.
_SELECTOR: Final = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
_SELECTORS: Final = f"{_SELECTOR}{_SELECTOR}+"
"""Each chooses a variant of the character before it; a row of them is a text that nobody sees."""

_SUSPECT: Final = re.compile(rf"::|##|--|\+\+|~~|\^\^|travis_|{_SELECTOR}")
_RUNNER_COMMANDS: Final = (
    r":(?=:)"  # GitHub
    r"|##(?=[\w.-]*\[)"  # GitHub's old ones, Azure Pipelines, TeamCity, Octopus Deploy
    r"|travis_(?=(?:fold|time):)"
    r"|(?<!\S)([-+~^])(?=\1\1)"  # Buildkite groups a log by lines that begin with three
)
_IN_JSON: Final = (
    f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _UNSEEN)}]",
    r"##[\w.-]*\[",
    r"travis_(?:fold|time):",
)
_FORMULA_STARTS: Final = tuple("=+-@\t\r＝＋－＠")
_MARKDOWN: Final = r"[\\`*_\[\]#|~]"
_LINKS: Final = r"\](?=\()"
_MENTIONS: Final = r"[@<＠](?=\S)"
_MRKDWN: Final = r"(?<!\w)[*_~](?=\S)|[`@＠]|:(?=[^\W\d][\w+'-]*:)"
_MEANT_FOR_HOSTS: Final = (
    r"(?i)\[(?=[^\[\]]{0,60}?(?:skip|no[\s_-]?ci))"  # [skip ci], [azurepipelines skip]
    r"|(?<=\*)no(?=_ci\*)"  # ***NO_CI***
    r"|(?:skip|request)(?=-checks)"
    r"|(?<!\w)[@＠](?=\w)"
    r"|#(?=[^\W\d])"  # commands of Jira, as in `ABC-12 #close`
)
_CLOSING: Final = r"(?i)clos|fix|resolv|implement|complet|reopen"
_ISSUES: Final = (
    r"(?i)[#!&](?=\d)"
    r"|(?<!\w)(?:gh|(?-i:[A-Z][A-Z0-9_]+))-(?=\d)"  # GH-12, ABC-12
    r"|(?:issues|pull|pull-requests|merge_requests|work_items|epics|browse)/(?=\w)"
)
_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def is_text(text: str) -> bool:
    """Return whether *text* came whole: bytes that are not UTF-8 become halves of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def inert(text: str) -> str:
    """Return *text* on one line, without the power to steer a terminal or a CI runner.

    What makes a line of a job a command, as `::` and `##[`, is kept apart by an invisible
    character.
    """
    is_tidy = text.isprintable() and "  " not in text
    return inert_line((text if is_tidy else re.sub(f"[{_SPACES}]+", " ", text)).strip())


def inert_line(text: str) -> str:
    """Return *text* as one line, each character in its place; tabs and line ends become spaces."""
    if text.isprintable() and not _SUSPECT.search(text):
        return text
    line = text.translate(_SHOWN)
    line = re.sub(_SELECTORS, lambda row: row[0][0] + _REPLACEMENT * (len(row[0]) - 1), line)
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
    line = re.sub(_MARKDOWN, r"\\\g<0>", inert(text))
    for letter, entity in _HTML.items():
        line = line.replace(letter, entity)
    return line.replace("@", f"@{_APART}")


def inert_prose(text: str) -> str:
    """Return *text* so that no `[words](address)` hides an address behind other words."""
    return _kept_apart(_LINKS, inert(text))


def inert_message(text: str) -> str:
    """Return *text* so that no chat calls people by it, as by `@here` or `<!channel>`."""
    return _kept_apart(_MENTIONS, inert_prose(text))


def inert_slack(text: str) -> str:
    """Return *text* so that Slack shows it letter by letter, without calling anybody by it."""
    line = _kept_apart(_MRKDWN, inert(text))
    for letter, entity in _HTML.items():
        line = line.replace(letter, entity)
    return line


def inert_commit(line: str, message: str) -> str:
    """Return *line* of a commit's *message* so that it skips no CI, closes no issue, calls nobody.

    An issue stays a link where no word for closing is anywhere in the message.
    """
    line = _kept_apart(_MEANT_FOR_HOSTS, inert_line(line))
    return _kept_apart(_ISSUES, line) if re.search(_CLOSING, message) else line


def inert_json(document: str) -> str:
    """Return a JSON document that reads the same and has no raw control or direction character."""
    for active in _IN_JSON:
        document = re.sub(active, lambda match: _escape(match[0]), document)
    return document


def _kept_apart(parts: str, text: str) -> str:
    """Return *text* with an invisible character behind each of *parts*."""
    return re.sub(parts, lambda match: match[0] + _APART, text)


def _escape(text: str) -> str:
    """Return the escapes of JSON for the last character of *text*."""
    units = text[-1].encode("utf-16-be", errors="surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return text[:-1] + "".join(f"\\u{pair}" for pair in pairs)
