from okrcli.views.site import cycle_ref, person_ref, team_ref


def test_references_of_pages_are_no_references_of_things() -> None:
    refs = {cycle_ref("a"), team_ref("a"), person_ref("a"), "a", "a/a"}

    assert len(refs) == 5
