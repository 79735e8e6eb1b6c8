"""Sends reminders through apprise, to the addresses of the environment that it is given.

An address contains its password or token, so it is never shown: it is identified by its variable
and its position there.
"""

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.views.reminders import Reminders, by_owner

if TYPE_CHECKING:
    from apprise import AppriseAsset

VARIABLE = "OKR_NOTIFY_URLS"


class TextOf(Protocol):
    """Writes reminders as a message."""

    def __call__(self, reminders: Reminders, longest: int, *, is_escaped: bool) -> str:
        """Return the text, of at most so many characters, some of which are longer when escaped."""


class MessageWords(NamedTuple):
    """The functions that write reminders as a message."""

    title_of: Callable[[Reminders], str]
    text_of: TextOf


class OutgoingMessage(NamedTuple):
    """A message to the addresses of one variable."""

    variable: str
    addresses: Sequence[str]
    reminders: Reminders


@frozen_dataclass
class Delivery:
    """The result of sending reminders.

    Attributes:
        addresses: The number of addresses.
        failed: The positions of addresses that failed.
        without_address: People without an address of their own.
        unowned_reached_nobody: Whether something that nobody owns was sent to no address.
    """

    addresses: int
    failed: tuple[str, ...]
    without_address: tuple[str, ...]
    unowned_reached_nobody: bool

    @property
    def sent_count(self) -> int:
        """The number of addresses that accepted their message."""
        return self.addresses - len(self.failed)


def variable_of(person: str) -> str:
    """Return the variable that holds the addresses of *person*, an id."""
    return f"{VARIABLE}_{person.upper().replace('-', '_')}"


def send_reminders(
    reminders: Reminders, environment: Mapping[str, str], words: MessageWords
) -> Delivery:
    """Send everything to everybody's addresses, and to each person's own what they owe.

    Raises:
        UsageError: There is no address, or apprise is not installed.
    """
    messages = list(_messages(reminders, environment))
    if not messages:
        raise UsageError(
            "There is no address to send to.",
            f"Set {VARIABLE}, or {VARIABLE}_ID for one person, as in {variable_of('ana')}.",
        )
    _require_apprise()
    failed = tuple(failure for message in messages for failure in _send(message, words))
    owners = [owner for owner, _ in by_owner(reminders.dues)]
    return Delivery(
        addresses=sum(len(message.addresses) for message in messages),
        failed=failed,
        without_address=tuple(
            owner for owner in owners if owner and not _addresses(environment, variable_of(owner))
        ),
        unowned_reached_nobody=None in owners and not _addresses(environment, VARIABLE),
    )


def _messages(reminders: Reminders, environment: Mapping[str, str]) -> Iterator[OutgoingMessage]:
    if addresses := _addresses(environment, VARIABLE):
        yield OutgoingMessage(VARIABLE, addresses, reminders)
    for owner, dues in by_owner(reminders.dues):
        variable = variable_of(owner or "")
        if owner and (addresses := _addresses(environment, variable)):
            yield OutgoingMessage(variable, addresses, replace(reminders, dues=tuple(dues)))


def _addresses(environment: Mapping[str, str], variable: str) -> Sequence[str]:
    return environment.get(variable, "").split()


def _require_apprise() -> None:
    try:
        import apprise  # noqa: F401, PLC0415  an extra, and slow to import
    except ImportError as error:
        raise UsageError(
            "Sending needs apprise, which is not installed.",
            "Install it with: pip install 'okrcli[notify]'",
        ) from error


def _send(message: OutgoingMessage, words: MessageWords) -> Iterator[str]:
    """Send *message*, and yield the positions of addresses that failed."""
    count = len(message.addresses)
    for number, address in enumerate(message.addresses, 1):
        if not _is_sent(address, message.reminders, words):
            place = f"address {number} of {count}" if count > 1 else "the address"
            yield f"{place} in {message.variable}"


def _is_sent(address: str, reminders: Reminders, words: MessageWords) -> bool:
    """Return whether the service of *address* accepted the message.

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
            text = words.text_of(reminders, service.body_maxlen, is_escaped=not is_plain)
            title = words.title_of(reminders)
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
    """Silence the logs of apprise and its libraries, as they may contain an address."""
    disabled = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
