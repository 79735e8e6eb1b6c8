from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from okrcli.model.base import CycleId, Id, KeyResultRef, KpiId, ObjectiveRef, Text
from okrcli.model.finding import Location
from okrcli.model.people import GitHubName
from okrcli.storage.records.sentences import choices, join_names, predicate, subject, with_value


def error_of(annotated: Any, value: object) -> Any:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(annotated).validate_python(value)
    return refused.value.errors(include_url=False, include_input=False)[0]


@pytest.mark.parametrize(
    ("annotated", "value", "said"),
    [
        (Id, "CX Leader", "is not lower-case words joined by `-`, as in `cx-leader`"),
        (KpiId, "first-reply", "is not lower-case words joined by `_`, as in `first_reply`"),
        (CycleId, "Q4 2026", "is not the name of a cycle, as in `2026-Q4`"),
        (ObjectiveRef, "a/b/c", "does not name an objective, as in `2026-Q4/cx-leader`"),
        (KeyResultRef, "nps", "does not name a key result, as in `2026-Q4/cx-leader/nps`"),
        (GitHubName, "-ana-", "is not the name of a GitHub account, as in `ana-garcia`"),
        (Text, "", "is empty"),
    ],
)
def test_form_of_a_name_is_told_with_an_example(annotated: Any, value: str, said: str) -> None:
    assert predicate(error_of(annotated, value), value) == said


@pytest.mark.parametrize(
    ("kind", "allowed", "said"),
    [
        (
            "literal_error",
            {"expected": "'up', 'down' or 'range'"},
            "is not `up`, `down` or `range`",
        ),
        ("union_tag_invalid", {"expected_tags": "'a', 'b'"}, "is not `a` or `b`"),
        ("string_too_long", {"max_length": 80}, "is longer than 80 characters"),
        ("string_pattern_mismatch", {"pattern": "^x$"}, "does not have the form ^x$"),
        ("greater_than_equal", {"ge": 0}, "is below 0"),
        ("less_than_equal", {"le": 10}, "is above 10"),
        ("too_long", {"max_length": 3}, "has more than 3 items"),
        ("model_type", {}, "is not a mapping with keys"),
    ],
)
def test_what_is_allowed_is_told(kind: str, allowed: dict[str, Any], said: str) -> None:
    assert predicate({"type": kind, "ctx": allowed}, 5) == said


def test_empty_value_is_called_empty_whatever_it_should_be() -> None:
    assert predicate({"type": "int_type"}, None) == "is empty"


def test_sentence_of_a_record_itself_is_taken_as_it_is() -> None:
    assert predicate({"type": "value_error", "msg": "has two goals"}, None) == "has two goals"


def test_choices_are_what_stands_in_quotes() -> None:
    assert choices("'metric', 'maintain' or 'binary'") == ["metric", "maintain", "binary"]


@pytest.mark.parametrize(
    ("values", "text"),
    [(["a"], "`a`"), (["a", "b"], "`a` or `b`"), (["a", "b", "c"], "`a`, `b` or `c`")],
)
def test_list_has_its_word_before_the_last(values: list[str], text: str) -> None:
    assert join_names(values, "or") == text


@pytest.mark.parametrize(
    ("location", "item", "named"),
    [
        ((), {}, "The file"),
        (("title",), 5, "`title`"),
        (("key_results", 0, "due"), "x", "`due`"),
        (("key_results", 0), {"id": "nps"}, "`nps` in `key_results`"),
        (("key_results", 1), {"id": 5}, "Item 2 of `key_results`"),
        (("guards", 0), "x", "Item 1 of `guards`"),
        (("key_results", 2, "target", 0), 1, "Item 1 of `target`"),
        (("teams", "The A", "[key]"), None, "A key of `teams`"),
        (("\x1b[1m",), 1, "`\ufffd[1m`"),
    ],
)
def test_subject_names_what_stands_there(location: Location, item: object, named: str) -> None:
    assert subject(location, item) == named


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("x", "`due` is wrong: `x`."),
        (0, "`due` is wrong: `0`."),
        (False, "`due` is wrong: `false`."),
        (None, "`due` is wrong."),
        ("", "`due` is wrong."),
        ([1], "`due` is wrong."),
        ({}, "`due` is wrong."),
    ],
)
def test_value_follows_when_it_is_a_scalar(value: object, sentence: str) -> None:
    assert with_value("`due` is wrong", value) == sentence
