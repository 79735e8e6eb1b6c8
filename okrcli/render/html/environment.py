"""The templates of pages: everything that is put into one is inert and escaped."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from okrcli import __version__
from okrcli.printable import inert, inert_line

_TEMPLATES: Final = "templates"
_RENDER: Final = Path(__file__).parents[1]
_DRAWING: Final = frozenset({".py", ".html", ".css", ".js"})


def render_page(template: str, **values: Any) -> str:
    """Return the page that *template* makes of *values*."""
    return _environment().get_template(template).render(values)


def finish(value: object) -> object:
    """Return what a template puts where it names *value*: markup as it is, text made inert."""
    return value if isinstance(value, Markup) else inert(str(value))


def exact(line: str) -> Markup:
    """Return *line* inert, but with the spaces that it begins with and holds."""
    return escape(inert_line(line))


@cache
def stamp() -> str:
    """Return what differs where pages are drawn differently.

    The version alone does not tell: okr may be installed from any commit.
    """
    digest = hashlib.sha256(__version__.encode())
    for file in sorted(_RENDER.rglob("*")):
        if file.suffix in _DRAWING:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def hash_of(text: str) -> str:
    """Return how a Content-Security-Policy names the one style or script that is *text*."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def own_text(name: str) -> Markup:
    """Return a style or script of our own, as it stands in each page."""
    text = files("okrcli.render.html").joinpath(_TEMPLATES, name).read_text(encoding="utf-8")
    return Markup(text.strip())  # noqa: S704  it is our own


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=finish,
        loader=PackageLoader("okrcli.render.html", _TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["own_text"] = own_text
    environment.globals["hash_of"] = hash_of
    environment.globals["exact"] = exact
    return environment
