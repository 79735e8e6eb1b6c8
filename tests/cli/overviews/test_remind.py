import json
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import CHURN, kpi_workspace
from tests.cli.workspaces import SETTINGS, Ran, write

Remind = Callable[..., Ran]
TODAY = "2026-11-30"
SECRET = "s3cr3t-token"  # noqa: S105  must never be shown


class Receiver:
    """A web server that keeps what is sent to it, and refuses what is sent to `/refused`."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                refused = self.path.startswith("/refused")
                if not refused:
                    receiver.messages.append({"path": self.path, **json.loads(body)})
                self.send_response(500 if refused else 200)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its name
                """Say nothing."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        # It looks so often whether it shall end.
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def address(self, path: str) -> str:
        return f"json://127.0.0.1:{self._server.server_port}/{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def _no_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OKR_NOTIFY_URLS", "OKR_NOTIFY_URLS_ANA", "OKR_NOTIFY_URLS_PAVEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kpi_root(tmp_path: Path) -> Path:
    return kpi_workspace(tmp_path / "acme")


@pytest.fixture
def remind(run_okr: Okr, kpi_root: Path) -> Remind:
    return lambda *options: run_okr(kpi_root, "remind", *options, today=TODAY)


def dues(ran: Ran) -> list[dict[str, Any]]:
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["dues"]
    return found


def test_remind_groups_what_is_due_by_person(remind: Remind) -> None:
    ran = remind()
    lines = ran.out.splitlines()

    assert ran.code == 0, ran.err
    assert lines.index("Ana (ana)") < lines.index("Pavel (pavel)")
    assert "    okr kpi record churn VALUE" in lines
    assert "    okr improve follow-up csat-2026-11-02 --done 1" in lines


@pytest.mark.parametrize(
    ("options", "owners"),
    [((), {"ana", "pavel"}), (("--owner", "ana"), {"ana"}), (("--team", "sales"), {"ana"})],
)
def test_remind_keeps_to_a_person_or_team(
    remind: Remind, options: tuple[str, ...], owners: set[str]
) -> None:
    assert {each["owner"] for each in dues(remind("--format", "json", *options))} == owners


def test_remind_says_so_when_nothing_is_due(run_okr: Okr, tmp_path: Path) -> None:
    root = write(tmp_path, {"okr.yaml": SETTINGS})
    ran = run_okr(root, "remind")

    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing is due.\n")


def test_remind_sends_nothing_when_nothing_is_due(
    run_okr: Okr, tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_NOTIFY_URLS", receiver.address("all"))
    ran = run_okr(write(tmp_path, {"okr.yaml": SETTINGS}), "remind", "--send")

    assert (ran.code, ran.err) == (0, "Nothing is due, so nothing was sent.\n")
    assert receiver.messages == []


@pytest.mark.parametrize("option", [("--owner", "anna"), ("--team", "x"), ("--format", "xml")])
def test_remind_refuses_what_it_does_not_know(remind: Remind, option: tuple[str, str]) -> None:
    ran = remind(*option)

    assert ran.code in {2, 3}
    assert ran.out == ""


def test_remind_sends_all_to_everybody_and_a_persons_part_to_them(
    remind: Remind, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_NOTIFY_URLS", receiver.address("all"))
    monkeypatch.setenv("OKR_NOTIFY_URLS_ANA", f"  {receiver.address('ana')}\n")
    ran = remind("--send")

    assert ran.code == 0, ran.err
    everything, anas = receiver.messages
    assert (everything["path"], anas["path"]) == ("/all", "/ana")
    assert everything["title"] == "Acme Support: due by 2026-11-30"
    assert {"Ana (ana)", "Pavel (pavel)"} <= set(everything["message"].splitlines())
    assert "okr kpi record churn VALUE" in anas["message"]
    assert "Pavel (pavel)" not in anas["message"]
    assert "Sent to 2 of 2 addresses." in ran.err
    assert "Without an address of their own: pavel (OKR_NOTIFY_URLS_PAVEL)." in ran.err


def test_remind_sends_only_what_was_asked_for(
    remind: Remind, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_NOTIFY_URLS", receiver.address("all"))
    monkeypatch.setenv("OKR_NOTIFY_URLS_ANA", receiver.address("ana"))
    ran = remind("--send", "--owner", "pavel")

    assert ran.code == 0, ran.err
    (message,) = receiver.messages
    assert "Ana (ana)" not in message["message"]


def test_message_is_plain_text_without_interpretation(
    remind: Remind, receiver: Receiver, kpi_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = r"'a\nb \x41 :smile: {{app_id}} <b>x</b> @here ${HOME} [w](https://x.org)'"
    write(kpi_root, {"kpis/churn.yaml": CHURN.replace("Churn", title)})
    monkeypatch.setenv("OKR_NOTIFY_URLS", f"{receiver.address('all')}?emojis=yes")
    ran = remind("--send", "--team", "sales")

    assert ran.code == 0, ran.err
    text = receiver.messages[0]["message"].replace("\u2060", "")
    assert title.strip("'") in text
    assert "@here" not in receiver.messages[0]["message"]


def test_address_that_takes_nothing_is_named_by_its_number_only(
    remind: Remind, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = (
        receiver.address("all"),
        receiver.address(f"refused/{SECRET}"),
        f"nonsense://{SECRET}",
        f"json://user:{SECRET}@127.0.0.1:1/",
        SECRET,
    )
    monkeypatch.setenv("OKR_NOTIFY_URLS", " ".join(addresses))
    monkeypatch.setenv("OKR_NOTIFY_URLS_ANA", receiver.address(f"refused/{SECRET}"))
    ran = remind("--send")

    assert ran.code == 3
    assert [each["path"] for each in receiver.messages] == ["/all"]
    assert "Sent to 1 of 6 addresses." in ran.err
    assert "address 2 of 5 in OKR_NOTIFY_URLS, address 3 of 5 in OKR_NOTIFY_URLS" in ran.err
    assert "the address in OKR_NOTIFY_URLS_ANA" in ran.err
    assert SECRET not in ran.out + ran.err


@pytest.mark.parametrize("scheme", ["file", "config", "http", "apprise"])
def test_address_cannot_name_a_configuration_file(
    remind: Remind,
    receiver: Receiver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
) -> None:
    file = tmp_path / "apprise.yaml"
    file.write_text(f"urls: ['{receiver.address('all')}']\n", encoding="utf-8")
    monkeypatch.setenv("OKR_NOTIFY_URLS", f"{scheme}://{file}")

    assert remind("--send").code == 3
    assert receiver.messages == []


def test_addresses_in_files_and_in_apprises_own_variables_are_not_used(
    remind: Remind, receiver: Receiver, kpi_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(kpi_root, {".apprise": receiver.address("all"), "apprise.yml": receiver.address("all")})
    monkeypatch.setenv("APPRISE_URLS", receiver.address("all"))
    ran = remind("--send")

    assert ran.code == 2
    assert "There is no address to send to." in ran.err
    assert "OKR_NOTIFY_URLS_ANA" in ran.err
    assert receiver.messages == []


def test_sending_without_apprise_says_what_to_install(
    remind: Remind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_NOTIFY_URLS", f"json://{SECRET}")
    monkeypatch.setitem(sys.modules, "apprise", None)
    ran = remind("--send")

    assert ran.code == 2
    assert "pip install 'okrcli[notify]'" in ran.err
    assert SECRET not in ran.out + ran.err


def test_showing_needs_no_apprise(remind: Remind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)

    assert remind().code == 0
