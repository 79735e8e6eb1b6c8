import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pydantic import ValidationError

import okrcli
from okrcli.model.base import INJECTED, OkrModel, Record
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import SCHEMA
from okrcli.model.improvement import Improvement
from okrcli.model.key_results import Maintain
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.schema import attribute_texts, file_schema, schema_text
from okrcli.model.settings import Settings
from okrcli.storage.layout import kind_of
from okrcli.storage.records.plain_data import file_data
from okrcli.storage.records.record_types import MODELS
from okrcli.storage.workspace import load_plan
from okrcli.storage.yaml.reader import read
from tests.render.golden import assert_golden

PROJECT = Path(okrcli.__file__).parent.parent
EXAMPLES = PROJECT / "examples"
OF_THE_PATH = {"id": "a", "cycle": "2026-Q4", "path": "a.yaml"}

every_record = pytest.mark.parametrize("record", MODELS.values(), ids=lambda each: each.__name__)

every_example = pytest.mark.parametrize(
    "name", sorted(each.name for each in EXAMPLES.iterdir() if each.is_dir())
)


@cache
def validator(record: type[Record]) -> Draft7Validator:
    return Draft7Validator(file_schema(record), format_checker=FormatChecker(["date"]))


def data_of(text: str) -> Any:
    document = read("okr.yaml", text.encode())
    assert document.readable, document.findings
    return document.data


def refusals(record: type[Record], data: Any) -> set[str]:
    """Return where the schema refuses *data*, as `key_results/0/due`."""
    errors = validator(record).iter_errors(data)
    return {"/".join(map(str, error.absolute_path)) for error in errors}


def is_a_record(record: type[Record], data: Mapping[str, Any]) -> bool:
    of_the_path = {key: OF_THE_PATH[key] for key in INJECTED & record.model_fields.keys()}
    try:
        record.model_validate({**data, **of_the_path})
    except ValidationError:
        return False
    return True


def keys_of(schema: Any, place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every key that *schema* describes, with its schema; conditions describe none."""
    if isinstance(schema, list):
        for each in schema:
            yield from keys_of(each, place)
    if not isinstance(schema, dict):
        return
    for key, each in schema.get("properties", {}).items():
        if isinstance(each, dict):
            yield f"{place}/{key}", each
            yield from keys_of(each, f"{place}/{key}")
    for word in ("items", "additionalProperties", "anyOf"):
        yield from keys_of(schema.get(word), place)
    for condition in schema.get("allOf", ()):
        if "title" in condition["then"]:  # the keys of one kind of key results
            yield from keys_of(condition["then"], place)


@every_record
def test_schema_is_one_of_draft_7(record: type[Record]) -> None:
    schema = file_schema(record)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert not re.search(r'"(\$ref|\$defs|prefixItems|discriminator)"', schema_text(record))


@every_record
def test_schema_is_the_golden_one(record: type[Record]) -> None:
    assert_golden(f"{record.__name__.lower()}.schema.json", schema_text(record))


def test_schema_is_the_same_in_every_process() -> None:
    script = (
        "from okrcli.model.objective import Objective;"
        "from okrcli.model.schema import schema_text;"
        "import sys; sys.stdout.buffer.write(schema_text(Objective).encode())"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed in ("1", "2")
    }
    assert outputs == {schema_text(Objective)}


@every_record
def test_schema_text_is_indented_json_with_a_last_line_end(record: type[Record]) -> None:
    text = schema_text(record)
    assert json.loads(text) == file_schema(record)
    assert text.startswith('{\n  "$schema"')
    assert text.endswith("\n}\n")


@every_record
def test_schema_says_of_every_key_what_it_is(record: type[Record]) -> None:
    silent = [
        place
        for place, schema in keys_of(file_schema(record))
        if not schema.get("title") or not schema.get("description")
    ]
    assert silent == []


@every_record
def test_descriptions_are_written_for_people_who_know_no_python(record: type[Record]) -> None:
    texts = {place: schema["description"] for place, schema in keys_of(file_schema(record))}
    pythonic = {
        place: text for place, text in texts.items() if re.search(r"None\b|\*\w|\bF\d|tuple", text)
    }
    assert pythonic == {}
    assert [text for text in texts.values() if not text.endswith((".", "?"))] == []


@every_record
def test_schema_has_no_key_that_the_path_gives(record: type[Record]) -> None:
    schema = file_schema(record)
    assert not INJECTED & schema["properties"].keys()
    assert not INJECTED & {*schema["required"]}


def test_schema_has_every_key_of_every_kind_of_key_result() -> None:
    places = {place for place, _ in keys_of(file_schema(Objective))}
    for key in ("id", "type", "amendments", "baseline", "change", "at_least", "steps"):
        assert f"/key_results/{key}" in places


def test_attribute_texts_are_those_of_the_class_and_its_bases_in_one_line() -> None:
    texts = attribute_texts(Maintain)
    assert texts["at_least"] == "The lowest good value."
    assert texts["due"] == "The last day. Default: the cycle's last day."
    assert texts["unit"].endswith("or when the KPI has one.")


def test_attribute_texts_of_a_class_win_over_its_base_s() -> None:
    class Base(OkrModel):
        """One.

        Attributes:
            name: Of the base.
            other: Of the base, too.
        """

    class Own(Base):
        """Two.

        Attributes:
            name: Of its own.

        Not an attribute: this.
        """

    assert attribute_texts(Own) == {"name": "Of its own.", "other": "Of the base, too."}


@every_example
def test_schema_refuses_of_an_example_what_the_check_refuses(name: str) -> None:
    plan = load_plan(EXAMPLES / name)
    refused = {
        (path, place) for path in plan.sources for place in refusals_of_file(EXAMPLES / name, path)
    }
    assert refused == {
        (each.place.path, "/".join(map(str, each.location)))
        for each in plan.findings
        if each.rule == SCHEMA
    }


def refusals_of_file(root: Path, path: str) -> set[str]:
    kind = kind_of(path)
    assert kind is not None
    return refusals(MODELS[kind], read(path, (root / path).read_bytes()).data)


@every_example
def test_what_okr_writes_is_valid(name: str) -> None:
    plan = load_plan(EXAMPLES / name)
    records = (
        plan.settings,
        *plan.objectives,
        *plan.kpis,
        *plan.checkins,
        *plan.improvements,
    )
    assert [each.path for each in records if refusals(type(each), file_data(each))] == []


def with_key_result(rest: str) -> str:
    return f"title: T\nkey_results:\n  - {{id: a, title: A, {rest}}}\n"


def with_amendment(rest: str) -> str:
    amendment = f"{{date: 2026-11-02, why: W, approved_by: ana, {rest}}}"
    return with_key_result(f"type: metric, amendments: [{amendment}]")


def with_entry(rest: str) -> str:
    return f"date: 2026-11-20\nby: ana\nkey_results:\n  - {{key_result: a/b, {rest}}}\n"


def a_plan_to_improve(cause: str, actions: str) -> str:
    goal = "goal: {value: 90, by: 2026-12-31}"
    return f"kpi: csat\nopened: 2026-11-02\n{goal}\ncause: {cause}\nactions: {actions}\n"


GOOD: tuple[tuple[type[Record], str], ...] = (
    (Objective, "title: T\n"),
    (Objective, "title: Стать лучшими\nparent: 2026-Q4/acme-growth\n"),
    (Objective, with_key_result("type: metric")),
    (Objective, with_key_result("type: metric, baseline: 40, target: 60")),
    (Objective, with_key_result("type: metric, baseline: 40, target: [50, 60]")),
    (Objective, with_key_result("type: metric, baseline: unknown, measure_by: 2026-10-31")),
    (Objective, with_key_result("type: metric, change: +15%")),
    (Objective, with_key_result("type: metric, change: +15% of baseline")),
    (Objective, with_key_result("type: metric, change: '+5pp'")),
    (Objective, with_key_result("type: metric, change: -10")),
    (Objective, with_key_result("type: maintain, at_least: 95")),
    (Objective, with_key_result("type: maintain, at_most: 5, cadence: monthly")),
    (Objective, with_key_result("type: milestones, steps: [{id: b, title: B, weight: 0}]")),
    (Objective, with_key_result("type: binary, weight: 0.5, guards: [first_reply]")),
    (Objective, with_amendment("field: target, was: 65, now: [50, 60]")),
    (Objective, with_amendment("field: due, was: null, now: 2026-12-20")),
    (Objective, with_amendment("field: baseline, was: unknown, now: 40")),
    (Settings, "version: 1\n"),
    (Settings, "cycles: {current: {start: 2026-10-01}}\nteams: {top: {name: Top}}\n"),
    (Settings, "rules: {severity: {M101: info}, words: {vague: {add: [robust]}}}\n"),
    (Settings, "calendar: {cycle: half, fiscal_start_month: 12}\n"),
    (Kpi, "title: K\nbounds: [0, null]\ntarget: {range: [1, 2]}\n"),
    (Kpi, "title: K\nsurvey: {type: csat, scale: [1, 5], top_box: [4, 5]}\n"),
    (CheckIn, "date: 2026-11-20\nby: ana\nkudos:\n  - {to: pavel, for: help}\n"),
    (CheckIn, with_entry("value: -1.5, confidence: 10, done: [pilot]")),
    (
        Improvement,
        a_plan_to_improve(
            "{type: other, text: C}", "[{title: A, owner: ana, due: 2026-12-01, status: done}]"
        ),
    ),
)

BAD: tuple[tuple[type[Record], str, str], ...] = (
    (Objective, "owner: ana\n", ""),
    (Objective, "title: T\nid: a-b\n", ""),
    (Objective, "title: T\ncycle: 2026-Q4\n", ""),
    (Objective, "title: T\nonwer: ana\n", ""),
    (Objective, "title: ' '\n", "title"),
    (Objective, "title: 60\n", "title"),
    (Objective, "title: T\nowner: Ana Ruiz\n", "owner"),
    (Objective, "title: T\nparent: a/b/c\n", "parent"),
    (Objective, "title: T\nambition: high\n", "ambition"),
    (Objective, "title: T\napproved_by: [{who: ana}]\n", "approved_by/0"),
    (Objective, "title: T\nkey_results: {id: a}\n", "key_results"),
    (Objective, "title: T\nkey_results: [{id: a, title: A}]\n", "key_results/0"),
    (Objective, with_key_result("type: metrc"), "key_results/0/type"),
    (Objective, with_key_result("type: metric, steps: []"), "key_results/0"),
    (Objective, with_key_result("type: binary, target: 1"), "key_results/0"),
    (Objective, with_key_result('type: metric, target: "60"'), "key_results/0/target"),
    (Objective, with_key_result("type: metric, target: [1, 2, 3]"), "key_results/0/target"),
    (Objective, with_key_result("type: metric, target: true"), "key_results/0/target"),
    (Objective, with_key_result("type: metric, baseline: none"), "key_results/0/baseline"),
    (Objective, with_key_result("type: metric, baseline: unknown"), "key_results/0"),
    (Objective, with_key_result("type: metric, change: a lot"), "key_results/0/change"),
    (Objective, with_key_result("type: metric, target: 5, change: 5"), "key_results/0"),
    (Objective, with_key_result("type: metric, due: 2026-02-30"), "key_results/0/due"),
    (Objective, with_key_result("type: metric, due: 31.12.2026"), "key_results/0/due"),
    (Objective, with_key_result("type: metric, weight: -1"), "key_results/0/weight"),
    (Objective, with_key_result("type: metric, guards: [a-b]"), "key_results/0/guards/0"),
    (Objective, with_key_result("type: maintain"), "key_results/0"),
    (Objective, with_key_result("type: milestones"), "key_results/0"),
    (Objective, with_key_result("type: milestones, steps: []"), "key_results/0/steps"),
    (
        Objective,
        with_amendment("field: note, was: a, now: b"),
        "key_results/0/amendments/0/field",
    ),
    (
        Objective,
        with_amendment("field: due, was: 5, now: null"),
        "key_results/0/amendments/0/was",
    ),
    (
        Objective,
        with_amendment("field: weight, was: 1, now: -1"),
        "key_results/0/amendments/0/now",
    ),
    (Objective, with_amendment("field: target, was: 65"), "key_results/0/amendments/0"),
    (Settings, "versoin: 1\n", ""),
    (Settings, "language: de\n", "language"),
    (Settings, "calendar: {fiscal_start_month: 13}\n", "calendar/fiscal_start_month"),
    (Settings, "checkin: {grace_days: 3.5}\n", "checkin/grace_days"),
    (Settings, "cycles: {now: {end: 2026-12-31}}\n", "cycles/now"),
    (Settings, "teams: {Support Team: {name: Support}}\n", "teams"),
    (Settings, "people: {ana: {nam: Ana}}\n", "people/ana"),
    (Settings, "rules: {words: {vauge: {add: [x]}}}\n", "rules/words"),
    (Settings, "rules: {severity: {M101: fatal}}\n", "rules/severity/M101"),
    (Kpi, "title: K\nbounds: [0]\n", "bounds"),
    (Kpi, "title: K\nbounds: [0, high]\n", "bounds/1"),
    (Kpi, "title: K\ntarget: 60\n", "target"),
    (Kpi, "title: K\ntarget: {by: 2026-12-31}\n", "target"),
    (Kpi, "title: K\ntarget: {range: 5}\n", "target/range"),
    (Kpi, "title: K\ntarget: {value: 5, range: [1, 2]}\n", "target"),
    (Kpi, "title: K\nwarning: -1\n", "warning"),
    (Kpi, "title: K\nsurvey: {type: ces, version: 3}\n", "survey/version"),
    (Kpi, "title: K\nsurvey: {type: nps, scale: [0, 5, 10]}\n", "survey/scale"),
    (Kpi, "title: K\nalert: {breaches: 0}\n", "alert/breaches"),
    (CheckIn, "by: ana\n", ""),
    (CheckIn, with_entry("confidence: 11"), "key_results/0/confidence"),
    (CheckIn, with_entry("confidence: 7.5"), "key_results/0/confidence"),
    (CheckIn, with_entry("value: ten"), "key_results/0/value"),
    (CheckIn, "date: 2026-11-20\nby: ana\nkudos: [{to: ana, reason: x}]\n", "kudos/0"),
    (CheckIn, "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps}]\n", "readings/0"),
    (
        CheckIn,
        "date: 2026-11-20\nby: ana\nkey_results: [{key_result: a}]\n",
        "key_results/0/key_result",
    ),
    (Improvement, "kpi: csat\nopened: 2026-11-02\n", ""),
    (Improvement, a_plan_to_improve("{type: luck, text: C}", "[]"), "cause/type"),
    (Improvement, a_plan_to_improve("{type: other, text: C}", "[]"), "actions"),
)


@pytest.mark.parametrize(("record", "text"), GOOD)
def test_schema_and_record_accept_what_is_right(record: type[Record], text: str) -> None:
    data = data_of(text)
    assert is_a_record(record, data)
    assert refusals(record, data) == set()


@pytest.mark.parametrize(("record", "text", "place"), BAD)
def test_schema_and_record_refuse_what_is_wrong(
    record: type[Record], text: str, place: str
) -> None:
    data = data_of(text)
    is_injected = bool(INJECTED & data.keys())  # the reader refuses what the record takes
    assert is_injected or not is_a_record(record, data)
    assert place in refusals(record, data)


def test_schema_refuses_an_empty_key_that_the_record_forgives() -> None:
    data = data_of("title: T\nowner:\n")
    assert is_a_record(Objective, data)
    assert refusals(Objective, data) == {"owner"}


VALUES: tuple[Any, ...] = (
    "",
    "x",
    "A b",
    "a/b",
    "first_reply",
    "unknown",
    "metric",
    "binary",
    "+15%",
    "2026-12-31",
    "2026-02-30",
    "2026-11-20T09:12:44Z",
    0,
    1,
    -3,
    2.5,
    100,
    True,
    [],
    {},
    ["a"],
    [1, 2],
    [2, 1],
    [1, 5, 7],
    {"value": 1},
    {"name": "x"},
)
KEYS = ("title", "type", "due", "target", "change", "steps", "name", "value", "unknown_key")


@st.composite
def damaged(draw: st.DrawFn) -> tuple[type[Record], Any]:
    """Return the data of a good file after some random changes."""
    record, text = draw(st.sampled_from(GOOD))
    data = data_of(text)
    for _ in range(draw(st.integers(1, 3))):
        _damage(draw, data)
    return record, data


def _damage(draw: st.DrawFn, node: Any) -> None:
    """Change, add or remove one value somewhere in *node*."""
    places: list[Any] = [*node] if isinstance(node, dict) else [*range(len(node))]
    if isinstance(node, dict) and (not places or draw(st.booleans())):
        places = [*places, *KEYS]
    if not places:
        return
    place = draw(st.sampled_from(places))
    inside = node[place] if isinstance(node, list) else node.get(place)
    if isinstance(inside, dict | list) and draw(st.integers(0, 3)):
        _damage(draw, inside)
    elif isinstance(node, dict) and place in node and not draw(st.integers(0, 3)):
        del node[place]
    else:
        node[place] = deepcopy(draw(st.sampled_from(VALUES)))


@settings(max_examples=200)  # most of what is damaged is refused, which says nothing here
@given(damaged())
def test_schema_never_refuses_what_the_record_accepts(case: tuple[type[Record], Any]) -> None:
    record, data = case
    if is_a_record(record, {**data}) and not INJECTED & data.keys():
        assert refusals(record, data) == set()
