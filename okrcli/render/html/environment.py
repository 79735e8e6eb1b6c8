"""The templates of pages: everything that is put into one is inert and escaped."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from okrcli import __version__
from okrcli.printable import inert, inert_line

_TEMPLATES: Final = "templates"


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
    """Return what differs where pages are drawn differently."""
    texts = sorted(files("okrcli.render.html").joinpath(_TEMPLATES).iterdir(), key=str)
    return __version__ + "".join(hash_of(text.read_text(encoding="utf-8")) for text in texts)


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
