"""Regular expressions that are compiled only when used: every command imports all of them."""

import re
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
