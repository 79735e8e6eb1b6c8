"""Regular expressions that are compiled only when used: every command imports all of them."""

import re
import sys
from collections.abc import Collection
from typing import Any, cast


class _Uncompiled:
    """Stands for a pattern until it is first used, then delegates to it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # it is whatever the pattern has there
        method = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, method)
        return method


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression *source*, compiled at its first use."""
    return cast("re.Pattern[str]", _Uncompiled(source, flags))


class SignedPattern:
    """A pattern that is looked for only where one of its signs is in the text.

    Most titles have none of the words of most patterns, and a plain word is found ten times as
    fast as a pattern that ends at a given place.

    Attributes:
        source: The regular expression.
    """

    def __init__(self, source: str, signs: Collection[str]) -> None:
        self.source = source
        self._pattern = pattern(source)
        self._signs = signs

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in *text* from *start* up to *end*."""
        for sign in self._signs:
            if sign in text:
                return self._pattern.search(text, start, end)
        return None


def signed_pattern(signs: str, source: str) -> SignedPattern:
    """Return the regular expression *source*, each of whose matches contains one of the *signs*.

    Args:
        signs: Separated by bars.
        source: The regular expression.
    """
    return SignedPattern(source, tuple(signs.split("|")))
