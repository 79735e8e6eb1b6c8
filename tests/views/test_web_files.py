from urllib.parse import parse_qs, urlsplit

import pytest

from okrcli.views.web_files import Forge, WebFiles

CONTENT = "date: 2026-11-20 # the day\nby: ana & co\n  - value: # 100 %\n"
PATH = "checkins/2026/11/20/2026-11-20-ana-1.yaml"


@pytest.mark.parametrize(
    ("forge", "file", "commit", "new", "fields"),
    [
        (Forge.GITHUB, "/blob/main/", "/commit/", "/new/main/", ("filename", "value")),
        (Forge.GITLAB, "/-/blob/main/", "/-/commit/", "/-/new/main/", ("file_name", "content")),
        (Forge.FORGEJO, "/src/branch/main/", "/commit/", "/_new/main/", ("filename", "value")),
    ],
)
def test_each_forge_has_its_addresses(
    forge: Forge, file: str, commit: str, new: str, fields: tuple[str, str]
) -> None:
    web = WebFiles(forge, "https://x.org/a/b", "main", "okrs")
    added = urlsplit(web.address_to_add(PATH, CONTENT))
    name, content = fields

    assert web.address_of("kpis/nps.yaml", 3) == f"https://x.org/a/b{file}okrs/kpis/nps.yaml#L3"
    assert web.address_of_commit("abc") == f"https://x.org/a/b{commit}abc"
    assert added.path == f"/a/b{new}okrs/checkins/2026/11/20"
    assert parse_qs(added.query) == {name: ["2026-11-20-ana-1.yaml"], content: [CONTENT]}


def test_names_are_quoted() -> None:
    web = WebFiles(Forge.GITHUB, "https://github.com/a/b", 'ünder "x"#', ".")

    assert web.address_of("a b?.yaml").endswith("/blob/%C3%BCnder%20%22x%22%23/a%20b%3F.yaml")
