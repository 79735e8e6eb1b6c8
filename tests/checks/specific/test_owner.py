import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


BINARY = "type: binary"


@pytest.mark.parametrize(
    ("owners", "message"),
    [
        (("", ""), "2026-Q4/cx has no owner, nor has any of its key results."),
        (("owner: ana,", ""), "2026-Q4/cx has no owner, nor has 1 of its 2 key results."),
        (("owner: ana,", "owner: zoe,"), "2026-Q4/cx has no owner."),
    ],
)
def test_objective_without_an_owner_is_found_once(owners: tuple[str, str], message: str) -> None:
    items = "".join(
        f"  - {{id: k{n}, title: K, {owner} type: binary}}\n" for n, owner in enumerate(owners)
    )
    (finding,) = found_by("S105", {CX: f"title: A\nkey_results:\n{items}"})
    assert finding.message == message


def test_key_results_have_their_objectives_owner() -> None:
    assert (
        found_by(
            "S105", {CX: f"title: A\nowner: ana\nkey_results:\n  - {{id: a, title: A, {BINARY}}}\n"}
        )
        == []
    )
