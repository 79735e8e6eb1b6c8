import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from okrcli.cli.options.files import columns_of, content_of, standard_input, table_content
from okrcli.errors import UsageError


def test_columns_are_named_by_field() -> None:
    assert columns_of(["date=Fecha", " value = Valor = total"]) == {
        "date": "Fecha",
        "value": "Valor = total",
    }
    assert columns_of([]) == {}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["date"], "'date' maps nothing"),
        (["=Fecha"], "'=Fecha' maps nothing"),
        (["date="], "'date=' maps nothing"),
        (["date=A", "date=B"], "--map date is given twice"),
    ],
)
def test_column_that_maps_nothing_or_twice_is_refused(values: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        columns_of(values)


def test_content_is_that_of_the_file_or_of_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"date\r\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))

    assert content_of(str(file), 6) == b"date\r\n"
    assert table_content(str(file)) == b"date\r\n"
    assert content_of("-", 6) == b"\xff"


def test_content_that_is_too_long_or_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"date\r\n")

    with pytest.raises(UsageError, match="has more than 5 bytes, so nothing was recorded"):
        content_of(str(file), 5)
    with pytest.raises(UsageError, match=r"none\.csv' cannot be read: No such file"):
        content_of(str(tmp_path / "none.csv"), 5)
    with pytest.raises(UsageError, match="cannot be read"):
        content_of("a\0b", 5)


def test_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(UsageError, match="Standard input is closed"):
        standard_input()


def test_pipe_is_read_while_it_is_written_to_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UsageError, match="is not a regular file but a pipe, and nothing writes"):
        content_of(str(pipe), 6)

    reader, writer = os.pipe()  # as a shell does for `<(...)`

    def write() -> None:
        os.write(writer, b"date\r\n")
        os.close(writer)

    late = Thread(target=write)
    late.start()
    assert content_of(f"/dev/fd/{reader}", 6) == b"date\r\n"
    late.join()
    os.close(reader)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="has no such devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_device_is_refused(device: str) -> None:
    with pytest.raises(UsageError, match=f"'{device}' is not a regular file") as refused:
        content_of(device, 6)
    assert refused.value.hints == ("Name the file itself, or `-` to read standard input.",)


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        content_of(str(tmp_path), 6)
