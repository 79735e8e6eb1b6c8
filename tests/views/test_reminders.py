from okrcli.views.reminders import Reminders, by_owner
from tests.render.kpi_samples import a_due
from tests.render.samples import DAY


def test_what_somebody_owes_stands_together_and_what_nobody_owns_comes_last() -> None:
    nobodys, bens, first, second = (
        a_due(owner=owner, ref=ref)
        for owner, ref in ((None, "a"), ("ben", "b"), ("ana", "c"), ("ana", "d"))
    )

    assert by_owner([nobodys, bens, first, second]) == [
        ("ana", [first, second]),
        ("ben", [bens]),
        (None, [nobodys]),
    ]


def test_people_are_called_by_their_name_and_id() -> None:
    reminders = Reminders("Acme", DAY, (), {"ana": "Ana Pérez"})

    assert reminders.name_of("ana") == "Ana Pérez (ana)"
    assert reminders.name_of("ben") == "ben"
    assert reminders.name_of(None) == "nobody"
