import pytest

from okrcli.wording.roles.losses import speaks_of_a_loss


@pytest.mark.parametrize(
    "flat", ["cut the loss", "reducir el deficit", "сократить убыток", "кассовый разрыв"]
)
def test_speaks_of_a_loss_below_zero(flat: str) -> None:
    assert speaks_of_a_loss(flat)


def test_speaks_of_a_loss_is_false_for_costs() -> None:
    assert not speaks_of_a_loss("cut the cost")
