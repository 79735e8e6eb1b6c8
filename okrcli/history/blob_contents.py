"""What many blobs hold, as one run of git tells it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from okrcli.errors import HistoryError
from okrcli.history.command import FETCH_MISSING


class BlobContents(Mapping[str, bytes]):
    """Contents by git's names, each cut out of what git said when it is asked for.

    Of thousands that are searched, a few are read.
    """

    def __init__(self, blobs: Sequence[str] = (), output: bytes = b"") -> None:
        """Find the contents of *blobs* in the *output* of `git cat-file --batch`.

        Each comes as `NAME blob SIZE`, a line end, its content, and a line end.

        Raises:
            HistoryError: A content is not in this clone.
        """
        self._blobs = blobs
        self._output = output
        self._starts, self._ends = array("Q"), array("Q")
        end = -1
        for blob in blobs:
            # Any of its names may have been asked for, so the length of this line is not known.
            start = output.index(b"\n", end + 1) + 1
            size = output[end + 1 : start - 1].rpartition(b" ")[2]
            if not size.isdigit():  # NAME missing
                raise HistoryError(f"The content {blob} is not in this clone.", FETCH_MISSING)
            end = start + int(size)
            self._starts.append(start)
            self._ends.append(end)

    def __getitem__(self, blob: str) -> bytes:
        """Return what *blob* holds."""
        number = self._numbers[blob]
        return self._output[self._starts[number] : self._ends[number]]

    def __contains__(self, blob: object) -> bool:
        """Return whether *blob* was asked for, without cutting out what it holds."""
        return blob in self._numbers

    def __iter__(self) -> Iterator[str]:
        """Yield git's names."""
        return iter(self._blobs)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._blobs)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {blob: number for number, blob in enumerate(self._blobs)}

    def with_one_of(self, words: Iterable[bytes]) -> set[str]:
        """Return git's names of those in which one of *words* is.

        All are searched at once: one by one takes ten times as long.
        """
        return {self._blobs[number] for word in words for number in self._numbers_with(word)}

    def _numbers_with(self, word: bytes) -> Iterator[int]:
        at = self._output.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            is_inside = number >= 0 and at + len(word) <= self._ends[number]
            if is_inside:
                yield number
            at = self._output.find(word, self._ends[number] if is_inside else at + 1)
