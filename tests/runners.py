"""What CI runners look for in the output of a job."""

import re
import unicodedata

_COMMANDS = re.compile(
    r"\A\s*::"  # GitHub: at the beginning of a line
    r"|##[\w.-]*\["  # GitHub's old ones, Azure Pipelines, TeamCity: anywhere
    r"|travis_(?:fold|time):"
    r"|section_(?:start|end):\d+:[^\r]*\r\x1b\[0K"  # GitLab
    r"|\A\s*(?:---|\+\+\+|~~~|\^\^\^)"  # Buildkite
)
_INVISIBLE_AND_MEANT = "\u200b\u200c\u200d\u2060\u00ad"


def active_in(line: str) -> bool:
    """Return whether a runner takes *line*, or a part of it, for a command."""
    return bool(_COMMANDS.search(line))


def steering_in(text: str) -> list[str]:
    """Return the characters of *text* that steer a terminal, or that nobody sees."""
    return [
        letter
        for letter in text
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and letter not in f"\n\t{_INVISIBLE_AND_MEANT}"
    ]
