from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.settings import Settings
from okrcli.storage.records.validation import ValidationResult, record_of
from okrcli.storage.yaml.reader import read

_CHECKIN = "date: 2026-11-20\nby: ana\n"
_OBJECTIVE = "title: Lead\n"


def _checkin(content: str) -> ValidationResult[CheckIn]:
    path = "checkins/2026/x.yaml"
    return record_of(CheckIn, read(path, content.encode()), {"path": path, "id": "x"})


def _objective(content: str) -> ValidationResult[Objective]:
    path = "objectives/2026-Q4/cx.yaml"
    injected = {"path": path, "id": "cx", "cycle": "2026-Q4"}
    return record_of(Objective, read(path, content.encode()), injected)


def _kpi(content: str) -> ValidationResult[Kpi]:
    path = "kpis/nps.yaml"
    return record_of(Kpi, read(path, content.encode()), {"path": path, "id": "nps"})


def _settings(content: str) -> ValidationResult[Settings]:
    return record_of(Settings, read("okr.yaml", content.encode()), {"path": "okr.yaml"})


_LOADERS: dict[str, Callable[[str], ValidationResult[Record]]] = {
    "checkin": _checkin,  # type: ignore[dict-item]  # a kind of record is a record
    "objective": _objective,  # type: ignore[dict-item]
    "kpi": _kpi,  # type: ignore[dict-item]
    "settings": _settings,  # type: ignore[dict-item]
}


def _told(findings: Iterable[Finding]) -> list[tuple[str, int, int, str]]:
    return [(each.rule.code, *each.place[1:], each.message) for each in findings]


def _sentences(findings: Iterable[Finding]) -> list[str]:
    assert {each.rule.code for each in findings} == {"E002"}
    return [
        " ".join(
            filter(None, (f"{each.place.line}:{each.place.column}", each.message, str(each.hint)))
        )
        for each in findings
    ]


def test_validation_gives_the_record_when_nothing_is_wrong() -> None:
    validated = _objective(_OBJECTIVE + "key_results:\n  - {id: nps, title: NPS, type: metric}\n")
    assert validated.record is not None
    assert validated.record.ref == "2026-Q4/cx"
    assert validated.record.path == "objectives/2026-Q4/cx.yaml"
    assert validated.findings == ()
    assert validated.complete


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("37%", "`value` is text, not a number: `37%`."),
        ('"12"', "`value` is text, not a number: `12`."),
        ("true", "`value` is not a number: `true`."),
        (".nan", "`value` is not a finite number: `nan`."),
        ("-.inf", "`value` is not a finite number: `-inf`."),
        ("1e400", "`value` is a number with too many digits: `1E+400`."),
        ("9" * 5_000, f"`value` is a number with too many digits: `{'9' * 39}…`."),
        ("many", "`value` is not a number: `many`."),
        ("[1]", "`value` is not a number."),
    ],
)
@pytest.mark.parametrize("entry", ["key_results:\n  - {key_result: a/b", "readings:\n  - {kpi: b"])
def test_validation_finds_bad_readings(entry: str, value: str, message: str) -> None:
    content = f"{_CHECKIN}{entry}, value: {value}}}\n"
    column = len(entry.splitlines()[1]) + len(", value: ") + 1
    assert _told(_checkin(content).findings) == [("C702", 4, column, message)]


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-02-30", "`due` is not a day in the calendar: `2026-02-30`."),
        ("30.11.2026", "`due` is not a date: write YYYY-MM-DD: `30.11.2026`."),
        ("20261130", "`due` is not a date: write YYYY-MM-DD: `20261130`."),
        ("2026-11-30T10:00:00Z", "`due` is not a date: write YYYY-MM-DD: `2026-11-30T10:00:00Z`."),
    ],
)
def test_validation_finds_days_that_are_none(day: str, message: str) -> None:
    content = (
        f"{_OBJECTIVE}key_results:\n  - id: a\n    title: A\n    type: metric\n    due: {day}\n"
    )
    validated = _objective(content)
    assert _told(validated.findings) == [("E002", 6, 10, message)]
    assert validated.findings[0].ref == "2026-Q4/cx/a"


_NO_ID = "is not lower-case words joined by `-`, as in `cx-leader`"
_KEY_RESULT = "title: T\nkey_results:\n  - {id: a, title: A, "


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("titel: x\n", "1:1 There is no key `titel` here. Did you mean `title`?"),
        ("title: ''\n", "1:8 `title` is empty."),
        ("title:\n", "1:7 `title` is empty. Fill it, or remove the key."),
        ("title: 12\n", '1:8 `title` is not text: `12`. Put it in quotes: "12".'),
        (
            "title: T\nstatus: activ\n",
            (
                "2:9 `status` is not `draft`, `active`, `closed` or `cancelled`: `activ`."
                " Did you mean `active`?"
            ),
        ),
        ("title: T\nowner: Ana B\n", f"2:8 `owner` {_NO_ID}: `Ana B`."),
        (
            _KEY_RESULT + "type: metrik}\n",
            (
                "3:29 `type` is not `metric`, `maintain`, `milestones` or `binary`: `metrik`."
                " Did you mean `metric`?"
            ),
        ),
        (
            _KEY_RESULT + "}\n",
            (
                "3:5 `type` is missing in `a` in `key_results`."
                " Add `type: metric`, or `maintain`, `milestones` or `binary`."
            ),
        ),
        (
            _KEY_RESULT + "type: metric, traget: 60}\n",
            "3:37 There is no key `traget` here. Did you mean `target`?",
        ),
        (
            _KEY_RESULT + "type: binary, binary: nps}\n",
            (
                "3:37 There is no key `binary` here. The keys here are `id`, `title`,"
                " `owner`, `unit`, `kpi`, `start`, `due`, `weight`, `cadence`,"
                " `guards`, `note`, `amendments`, `added`, `dropped`, `formerly` and `type`."
            ),
        ),
        (
            _KEY_RESULT + "type: metric, target: 1, change: 1}\n",
            ("3:5 `a` in `key_results` has both `target` and `change`: keep only one of them."),
        ),
        ("title: T\nkey_results: none\n", "2:14 `key_results` is not a list: `none`."),
        (
            "title: T\nkey_results: [a]\n",
            "2:15 Item 1 of `key_results` is not a mapping with keys: `a`.",
        ),
    ],
)
def test_validation_says_what_is_wrong_with_an_objective(content: str, expected: str) -> None:
    assert _sentences(_objective(content).findings) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("survey: {type: csat, scale: [1]}", "2:29 `scale` has too few items."),
        ("survey: {type: csat, scale: [1, 5, 7]}", "2:29 `scale` has more than 2 items."),
        ("alert: {of: 0}", "2:13 `of` is below 1: `0`."),
        ("alert: {xmr: 1.5}", "2:14 `xmr` is not true or false: `1.5`."),
        (
            "serves: [a/b/c]",
            (
                "2:10 Item 1 of `serves` does not name an objective, as in `2026-Q4/cx-leader`:"
                " `a/b/c`."
            ),
        ),
        ("segments: [chat, 'a b']", f"2:18 Item 2 of `segments` {_NO_ID}: `a b`."),
        ("unit: ' '", "2:7 `unit` is empty: ` `."),
        (
            "target: {value: 1, range: [1, 2]}",
            "2:9 `target` needs either `value` or `range`.",
        ),
    ],
)
def test_validation_says_what_is_wrong_with_a_kpi(content: str, expected: str) -> None:
    assert _sentences(_kpi(f"title: T\n{content}\n").findings) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("teams: {A b: {name: A}}", f"1:9 A key of `teams` {_NO_ID}: `A b`."),
        (
            "rules: {words: {vage: {}}}",
            (
                "1:17 A key of `words` is not `vague`, `change`, `reach`, `task`, `keep`, `weasel`,"
                " `placeholder` or `vanity`: `vage`. Did you mean `vague`?"
            ),
        ),
        ("checkin: [weekly]", "1:10 `checkin` is not a mapping with keys."),
        ("checkin: {grace_days: 3.5}", "1:23 `grace_days` is not a whole number: `3.5`."),
        ("calendar: {fiscal_start_month: 13}", "1:11 `calendar` has no such month: write 1 to 12."),
    ],
)
def test_validation_says_what_is_wrong_with_settings(content: str, expected: str) -> None:
    assert _sentences(_settings(content + "\n").findings) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("by: ana\n", "1:1 `date` is missing. Add `date:` with its value."),
        (
            _CHECKIN + "key_results: [{key_result: a/b, confidence: 11}]\n",
            "3:45 `confidence` is above 10: `11`.",
        ),
        (
            _CHECKIN + "key_results: [{key_result: a}]\n",
            "3:28 `key_result` does not name a key result, as in `2026-Q4/cx-leader/nps`: `a`.",
        ),
        (
            _CHECKIN + "recorded: 2026-11-20\n",
            "3:11 `recorded` is not a moment: write it like 2026-11-20T09:12:44Z: `2026-11-20`.",
        ),
        (
            _CHECKIN + "readings: [{kpi: csat, valeu: 3}]\n",
            "3:24 There is no key `valeu` here. Did you mean `value`?",
        ),
    ],
)
def test_validation_says_what_is_wrong_with_a_check_in(content: str, expected: str) -> None:
    assert _sentences(_checkin(content).findings) == [expected]


def test_validation_knows_a_key_by_the_name_that_a_file_uses() -> None:
    findings = _checkin(_CHECKIN + "kudos: [{to: ana, reason: x}]\n").findings
    assert _sentences(findings) == [
        "3:9 `for` is missing in item 1 of `kudos`. Add `for:` with its value.",
        "3:19 There is no key `reason` here. The keys here are `to` and `for`.",
    ]


def test_validation_knows_the_keys_of_what_has_a_name_of_its_own() -> None:
    findings = _settings("teams:\n  support: {name: Support, led: ana}\n").findings
    assert _sentences(findings) == ["2:28 There is no key `led` here. Did you mean `lead`?"]


def test_validation_tells_a_misspelt_key_once_when_it_is_required() -> None:
    validated = _objective("titel: x\n")
    assert len(validated.findings) == 1
    assert validated.record is None


def test_validation_finds_every_problem_in_one_run() -> None:
    findings = _objective(
        "title: T\nowner: A\nkey_results:\n"
        "  - {id: a, title: A, type: metric, due: x, weight: -1}\n"
        "  - {id: B, title: A, type: binary}\n"
        "  - {id: c, title: C, type: metric, note: 3, target: 1, change: 1}\n"
        "x: 1\n"
    ).findings
    assert [each.place[1:] for each in findings] == [
        (2, 8),
        (4, 42),
        (4, 53),
        (5, 10),
        (6, 43),
        (7, 1),
        (6, 5),
    ]


def test_validation_tells_nothing_that_only_follows_from_what_it_left_out() -> None:
    validated = _objective(
        "title: T\nkey_results:\n"
        "  - {id: a, title: A, type: maintain, at_least: many}\n"
        "  - {id: b, title: B, type: milestones, steps: [{id: x}]}\n"
        "  - {id: c, title: C, type: metric, baseline: unknown, measure_by: soon}\n"
    )
    assert [each.place.line for each in validated.findings] == [3, 4, 5]


def test_validation_keeps_the_rest_of_a_record() -> None:
    validated = _objective(
        "title: T\nowner: Ana\nkey_results:\n"
        "  - {id: a, title: A, type: metric, due: x, target: 60}\n"
        "  - {id: b, title: 12, type: binary}\n"
        "  - {id: c, title: C, type: binary}\n"
    )
    assert validated.record is not None
    assert validated.record.owner is None
    assert [each.id for each in validated.record.key_results] == ["a", "c"]
    assert validated.record.key_results[0].due is None
    assert not validated.complete


def test_validation_keeps_a_list_whose_only_item_has_a_wrong_optional_key() -> None:
    validated = _objective(
        _KEY_RESULT + "type: milestones, steps: [{id: x, title: X, due: soon}]}\n"
    )
    assert _sentences(validated.findings) == ["3:72 `due` is not a date: write YYYY-MM-DD: `soon`."]
    assert validated.record is not None
    assert validated.complete
    assert len(validated.record.key_results) == 1


def test_validation_tells_a_hundred_problems_and_counts_the_others() -> None:
    content = "".join(f"key_{number}: 1\n" for number in range(5_000))
    findings = _objective("title: T\n" + content).findings
    assert len(findings) == 101
    assert findings[-1].message == "The file has 4,900 more problems."


def test_validation_calls_a_record_complete_when_only_single_keys_are_left_out() -> None:
    validated = _objective("title: T\nowner: Ana\nxx: 1\n")
    assert validated.complete
    assert validated.record is not None


def test_validation_makes_no_record_when_something_required_is_wrong() -> None:
    validated = _checkin("date: 2026-13-01\nby: ana\n")
    assert validated.record is None
    assert not validated.complete


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("id", "`id` cannot be a key of this file: the id is the file's name."),
        ("path", "`path` cannot be a key of this file: the path is where the file stands."),
        ("cycle", "`cycle` cannot be a key of this file: the cycle is the folder's name."),
    ],
)
def test_validation_refuses_keys_that_the_path_says(key: str, message: str) -> None:
    validated = _objective(f"title: T\n{key}: other\n")
    assert _told(validated.findings) == [("E002", 2, 1, message)]
    assert validated.record is not None
    assert validated.record.ref == "2026-Q4/cx"


def test_validation_offers_no_key_that_the_path_says() -> None:
    [finding] = _kpi("title: T\nquite_another: 1\n").findings
    assert "`title`" in str(finding.hint)
    assert "`id`" not in str(finding.hint)
    assert "`path`" not in str(finding.hint)


def test_validation_shows_control_characters_and_long_values_harmlessly() -> None:
    [finding] = _objective(f'title: T\nowner: "\\e[31m{"x" * 100}"\n').findings
    assert "\x1b" not in finding.message
    assert "`\ufffd[31mxxx" in finding.message
    assert finding.message.endswith("x…`.")


def test_validation_names_the_key_result_or_kpi_that_an_entry_is_about() -> None:
    content = (
        _CHECKIN
        + "note: 3\nkey_results: [{key_result: a/b, value: x}]\nreadings: [{kpi: csat, value: x}]\n"
    )
    assert [each.ref for each in _checkin(content).findings] == [None, "a/b", "csat"]
    assert _kpi("title: 3\n").findings[0].ref == "nps"


_WORDS = [
    "x",
    "12",
    "metric",
    "maintain",
    "2026-11-20",
    ".nan",
    "''",
    "-1",
    "true",
    "unknown",
    "'['",
]
_KEYS = [
    "id",
    "title",
    "type",
    "target",
    "steps",
    "weight",
    "date",
    "value",
    "name",
    "vague",
    "was",
]
_VALUES = st.recursive(
    st.sampled_from(_WORDS),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"
        )
    ),
    max_leaves=10,
)


_MODELS: dict[str, type[Record]] = {
    "objective": Objective,
    "checkin": CheckIn,
    "kpi": Kpi,
    "settings": Settings,
}


@pytest.mark.parametrize("kind", sorted(_LOADERS))
@given(data=st.data())
def test_validation_gives_a_record_or_findings_for_anything_that_can_be_read(
    kind: str, data: st.DataObject
) -> None:
    names = st.sampled_from(sorted({*_MODELS[kind].model_fields, "for", "xx"}))
    pairs = data.draw(st.dictionaries(names, _VALUES, min_size=1, max_size=5))
    content = "".join(f"{key}: {value}\n" for key, value in pairs.items())
    validated = _LOADERS[kind](content)
    assert validated.record is not None or validated.findings
    assert all(each.message.endswith(".") for each in validated.findings)
    assert all(1 <= each.place.line <= len(pairs) for each in validated.findings)
