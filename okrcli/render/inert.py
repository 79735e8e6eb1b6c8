"""Text from the user's files, made harmless for where it is shown.

A title may come from anybody who opens a pull request, so it must not steer a terminal, turn the
reading direction, start a formula, become HTML, or give a CI runner commands.
"""

import re

_REPLACED = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, escape sequences among them
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotations
    "\ud800-\udfff]"  # halves of a character, which no encoding can write
)
_SPACE = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u00a0\u2028\u2029]")
_SPACES = re.compile(f"{_SPACE.pattern}+")
_RUNNER_COMMANDS = re.compile(r":(?=:)|##(?=\[)")
_WORD_JOINER = "\u2060"
_FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
_MARKDOWN = re.compile(r"[\\`*_\[\]#|~]")
_MENTIONS = re.compile(r"[@<＠](?=\S)|\](?=\()")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def inert(text: str) -> str:
    """Return *text* on one line, without the power to steer a terminal or a CI runner.

    `::` and `##[`, with which a line of a GitHub job becomes a command, are kept apart by an
    invisible character.
    """
    line = _SPACES.sub(" ", text).strip()
    line = _REPLACED.sub("\ufffd", line)
    return _RUNNER_COMMANDS.sub(lambda match: match[0] + _WORD_JOINER, line)


def inert_cell(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula, as OWASP advises."""
    line = inert(text)
    return f"'{line}" if line.startswith(_FORMULA_STARTS) else line


def inert_markdown(text: str) -> str:
    """Return *text* so that Markdown shows it letter by letter and mentions nobody."""
    line = _MARKDOWN.sub(r"\\\g<0>", inert(text))
    for letter, entity in _HTML.items():
        line = line.replace(letter, entity)
    return line.replace("@", f"@{_WORD_JOINER}")


def inert_message(text: str) -> str:
    """Return *text* so that no chat calls people by it, or hides an address behind other words.

    `@here`, `<!channel>` and `[words](address)` are kept apart by an invisible character.
    """
    return _MENTIONS.sub(lambda match: match[0] + _WORD_JOINER, inert(text))


def inert_json(document: str) -> str:
    """Return a JSON document that reads the same and has no raw control or direction character."""
    escaped = _REPLACED.sub(
        lambda match: match[0] if match[0] == "\n" else f"\\u{ord(match[0]):04x}", document
    )
    return escaped.replace("##[", "##\\u005b")


def inert_line(text: str) -> str:
    """Return a line of a file made inert, each character in its place; a tab becomes a space."""
    line = _REPLACED.sub("\ufffd", _SPACE.sub(" ", text))
    return _RUNNER_COMMANDS.sub(lambda match: match[0] + _WORD_JOINER, line)
