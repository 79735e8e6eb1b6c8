"""What a page is made of, as a short text that differs where anything differs."""

import hashlib
import re
from typing import Final

_NAMELESS: Final = re.compile(r" at 0x[0-9a-f]+>|<function |frozenset\(")
"""What differs from run to run although nothing has changed."""


class Fingerprints:
    """Fingerprints of values; that of a value which many pages have is computed once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, *values: object) -> str:
        """Return the fingerprint of *values*, in their order.

        Records, and what they hold, tell all that they have in their `repr`.

        Raises:
            TypeError: One holds something that differs from run to run.
        """
        text = "\0".join(map(repr, values))
        if _NAMELESS.search(text):
            raise TypeError(f"{text[:99]} has no fingerprint")
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def of_shared(self, value: object) -> str:
        """Return the fingerprint of *value*, which is kept while this object is."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self.of(value)
        return known[1]
