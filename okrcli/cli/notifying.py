"""Sends reminders through apprise, to addresses that stand in the environment only.

An address holds its password or token, so none is ever shown: it is named by its variable and its
place there.
"""

import logging
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.messages import remark
from okrcli.compute.rounding import count_text
from okrcli.errors import OkrError, UsageError
from okrcli.render.reminders.message import message_text, message_title
from okrcli.views.reminders import Reminders, by_owner

if TYPE_CHECKING:
    from apprise import AppriseAsset

VARIABLE = "OKR_NOTIFY_URLS"


class NotificationError(OkrError):
    """A message could not be sent."""


class _Letter(NamedTuple):
    """What goes to the addresses of one variable."""

    variable: str
    addresses: Sequence[str]
    reminders: Reminders


def variable_of(person: str) -> str:
    """Return the variable that holds the addresses of *person*, an id."""
    return f"{VARIABLE}_{person.upper().replace('-', '_')}"


def send_reminders(reminders: Reminders) -> None:
    """Send everything to everybody's addresses, and to each person's own what they owe.

    Raises:
        UsageError: There is no address, or apprise is not installed.
        NotificationError: An address took nothing.
    """
    letters = list(_letters(reminders, os.environ))
    if not letters:
        raise UsageError(
            "There is no address to send to.",
            f"Set {VARIABLE}, or {VARIABLE}_ID for one person, as in {variable_of('ana')}.",
        )
    _require_apprise()
    failed = [failure for letter in letters for failure in _send(letter)]
    addresses = sum(len(each.addresses) for each in letters)
    remark(f"Sent to {addresses - len(failed)} of {count_text(addresses, 'address', 'addresses')}.")
    _tell_unreached(reminders, os.environ)
    if failed:
        raise NotificationError(
            f"Nothing could be sent to {', '.join(failed)}.",
            "Look at the address there; its text is not shown, because it holds secrets.",
        )


def _letters(reminders: Reminders, environment: Mapping[str, str]) -> Iterator[_Letter]:
    if addresses := environment.get(VARIABLE, "").split():
        yield _Letter(VARIABLE, addresses, reminders)
    for owner, dues in by_owner(reminders.dues):
        if owner and (addresses := environment.get(variable_of(owner), "").split()):
            yield _Letter(variable_of(owner), addresses, replace(reminders, dues=tuple(dues)))


def _tell_unreached(reminders: Reminders, environment: Mapping[str, str]) -> None:
    """Say who has no address of their own, and whether something reached nobody at all."""
    owners = [owner for owner, _ in by_owner(reminders.dues)]
    named = [each for each in owners if each]
    without = [each for each in named if not environment.get(variable_of(each), "").split()]
    if without:
        variables = ", ".join(f"{each} ({variable_of(each)})" for each in without)
        remark(f"Without an address of their own: {variables}.")
    if None in owners and not environment.get(VARIABLE, "").split():
        remark(f"What nobody owns reached nobody: set {VARIABLE}, which gets everything.")


def _require_apprise() -> None:
    try:
        import apprise  # noqa: F401, PLC0415  an extra, and slow to import
    except ImportError as error:
        raise UsageError(
            "Sending needs apprise, which is not installed.",
            "Install it with: pip install 'okrcli[notify]'",
        ) from error


def _send(letter: _Letter) -> Iterator[str]:
    """Send *letter*, and yield the addresses that took nothing, by their place."""
    count = len(letter.addresses)
    for number, address in enumerate(letter.addresses, 1):
        if not _is_sent(address, letter.reminders):
            place = f"address {number} of {count}" if count > 1 else "the address"
            yield f"{place} in {letter.variable}"


def _is_sent(address: str, reminders: Reminders) -> bool:
    """Return whether the service behind *address* took the message, which is one however short.

    The text stays as it is: apprise interprets no escapes and no emoji names, attaches nothing and
    keeps nothing on the disk, and an address cannot name a configuration file.
    """
    from apprise import Apprise, NotifyFormat, OverflowMode  # noqa: PLC0415  an extra, and slow to import

    with _silence():
        try:
            asset = _asset()
            service = Apprise.instantiate(address, asset=asset)
            if service is None:
                return False
            # It fits, unless a service counts in its own way: then the rest comes after it.
            service.overflow_mode = OverflowMode.SPLIT
            formats: object = service.notify_format  # one, or several in newer versions of Apprise
            is_plain = NotifyFormat.TEXT in (formats if isinstance(formats, tuple) else {formats})
            text = message_text(reminders, service.body_maxlen, is_escaped=not is_plain)
            title = message_title(reminders)
            sending = Apprise(service, asset=asset)
            return bool(sending.notify(body=text, title=title, body_format=NotifyFormat.TEXT))
        except Exception:  # noqa: BLE001  of a hundred services; its text may hold the address
            return False


def _asset() -> "AppriseAsset":
    from apprise import AppriseAsset  # noqa: PLC0415  as above

    return AppriseAsset(
        app_id="okr",
        interpret_escapes=False,
        interpret_emojis=False,
        secure_logging=True,
        async_mode=False,
        storage_mode="memory",
    )


@contextmanager
def _silence() -> Iterator[None]:
    """Let apprise and what it is built on say nothing, because that may hold an address."""
    disabled = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
