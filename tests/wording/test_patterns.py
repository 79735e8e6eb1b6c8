import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import get_args

import pytest

from okrcli import wording
from okrcli.wording.languages.lexicon import Language
from okrcli.wording.letters import flatten
from okrcli.wording.patterns import SignedPattern, pattern, signed_pattern
from tests.wording.corpus import labelled


def signed_patterns() -> Iterator[SignedPattern]:
    """Yield all that the reading of titles has."""
    for module in walk_packages(wording.__path__, f"{wording.__name__}."):
        values = vars(import_module(module.name)).values()
        yield from (value for value in values if isinstance(value, SignedPattern))


SIGNED = {known.source: known for known in signed_patterns()}


def test_pattern_behaves_like_the_compiled_expression() -> None:
    digits = pattern(r"(?P<n>\d+)")
    match = digits.search("a 12 b")
    assert match is not None
    assert match["n"] == "12"
    assert digits.findall("1 2") == ["1", "2"]
    assert digits.sub("x", "a1") == "ax"


def test_pattern_takes_flags() -> None:
    assert pattern("A", re.IGNORECASE).fullmatch("a") is not None


def test_signed_pattern_is_found_as_without_its_signs() -> None:
    top = signed_pattern("top|best", r"\b(?:top|best)\s$")

    assert top.search("the top 5", 0, 8) is not None
    assert top.search("the top 5", 0, 7) is None
    assert top.search("the first 5") is None


@pytest.mark.parametrize("source", SIGNED)
def test_each_match_in_a_labelled_title_has_one_of_the_signs(source: str) -> None:
    plain, signed = re.compile(source), SIGNED[source]
    titles = [flatten(one.text) for language in get_args(Language) for one in labelled(language)]

    for title in titles:
        for end in {match.start() for match in re.finditer(r"\d+", title)} | {len(title)}:
            match, found = plain.search(title, 0, end), signed.search(title, 0, end)
            assert (match and match.span()) == (found and found.span()), title
