"""Titles, however many and long, make one notification for each service."""

from datetime import date
from functools import partial

import pytest

apprise = pytest.importorskip("apprise")

from okrcli.actions.reminders.notify import MessageWords, send_reminders  # noqa: E402  after apprise
from okrcli.cli.next_steps import COMMAND_LINE  # noqa: E402  as above
from okrcli.compute.reports.reminders import Due  # noqa: E402  as above
from okrcli.next_step import NextStep  # noqa: E402  as above
from okrcli.render.reminders.message import message_text, message_title  # noqa: E402  as above
from okrcli.views.reminders import Reminders  # noqa: E402  as above

pytestmark = pytest.mark.filterwarnings("ignore")  # of what apprise imports

DAY = date(2026, 11, 20)
ADDRESSES = {
    "telegram": "tgram://123456789:abcdefghijklmnop/12315544",
    "slack": "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ",
    "discord": "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
    "mail": "mailto://ana:secret@example.com",
    "mattermost": "mmost://localhost/3ccdd113474722377935511fc85d3dd4",
}


def hostile(title: str, workspace: str) -> Reminders:
    dues = (
        Due(
            "reading",
            f"kpi_{number}",
            title,
            "ana",
            DAY,
            3,
            NextStep.record_reading(f"kpi_{number}"),
        )
        for number in range(3_000)
    )
    return Reminders(workspace, DAY, tuple(dues))


@pytest.mark.parametrize("service", ADDRESSES)
@pytest.mark.parametrize(
    "title", ["x" * 100_000, "<&>'\"" * 20_000, "😀 я\n" * 20_000, "a  b " * 99]
)
def test_hostile_titles_make_one_notification(
    service: str, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []

    def send(_service: object, body: str, **_rest: object) -> bool:
        sent.append(body)
        return True

    kind = type(apprise.Apprise.instantiate(ADDRESSES[service]))
    monkeypatch.setattr(kind, "send", send)

    send_reminders(
        hostile(title, "w" * 100_000),
        {"OKR_NOTIFY_URLS": ADDRESSES[service]},
        MessageWords(message_title, partial(message_text, COMMAND_LINE)),
    )

    assert len(sent) == 1
    assert "more" in sent[0][-30:]
