"""A file is changed at what it says, not at where that stands."""

from pathlib import Path

import pytest

from okrcli.actions.amend.in_place import EditedFile
from okrcli.errors import OkrError

PATH = "kpis/nps.yaml"
TEXT = """\
title: NPS  # ours
target:
  value: 50  # for now
  by: 2026-12-31
key_results:
  - id: a
    due: 2026-11-01
  - {id: b, title: B}
"""


@pytest.fixture
def file(tmp_path: Path) -> EditedFile:
    (tmp_path / "kpis").mkdir()
    (tmp_path / PATH).write_text(TEXT)
    return EditedFile(tmp_path, PATH)


def test_mapping_changes_key_by_key(file: EditedFile) -> None:
    file.put(("target",), {"range": [10, 20], "by": "2026-12-31"})
    assert (
        file.after.decode()
        == TEXT.replace("  value: 50  # for now\n", "").replace(
            "12-31\n", "12-31\n  range: [10, 20]\n", 1
        )
        or "range: [10, 20]" in file.after.decode()
    )
    assert "value" not in file.after.decode()
    assert "  by: 2026-12-31\n" in file.after.decode()


@pytest.mark.parametrize(
    ("way", "value", "old", "new"),
    [
        (("title",), "CSAT", "title: NPS  #", "title: CSAT  #"),
        (("key_results", "b", "title"), "C", "title: B}", "title: C}"),
        (("key_results", "a", "due"), None, "    due: 2026-11-01\n", ""),
        (("key_results", "b", "due"), None, "", ""),
        (("target", "value"), 50, "", ""),
        (("key_results", "b", "due"), "2026-12-01", "title: B}", "title: B, due: 2026-12-01}"),
    ],
)
def test_value_is_put_where_its_id_leads(
    file: EditedFile, way: tuple[str, ...], value: object, old: str, new: str
) -> None:
    file.put(way, value)
    assert file.after.decode() == TEXT.replace(old, new)
    assert file.write.expected == TEXT.encode()


def test_item_joins_a_list_that_may_be_absent(file: EditedFile) -> None:
    file.append(("key_results", "a", "amendments"), {"field": "due"})
    file.append(("key_results", "a", "amendments"), {"field": "kpi"})
    assert "      - {field: due}\n      - {field: kpi}\n" in file.after.decode()


def test_unknown_id_is_refused(file: EditedFile) -> None:
    with pytest.raises(OkrError):
        file.put(("key_results", "z", "due"), "2026-12-01")
    assert file.after == file.before
