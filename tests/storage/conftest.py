"""What the storage tests share."""

from collections.abc import Callable
from typing import cast

import pytest

from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.reader import read
from tests.storage.parsers import INSTALLED

Read = Callable[[bytes | str], Document]


@pytest.fixture(params=sorted(INSTALLED))
def read_file(request: pytest.FixtureRequest) -> Read:
    """Return what reads a file, once with each parser."""
    parser = INSTALLED[cast("str", request.param)]

    def read_with(content: bytes | str) -> Document:
        raw = content if isinstance(content, bytes) else content.encode()
        return read("kpis/nps.yaml", raw, parser)

    return read_with


def only_finding(document: Document) -> tuple[str, int, int, str]:
    """Return code, line, column and message of the one thing that is wrong in *document*."""
    [finding] = document.findings
    return finding.rule.code, finding.place.line, finding.place.column, finding.message
