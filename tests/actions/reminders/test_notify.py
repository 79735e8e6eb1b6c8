import sys
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from okrcli.actions.reminders.notify import Delivery, MessageWords, send_reminders, variable_of
from okrcli.compute.reports.reminders import Due
from okrcli.errors import UsageError
from okrcli.next_step import NextStep, StepKind
from okrcli.views.reminders import Reminders

DAY = date(2026, 11, 20)
STEP = NextStep(StepKind.SHOW_REPORT)
Sent = list[tuple[str, str, str]]


def a_due(ref: str, owner: str | None) -> Due:
    return Due("reading", ref, ref, owner, DAY, 3, STEP)


DUES = (a_due("nps", "ana"), a_due("csat", "pavel"), a_due("ces", None))
REMINDERS = Reminders("Acme", DAY, DUES)


def text_of(reminders: Reminders, longest: int, *, is_escaped: bool) -> str:
    names = " ".join(due.ref for due in reminders.dues)
    return f"{names} in {longest}{' escaped' if is_escaped else ''}"


WORDS = MessageWords(lambda reminders: reminders.workspace, text_of)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """Return what is sent, as address, title and text; an address with `refused` takes nothing."""
    taken: Sent = []

    class Apprise:
        def __init__(self, service: Any, asset: object) -> None:
            del asset
            self.address = service.address

        @staticmethod
        def instantiate(address: str, asset: object) -> object:
            del asset
            if "nonsense" in address:
                return None
            escaped = "html" if "html" in address else "text"
            return SimpleNamespace(address=address, notify_format=escaped, body_maxlen=500)

        def notify(self, body: str, title: str, **_rest: object) -> bool:
            if "broken" in self.address:
                raise OSError(self.address)
            if "refused" not in self.address:
                taken.append((self.address, title, body))
            return "refused" not in self.address

    module: Any = ModuleType("apprise")
    module.Apprise = Apprise
    module.AppriseAsset = SimpleNamespace
    module.NotifyFormat = SimpleNamespace(TEXT="text")
    module.OverflowMode = SimpleNamespace(SPLIT="split")
    monkeypatch.setitem(sys.modules, "apprise", module)
    return taken


def send(**environment: str) -> Delivery:
    return send_reminders(REMINDERS, environment, WORDS)


def test_everybody_gets_everything_and_a_person_what_they_owe(sent: Sent) -> None:
    delivery = send(OKR_NOTIFY_URLS="one two", OKR_NOTIFY_URLS_ANA="  anas\n")

    assert sent == [
        ("one", "Acme", "nps csat ces in 500"),
        ("two", "Acme", "nps csat ces in 500"),
        ("anas", "Acme", "nps in 500"),
    ]
    assert (delivery.sent_count, delivery.addresses, delivery.failed) == (3, 3, ())
    assert delivery.without_address == ("pavel",)
    assert not delivery.unowned_reached_nobody


def test_text_is_escaped_where_a_service_writes_markup(sent: Sent) -> None:
    send(OKR_NOTIFY_URLS="html://x")

    assert sent[0][2].endswith("escaped")


def test_address_that_takes_nothing_is_named_by_its_place_only(sent: Sent) -> None:
    delivery = send(
        OKR_NOTIFY_URLS="one refused://s3cr3t nonsense://s3cr3t broken://s3cr3t",
        OKR_NOTIFY_URLS_ANA="refused://s3cr3t",
    )

    assert [address for address, *_ in sent] == ["one"]
    assert delivery.sent_count == 1
    assert delivery.failed == (
        "address 2 of 4 in OKR_NOTIFY_URLS",
        "address 3 of 4 in OKR_NOTIFY_URLS",
        "address 4 of 4 in OKR_NOTIFY_URLS",
        "the address in OKR_NOTIFY_URLS_ANA",
    )


def test_what_nobody_owns_needs_everybodys_address(sent: Sent) -> None:
    assert send(OKR_NOTIFY_URLS_ANA="anas").unowned_reached_nobody
    assert len(sent) == 1


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize("environment", [{}, {"OKR_NOTIFY_URLS": " "}, {"APPRISE_URLS": "one"}])
def test_without_an_address_nothing_is_sent(environment: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="There is no address to send to"):
        send(**environment)


def test_without_apprise_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)

    with pytest.raises(UsageError, match="needs apprise"):
        send(OKR_NOTIFY_URLS="one")


@pytest.mark.parametrize(
    ("person", "variable"),
    [("ana", "OKR_NOTIFY_URLS_ANA"), ("maria-jose-2", "OKR_NOTIFY_URLS_MARIA_JOSE_2")],
)
def test_variable_of_a_person(person: str, variable: str) -> None:
    assert variable_of(person) == variable
