"""Keeps pydantic from looking for plugins of other packages, which takes as long as half of it."""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_VARIABLE = "PYDANTIC_DISABLE_PLUGINS"
_ALL = "__all__"
_LOADER = "pydantic.plugin._loader"


def disable_plugins() -> None:
    """Disable all plugins of pydantic, unless the environment says which.

    Although they are disabled, pydantic imports the module that would look for them, and that one
    imports `importlib.metadata`, `email` and `zipfile`: so pydantic finds another module there.
    """
    if os.environ.setdefault(_VARIABLE, _ALL) == _ALL and _LOADER not in sys.modules:
        module = ModuleType(_LOADER)
        module.__dict__.update(get_plugins=tuple, __getattr__=_of_loader)
        sys.modules[_LOADER] = module


def _of_loader(name: str) -> Any:
    """Return what a pydantic of another version looks for in its loader, which it then gets."""
    if name.startswith("__"):  # Python itself asks, as for `__path__`
        raise AttributeError(name)
    del sys.modules[_LOADER]
    return getattr(import_module(_LOADER), name)
