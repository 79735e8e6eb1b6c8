"""Where it is kept for the user what files hold."""

import os
from pathlib import Path

from okrcli.storage.cache.folder import CacheFolder
from okrcli.system import cache_folder


def own_cache() -> CacheFolder | None:
    """Return the user's folder; `None` if there is none."""
    try:
        return CacheFolder(cache_folder(os.environ, Path.home()))
    except RuntimeError:  # nobody knows where the user's home is
        return None
