import pytest

from okrcli.model.finding import Location
from okrcli.storage.yaml.reader import read
from tests.storage.bulk.imported import HEAD, PATH, TEXT, checked, ordinarily_read


def test_place_in_a_long_bulk_file_is_right() -> None:
    lines = [
        f'  - {{"kpi": "nps", "date": "2026-11-02", "value": {each}}}\n' for each in range(12_000)
    ]
    lines[10_112] = lines[10_112].replace("2026-11-02", "2026-11-31")
    document = read(PATH, (HEAD + "readings:\n" + "".join(lines)).encode())
    [finding] = checked(document).findings
    assert finding.place == (PATH, 10_116, 28)
    assert document.place(("readings", 11_999, "value")) == (PATH, 12_003, 51)
    assert document.line_text(12_003).endswith('"value": 11999}')


def test_place_of_what_is_not_in_a_bulk_file_is_its_nearest_parent() -> None:
    quick, ordinary = read(PATH, TEXT.encode()), ordinarily_read(TEXT)
    locations: list[Location] = [
        ("readings", 3),
        ("readings", "x"),
        ("readings", 0, "note"),
        ("kudos", 0),
    ]
    for location in locations:
        assert quick.place(location) == ordinary.place(location)
        assert quick.key_place(location) == ordinary.key_place(location)
        assert not quick.places.nearest(location)[1]


@pytest.mark.parametrize("name", ["kpi", "date", "value", "note"])
def test_node_in_a_line_is_worked_out_from_that_line_alone(name: str) -> None:
    places = read(PATH, TEXT.encode()).places
    node, exact = places.nearest(("readings", 1, name))

    assert exact
    assert TEXT[node.key :].startswith(f'"{name}"')
    assert TEXT[node.start : node.end] in TEXT.splitlines()[4]


def test_item_is_all_between_its_braces_with_what_is_inside_it() -> None:
    node, _ = read(PATH, TEXT.encode()).places.nearest(("readings", 2))

    assert TEXT[node.start : node.end] == '{"kpi": "nps", "date": "2026-11-03", "value": -4.5e1}'
    assert TEXT[node.children["value"].start :].startswith("-4.5e1}")


def test_root_and_section_reach_to_the_end_of_the_file() -> None:
    places = read(PATH, TEXT.encode()).places

    for location in ((), ("readings",)):
        node, exact = places.nearest(location)
        assert (node.end, node.children, exact) == (len(TEXT) - 1, {}, True)
    assert TEXT[slice(*places.nearest(("by",))[0][:2])] == "ana"


def test_data_and_root_are_those_of_the_whole_file() -> None:
    quick, whole = read(PATH, TEXT.encode()).places, ordinarily_read(TEXT).places

    assert quick.data == whole.data
    assert quick.root == whole.root
