"""Records that hypothesis draws."""

from datetime import date

from hypothesis import strategies as st

from okrcli.model.checkin import CheckIn
from okrcli.model.readings import Reading
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


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading of one of few KPIs, days and segments, some of them unknown."""
    fields = {
        "date": draw(st.none() | st.dates(date(2026, 10, 26), date(2026, 11, 21))),
        "segment": draw(st.sampled_from([None, "voice", "chat", "fax"])),
        "weight": draw(st.none() | st.integers(0, 3)),
        "note": draw(st.sampled_from([None, "Half of the team was ill."])),
    }
    stated = {name: value for name, value in fields.items() if value is not None}
    kpi = draw(st.sampled_from(["nps", "csat", "happiness", "old_csat", "unknown"]))
    return a_reading(draw(st.integers(-110, 110)), kpi, **stated)


@st.composite
def checkins_with_readings(draw: st.DrawFn) -> list[CheckIn]:
    """Return check-ins that state readings, revise earlier ones and retract some."""
    made: list[CheckIn] = []
    for number in range(draw(st.integers(1, 5))):
        day = draw(st.dates(date(2026, 11, 1), date(2026, 11, 22)))
        taken = draw(st.sampled_from([None, *(checkin.id for checkin in made)]))
        kpi = draw(st.sampled_from([None, "nps", "csat", "old_csat"]))
        checkin = a_checkin(
            day,
            *draw(st.lists(readings(), max_size=8)),
            *draw(st.lists(st.integers(30, 70).map(an_entry), max_size=1)),
            name_end=f"0000000{number}",
            recorded=draw(st.sampled_from([None, f"{day}T18:00:00Z", "2026-11-20T08:00:00Z"])),
            retracted=[{"checkin": taken, "kpi": kpi, "why": "Wrong."}] if taken else [],
        )
        made.append(checkin)
    return made
