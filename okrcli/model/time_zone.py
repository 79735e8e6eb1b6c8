"""The team's time zone, which decides what day it is."""

import re
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from okrcli.model.base import Text

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_NAME = re.compile(r"[A-Za-z0-9_+-]{1,32}(?:/[A-Za-z0-9_+-]{1,32}){0,2}", re.ASCII)


def zone_of(name: str) -> "ZoneInfo | None":
    """Return the time zone *name*, as in `America/Bogota`; `None` if it is unknown here."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  few workspaces name one

    if not _NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    # One that is not known is a KeyError, a folder or a file of another kind one of the others.
    except (KeyError, OSError, ValueError):
        return None


@cache
def knows_zones() -> bool:
    """Return whether this computer knows any time zones; Windows comes without them."""
    return zone_of("UTC") is not None


def _require_known(name: str) -> str:
    if zone_of(name) is None and (knows_zones() or not _NAME.fullmatch(name)):
        raise PydanticCustomError("time_zone", "is not a time zone: write one like America/Bogota")
    return name


TimeZone = Annotated[Text, AfterValidator(_require_known)]
"""The name of a time zone, as in `America/Bogota`."""
