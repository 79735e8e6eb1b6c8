import re

from okrcli.wording.patterns import pattern


def test_pattern_behaves_like_the_compiled_expression() -> None:
    digits = pattern(r"(?P<n>\d+)")
    match = digits.search("a 12 b")
    assert match is not None
    assert match["n"] == "12"
    assert digits.findall("1 2") == ["1", "2"]
    assert digits.sub("x", "a1") == "ax"


def test_pattern_takes_flags() -> None:
    assert pattern("A", re.IGNORECASE).fullmatch("a") is not None
