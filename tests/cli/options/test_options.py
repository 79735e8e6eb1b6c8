import io
import os
import sys
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from okrcli.cli import options
from okrcli.cli.options import Invocation, day_of_option, with_invocation
from okrcli.cli.options.own import own_cache
from okrcli.errors import UsageError, WorkspaceError
from okrcli.model import time_zone
from tests.cli.conftest import Okr


class Terminal(io.StringIO):
    """A terminal of the given encoding."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@with_invocation
def command(invocation: Invocation, *, word: str = "hello") -> tuple[Invocation, str]:
    return invocation, word


_COMMON = {
    "root": None,
    "today": None,
    "no_input": False,
    "no_cache": False,
    "color": "auto",
    "ascii": False,
}


def invocation(**options: object) -> Invocation:
    made, _ = command(**{**_COMMON, "word": "x", **options})
    return made


def test_command_gets_its_own_options_beside_the_common_ones() -> None:
    _, word = command(**_COMMON, word="mine")

    assert word == "mine"


def test_today_is_the_clock_s_day_unless_it_is_given() -> None:
    before = datetime.now(UTC).astimezone().date()
    found = invocation().today

    assert before <= found <= datetime.now(UTC).astimezone().date()
    assert invocation(today="2026-11-20").today == date(2026, 11, 20)


class _LateInLondon(datetime):
    """A clock that stands at half past eight in the evening, UTC, of 20 November."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_LateInLondon":
        return cls(2026, 11, 20, 20, 30, tzinfo=UTC).astimezone(tz)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("America/Bogota", "2026-11-20"), ("Asia/Vladivostok", "2026-11-21"), ("UTC", "2026-11-20")],
)
def test_today_is_the_day_in_the_team_s_time_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, day: str
) -> None:
    monkeypatch.setattr(options, "datetime", _LateInLondon)
    (tmp_path / "okr.yaml").write_text(f"version: 1\ncalendar: {{time_zone: {zone}}}\n")
    (tmp_path / "kpis").mkdir()
    monkeypatch.chdir(tmp_path / "kpis")

    assert str(invocation().today) == day
    assert str(invocation(today="2026-01-01").today) == "2026-01-01"


def test_today_is_refused_where_the_computer_has_no_time_zones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "okr.yaml").write_text("version: 1\ncalendar: {time_zone: America/Bogota}\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(time_zone, "knows_zones", lambda: False)

    with pytest.raises(WorkspaceError, match="no time zone data") as refused:
        _ = invocation().today
    assert "--today" in str(refused.value.hints)


@pytest.mark.parametrize("text", ["calendar: {time_zone: Mars/X}\n", "calendar: [time_zone\n", "x"])
def test_today_is_the_computer_s_where_the_time_zone_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "okr.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    before = datetime.now(UTC).astimezone().date()
    assert before <= invocation().today <= datetime.now(UTC).astimezone().date()


def test_now_is_the_clock_s_moment_whatever_today_is() -> None:
    before = datetime.now(UTC)

    assert before <= invocation(today="2020-01-01").now() <= datetime.now(UTC)


def test_folder_is_the_working_directory_unless_root_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert invocation().folder == tmp_path
    assert invocation(root=Path("elsewhere")).folder == Path("elsewhere")


@pytest.mark.parametrize("text", ["2026-02-30", "20261120", "today", "2026-11-20T00:00", ""])
def test_day_is_refused_unless_it_is_written_out(text: str) -> None:
    with pytest.raises(UsageError, match=r"^--today: '.*' is not a date"):
        day_of_option("--today", text)


@pytest.mark.parametrize(
    ("terminal", "choice", "variables", "expected"),
    [
        (True, "auto", {}, True),
        (False, "auto", {}, False),
        (True, "auto", {"NO_COLOR": "1"}, False),
        (True, "auto", {"NO_COLOR": ""}, True),
        (False, "auto", {"FORCE_COLOR": "1"}, True),
        (True, "auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, "auto", {"TERM": "dumb"}, False),
        (False, "always", {"NO_COLOR": "1"}, True),
        (True, "never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_option_variables_and_terminal(
    terminal: bool,
    choice: str,
    variables: dict[str, str],
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())

    assert invocation(color=choice).colour is expected


def test_somebody_can_answer_only_at_a_terminal_and_without_no_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert invocation().interactive
    assert not invocation(no_input=True).interactive

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not invocation().interactive


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", False), ("latin-1", True)])
def test_symbols_are_ascii_where_the_terminal_lacks_others(
    encoding: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(terminal, "encoding", encoding, raising=False)
    monkeypatch.setattr(sys, "stdout", terminal)

    assert invocation().ascii is expected
    assert invocation(ascii=True).ascii


@pytest.mark.parametrize("stream", [Terminal, io.StringIO])
def test_width_is_what_columns_says_also_in_a_pipe(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "123")
    monkeypatch.setattr(sys, "stdout", stream())

    assert invocation().width == 123


@pytest.mark.parametrize("columns", [None, "", "wide", "-5"])
def test_width_is_the_terminal_s_or_unknown_when_columns_says_nothing(
    columns: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((97, 40)))

    monkeypatch.setattr(sys, "stdout", Terminal())
    assert invocation().width == 97

    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert invocation().width is None


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "objective", "Lead\udcff", "--owner", "ana"],
        ["checkin", "cx-leader/hours", "16", "--note", "\udcff"],
        ["checkin", "--kudos", "pavel: \udcff"],
        ["init", "elsewhere", "--name", "\udcff"],
        ["init", "folder\udcff"],
        ["report", "--today", "\udcff"],
        ["kpi", "import", "a.csv", "--map", "value=\udcff"],
    ],
    ids=ascii,
)
def test_argument_that_is_not_utf8_is_a_usage_error_and_changes_nothing(
    okr: Okr, root: Path, arguments: list[str]
) -> None:
    before = sorted(root.rglob("*"))

    ran = okr(*arguments)
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert "\ufffd" in ran.err
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["checkin", "--kudos", f"pavel: {'a' * 10_001}"],
            "`for` is longer than 10000 characters.",
        ),
        (["checkin", "--note", "a" * 10_001], "`note` is longer than 10000 characters."),
        (["init", "elsewhere", "--name", "a" * 10_001], "`name` is longer than 10000 characters."),
        (["init", "elsewhere", "--name", " "], "`name` is empty."),
        (["init", " "], "`name` is empty."),
    ],
)
def test_argument_that_no_file_can_hold_is_a_usage_error_and_changes_nothing(
    okr: Okr, root: Path, arguments: list[str], said: str
) -> None:
    before = sorted(root.rglob("*"))

    ran = okr(*arguments)
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert said in ran.err
    assert sorted(root.rglob("*")) == before


def test_name_of_a_file_may_be_any_bytes(okr: Okr, root: Path) -> None:
    file = root.parent / "report\udcff.csv"

    assert okr("report", "--output", f"csv={file}").code == 0
    assert file.read_text(encoding="utf-8").startswith("kind,ref,")


def test_nothing_is_kept_with_the_option_or_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    assert invocation().cache() == own_cache()
    assert invocation(no_cache=True).cache() is None
    monkeypatch.setenv("OKR_NO_CACHE", "1")
    assert invocation().cache() is None
