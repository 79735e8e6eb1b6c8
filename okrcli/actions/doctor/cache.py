"""What is kept of files that were read, where, and how much that is."""

from collections.abc import Iterator

from okrcli.compute.rounding import count_text, size_text
from okrcli.storage.cache.folder import CacheFolder
from okrcli.views.doctor import Diagnosis, State


def cache_diagnoses(cache: CacheFolder | None) -> Iterator[Diagnosis]:
    """Yield where *cache* is and how much it has; nothing where there is none yet."""
    if cache is None or not cache.path.exists():
        return
    if not cache.is_own():
        message = f"'{cache.path}' is not used: others may write there, or it leads elsewhere."
        hint = "Remove it, and okr makes it again."
        yield Diagnosis("cache", State.WARNING, message, (hint,))
        return
    files = cache.files()
    size = size_text(sum(status.st_size for status in files.values()))
    kept = f"{count_text(len(files), 'file')}, {size}, in '{cache.path}'"
    yield Diagnosis("cache", State.OK, kept)
