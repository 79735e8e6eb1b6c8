import base64
import hashlib
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from okrcli.render.html.environment import (
    finish,
    hash_of,
    own_text,
    render_page,
    stamp,
)


def test_text_is_inert_and_markup_stays() -> None:
    assert finish("a\x1b[31m\n\u202eb") == "a\ufffd[31m \ufffdb"
    assert finish(Markup("<b>")) == Markup("<b>")
    assert finish(7) == "7"


def test_hash_is_that_of_the_policy() -> None:
    digest = base64.b64encode(hashlib.sha256(b"a{}").digest()).decode()

    assert hash_of("a{}") == f"'sha256-{digest}'"


def test_style_loads_nothing_and_ends_nowhere_early() -> None:
    style = own_text("style.css")

    assert not [word for word in ("url(", "@import", "</", "http") if word in style]


def test_what_a_template_wants_must_be_there() -> None:
    with pytest.raises(UndefinedError):
        render_page("report.html", page={})


def test_stamp_is_that_of_what_draws_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = stamp.__wrapped__()
    monkeypatch.setattr("okrcli.render.html.environment._RENDER", tmp_path)
    (tmp_path / "one.py").write_text("a = 1", encoding="utf-8")
    one = stamp.__wrapped__()
    (tmp_path / "one.py").write_text("a = 2", encoding="utf-8")

    assert len({whole, one, stamp.__wrapped__()}) == 3
