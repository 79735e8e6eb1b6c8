"""A review for programs."""

import json

from okrcli.render.review.json import SCHEMA
from okrcli.render.review.sections import PURPOSE
from tests.render.golden import assert_golden
from tests.render.review.drawn import drawn


def test_review_in_json_is_the_golden_one() -> None:
    assert_golden("review.json", drawn("json"))


def test_review_in_json_says_what_it_is_for_and_rates_nobody() -> None:
    document = json.loads(drawn("json"))
    assert document["schema"] == SCHEMA
    assert document["purpose"] == PURPOSE
    assert not {"rating", "rank", "grade", "score"} & set(document)


def test_review_in_json_has_the_trend_of_each_key_result() -> None:
    nps, training = json.loads(drawn("json"))["key_results"]
    assert [point["confidence"] for point in nps["trend"]] == [7, 7, 7, 7, 7, 5, 5, 5]
    assert [point["day"] for point in training["trend"]][-2:] == ["2026-11-19", "2026-11-20"]
