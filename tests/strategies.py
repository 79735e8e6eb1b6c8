"""Records that hypothesis draws."""

from hypothesis import strategies as st

from okrcli.model.checkin import CheckIn
from tests.builders import a_checkin, a_reading, an_entry


@st.composite
def checkins_that_look_alike(draw: st.DrawFn) -> list[CheckIn]:
    """Return check-ins of one day in few folders, of few names and moments, each path once."""
    moments = st.sampled_from([None, "2026-11-16T08:00:00Z", "2026-11-16T18:00:00Z"])
    parts = st.tuples(moments, st.sampled_from("ab"), st.sampled_from(["2026", "2026/11", "team"]))
    drawn = draw(st.lists(parts, min_size=1, max_size=6, unique_by=lambda part: part[1:]))
    return [
        a_checkin(
            "2026-11-16",
            an_entry(value),
            a_reading(value),
            recorded=recorded,
            name_end=name,
            path=f"checkins/{folder}/2026-11-16-ana-{name}.yaml",
            followups=[{"improvement": "nps-plan", "note": str(value)}],
        )
        for value, (recorded, name, folder) in enumerate(drawn)
    ]
