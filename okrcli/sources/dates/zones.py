"""Time zones as programs write them after a time."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta, timezone, tzinfo
from functools import cache
from typing import Final

from okrcli.model.time_zone import zone_of

ZONE: Final = (
    r"(?:UTC|GMT)? ?[+-]\d{1,2}(?::?\d\d)?(?:\[[\w/+-]{1,60}\])?|[A-Za-z]{1,5}"
    r"|[A-Z][A-Za-z]{2,}/[A-Za-z_/+-]{2,40}"
)
"""The pattern of a time zone; `zones_of` says whether it exists."""

_OFFSET: Final = re.compile(r"(?:UTC|GMT)? ?([+-])(\d{1,2}):?(\d\d)?(?:\[.*)?", re.IGNORECASE)
_MOST_HOURS: Final = 14

_HOURS: Final[Mapping[str, Sequence[float]]] = {
    **dict.fromkeys(("Z", "UTC", "UT", "GMT", "WET"), (0,)),
    **dict.fromkeys(("WEST", "CET", "WAT"), (1,)),
    **dict.fromkeys(("CEST", "EET", "SAST", "CAT"), (2,)),
    **dict.fromkeys(("EEST", "MSK", "TRT", "EAT"), (3,)),
    **dict.fromkeys(("SAMT",), (4,)),
    **dict.fromkeys(("YEKT", "PKT"), (5,)),
    **dict.fromkeys(("ALMT",), (5, 6)),
    **dict.fromkeys(("OMST",), (6,)),
    **dict.fromkeys(("NOVT", "KRAT", "ICT", "WIB"), (7,)),
    **dict.fromkeys(("IRKT", "HKT", "SGT", "PHT", "AWST"), (8,)),
    **dict.fromkeys(("JST", "KST", "YAKT"), (9,)),
    **dict.fromkeys(("VLAT", "AEST"), (10,)),
    **dict.fromkeys(("AEDT", "MAGT"), (11,)),
    **dict.fromkeys(("NZST", "PETT"), (12,)),
    **dict.fromkeys(("NZDT",), (13,)),
    **dict.fromkeys(("BRT", "ART", "UYT", "CLST", "ADT"), (-3,)),
    **dict.fromkeys(("CLT", "VET", "BOT", "EDT"), (-4,)),
    **dict.fromkeys(("COT", "PET"), (-5,)),
    **dict.fromkeys(("MDT",), (-6,)),
    **dict.fromkeys(("PDT",), (-7,)),
    **dict.fromkeys(("AKDT",), (-8,)),
    **dict.fromkeys(("AKST",), (-9,)),
    **dict.fromkeys(("HST",), (-10,)),
    "PYT": (-4, -3),
    "ECT": (-5, -4),
    "EST": (-5, 10),
    "CDT": (-5, -4),
    "CST": (-6, -5, 8),
    "MST": (-7, 6.5, 8),
    "PST": (-8, 8),
    "AST": (-4, 3),
    "BST": (1, 6),
    "IST": (5.5, 1, 2),
    "GST": (4, -2),
}
"""The hours by which each abbreviation is ahead of UTC; several if it is ambiguous."""


@cache
def zones_of(text: str) -> Sequence[tzinfo]:
    """Return every time zone that *text*, which looks like one, can mean."""
    if offset := _OFFSET.fullmatch(text):
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        sign = -1 if offset[1] == "-" else 1
        is_one = hours <= _MOST_HOURS and minutes < 60
        return (_ahead(sign * (hours + minutes / 60)),) if is_one else ()
    if "/" in text:
        zone = zone_of(text)
        return (zone,) if zone else ()
    letters = text.upper()
    return tuple(_ahead(hours, letters) for hours in _HOURS.get(letters, ()))


def _ahead(hours: float, letters: str = "") -> tzinfo:
    offset = timedelta(minutes=round(60 * hours))
    return timezone(offset, letters) if letters else timezone(offset)
