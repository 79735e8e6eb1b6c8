from typing import get_args

import pytest

from okrcli.render.html.site import KINDS
from okrcli.views.site import SitePage
from tests.actions.site.sites import WORKSPACE, a_site, drawn
from tests.cli.workspaces import write
from tests.render.html.test_report import outline


def test_every_kind_of_page_is_drawn() -> None:
    assert {page.template for page in get_args(SitePage)} == set(KINDS)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = write(tmp_path_factory.mktemp("acme"), dict(WORKSPACE))
    return dict(drawn(a_site(root)))


def test_every_page_is_whole_with_headings_in_order(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        found = outline(text)
        assert len(found.ids) == len(set(found.ids)), path
        assert found.headings[0] == 1, path


def test_no_page_loads_anything_and_only_the_search_runs_something(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        active = [name for name in outline(text).active if not name.startswith("href")]
        assert active == (["script"] if path == "search.html" else []), path


def test_links_lead_within_the_site_or_to_the_repository(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for name in outline(text).active:
            if name.startswith("href"):
                target = name.removeprefix("href ")
                is_file = target.startswith("https://github.com/acme/okrs/")
                assert is_file or ":" not in target, (path, target)
