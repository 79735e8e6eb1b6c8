"""Every format of the catalogue, whole."""

import pytest

from okrcli.model.settings import Language
from okrcli.render import CATALOG_FORMATS
from tests.render.catalog.drawn import explained, rendered, whole
from tests.render.golden import assert_golden

FILES = {"text": "catalog.txt", "markdown": "catalog.md", "json": "catalog.json"}
EXPLAINED: dict[str, Language] = {"churn_rate": "en", "nps": "es", "forecast_accuracy": "ru"}


@pytest.mark.parametrize("name", FILES)
def test_formats_of_the_catalogue_are_the_golden_ones(name: str) -> None:
    views = [whole(), *(explained(*each) for each in EXPLAINED.items())]
    views = views[1:] if name == "json" else views

    assert_golden(FILES[name], "\n".join(rendered(view, name) for view in views))


def test_every_format_of_the_catalogue_has_a_golden_file() -> None:
    assert set(FILES) == set(CATALOG_FORMATS)
