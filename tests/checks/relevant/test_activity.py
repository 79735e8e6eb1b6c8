import pytest

from tests.checks.title_files import files_with_title
from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    "title",
    [
        "Grow blog posts from 4 to 12",
        "Increase customer meetings from 10 to 25",
        "Aumentar las llamadas realizadas de 200 a 350",
        "Увеличить число звонков с 200 до 350",
        "Raise completion of the billing project from 20% to 100%",
        "Avanzar el despliegue del 30% al 100%",
        "Довести готовность проекта с 30% до 100%",
    ],
)
def test_work_that_is_counted_is_found(title: str) -> None:
    assert len(found_by("R409", files_with_title(title))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Grow orders from blog readers from 4 to 12",
        "Reduce meetings from 25 to 10",
        "Raise the share of calls solved at once from 60% to 75%",
        "Raise completion of profiles from 40% to 70%",
        "Aumentar los pedidos por correo de 200 a 350",
        "Увеличить число заказов с 200 до 350",
    ],
)
def test_what_the_work_changes_is_not_found(title: str) -> None:
    assert found_by("R409", files_with_title(title)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Our competitors lose 10% of their customers",
        "The market grows by 5%",
        "Los competidores pierden un 10% de sus clientes",
        "Курс доллара снижается до 80 рублей",
    ],
)
def test_result_of_others_is_found(title: str) -> None:
    assert len(found_by("R410", files_with_title(title))) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Win 10% of the customers of our competitors",
        "The market share of the new product reaches 5%",
        "Ganar 15 clientes a la competencia",
        "Привлечь 20 клиентов от конкурентов",
    ],
)
def test_result_of_ones_own_is_not_found(title: str) -> None:
    assert found_by("R410", files_with_title(title)) == []
