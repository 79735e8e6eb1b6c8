import pytest

from okrcli.checks.fix import SetText, without
from okrcli.model.finding import Ignore, Place


def an_ignore(*codes: str, reason: str = "") -> Ignore:
    return Ignore(Place("kpis/nps.yaml", 3, 9), codes, reason, False, 3, 3)


@pytest.mark.parametrize(
    ("ignore", "names", "comment"),
    [
        (an_ignore("M202", "R402", reason="later"), {"M202"}, "# okr: ignore[R402] later"),
        (an_ignore("M202", "no-so-what"), {"M202"}, "# okr: ignore[no-so-what]"),
        (an_ignore("M202", reason="later"), {"M202"}, ""),
        (an_ignore("M202", "R402"), {"M202", "R402"}, ""),
        (an_ignore("b", "a", "c"), {"a"}, "# okr: ignore[b, c]"),
    ],
)
def test_names_are_taken_out_of_a_comment_that_keeps_its_reason(
    ignore: Ignore, names: set[str], comment: str
) -> None:
    mended = without(ignore, frozenset(names))

    assert (mended.comment, mended.ignore) == (comment, ignore)


def test_fix_names_the_file_that_it_changes() -> None:
    fixes = (without(an_ignore("M202"), frozenset()), SetText("kpis/nps.yaml", ("title",), "NPS"))

    assert {fix.path for fix in fixes} == {"kpis/nps.yaml"}
