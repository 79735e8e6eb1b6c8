import pytest

from okrcli.storage.linked import link_finding, link_text


@pytest.mark.parametrize(
    ("raw", "target"),
    [
        (b"../group/nps.yaml", "../group/nps.yaml"),
        (b"../group/nps.yml\n", "../group/nps.yml"),
        (b"# a schema line, as okr writes it\nNPS.YAML\n", "NPS.YAML"),
        (b"kpis/\xff.yaml", "kpis/\ufffd.yaml"),
    ],
)
def test_path_alone_is_a_link_that_git_wrote_as_text(raw: bytes, target: str) -> None:
    assert link_text(raw) == target


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"title: nps.yaml",
        b'"nps.yaml"',
        b"[nps.yaml]",
        b"nps.yaml\n\n",
        b"nps.yaml # why",
        b"nps.toml",
        b"a.yaml\nb.yaml\n",
        b"x" * 4092 + b".yaml",
    ],
)
def test_what_may_be_yaml_is_no_link(raw: bytes) -> None:
    assert link_text(raw) is None


def test_longest_path_of_a_link_is_one() -> None:
    longest = b"x" * 4091 + b".yaml"

    assert len(longest) == 4096
    assert link_text(longest) == longest.decode()


def test_finding_names_the_link_and_where_it_leads() -> None:
    finding = link_finding("kpis/nps.yaml", "../\x1b[31m/nps.yaml")

    assert (finding.rule.code, finding.place) == ("E007", ("kpis/nps.yaml", 1, 1))
    assert "This is a link to '../\ufffd[31m/nps.yaml', and" in finding.message


def test_finding_of_a_link_whose_target_is_not_known_names_none() -> None:
    assert link_finding("kpis").message.startswith("This is a link, and")
