"""What only a command that runs imports: neither its help nor the completion of its options."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import reload

_runs: ContextVar[bool] = ContextVar("runs", default=True)
_unfinished: list[str] = []


def will_run(module: str) -> bool:
    """Return whether *module*, which is being imported, is going to run a command.

    Where it says no, the module is imported again before it has to.
    """
    if not _runs.get():
        _unfinished.append(module)
    return _runs.get()


@contextmanager
def only_described() -> Iterator[None]:
    """Import modules meanwhile without what they need to run."""
    token = _runs.set(False)
    try:
        yield
    finally:
        _runs.reset(token)


def finish_imports() -> None:
    """Import what modules need to run, where they were imported only to be described.

    Their functions stay valid: they look up what they use in the module when they are called.
    """
    while _unfinished:
        reload(sys.modules[_unfinished.pop()])
