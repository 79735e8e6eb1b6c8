import pytest

from okrcli.sources.base import Refusal
from okrcli.sources.segments import segment_of

SEGMENTS = ("voice", "live-chat")


@pytest.mark.parametrize("text", ["live-chat", "Live Chat", " LIVE_CHAT "])
def test_segment_is_found_in_whatever_case_and_spacing(text: str) -> None:
    assert segment_of(text, SEGMENTS) == "live-chat"


@pytest.mark.parametrize(
    ("text", "segments", "said"),
    [
        ("voise", SEGMENTS, "There is no segment \"voise\": did you mean 'voice'?"),
        ("mail", SEGMENTS, 'There is no segment "mail": there are voice, live-chat.'),
        ("mail", (), 'There is no segment "mail": the KPI has none.'),
    ],
)
def test_unknown_segment_is_refused_with_those_that_there_are(
    text: str, segments: tuple[str, ...], said: str
) -> None:
    found = segment_of(text, segments)

    assert (found, type(found)) == (said, Refusal)
