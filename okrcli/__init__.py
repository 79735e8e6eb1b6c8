"""OKRs as files in git: the package behind the command `okr`."""

__version__ = "0.1.0"
