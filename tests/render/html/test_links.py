from okrcli.render.html.links import NoLinks


def test_single_page_has_no_links_to_others() -> None:
    assert NoLinks().href("2026-Q4/cx-leader") == ""
