import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.changes import changed
from tests.fuzz.targets import TARGETS, Target


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_target_takes_a_file_of_the_examples(target: Target) -> None:
    assert target.seeds
    for seed in target.seeds[:3]:
        target.take(seed)


@given(st.data())
@settings(max_examples=20)
def test_targets_take_changed_files(data: st.DataObject) -> None:
    target = data.draw(
        st.sampled_from(
            [each for each in TARGETS if each.name in {"yaml", "csv", "json", "sentence"}]
        )
    )
    target.take(data.draw(changed(target.seeds[:3])))
