import subprocess
import time
from datetime import date
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import message, new_checkins, only_checkin
from tests.cli.conftest import Okr
from tests.cli.processes import command, environment
from tests.imports import LONG, READINGS, SEGMENTED, beside, file_of, imported, many
from tests.repositories import commit_file, git, photograph


def test_import_is_one_readable_file_and_one_commit(okr: Okr, root: Path) -> None:
    ran = okr("kpi", "import", beside(root, "export.csv", LONG))

    assert ran.code == 0, ran.err
    found = only_checkin(root)
    assert imported([found]) == READINGS
    assert (found.by, found.date, found.note) == (
        "ana",
        date(2026, 11, 20),
        "Imported from export.csv",
    )
    assert git(root, "show", "--format=", "--name-only") == found.path
    assert message(root) == (
        "Import: nps 2 readings, csat 1 reading\n\n"
        "Imported from export.csv.\n\n"
        "nps  2 new; 2026-10-02 to 2026-10-09\n"
        "csat  1 new, 1 unchanged; 2026-10-02 to 2026-11-06\n\n"
        f"OKR-Checkin: {found.id}\n"
    )
    assert ran.out.splitlines()[:4] == [
        "Imported from export.csv:",
        "  nps  2 new; 2026-10-02 to 2026-10-09",
        "  csat  1 new, 1 unchanged; 2026-10-02 to 2026-11-06",
        f"Recorded in {found.path}.",
    ]
    assert "  - {kpi: nps, date: 2026-10-02, value: 41}\n" in (root / found.path).read_text()


def test_same_file_twice_adds_nothing(okr: Okr, root: Path) -> None:
    path = beside(root, "export.csv", LONG)
    okr("kpi", "import", path)
    before = photograph(root)
    ran = okr("kpi", "import", path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Nothing new: 4 readings are already recorded.\n"
    assert photograph(root) == before


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="TZ is of Unix")
@pytest.mark.parametrize(("team", "day"), [("", "2026-11-19"), ("Asia/Tokyo", "2026-11-20")])
def test_moment_is_of_the_day_of_the_team_else_of_this_computer(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch, team: str, day: str
) -> None:
    if team:
        with (root / "okr.yaml").open("a") as settings:
            settings.write(f"calendar: {{time_zone: {team}}}\n")
    path = beside(root, "stamps.csv", "date,nps\n2026-11-20T02:30:00Z,33\n")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/Bogota")
        time.tzset()
        ran = okr("kpi", "import", path)
    time.tzset()

    assert ran.code == 0, ran.err
    assert [f"{reading.date}" for reading in only_checkin(root).readings] == [day]


def test_lines_above_the_header_are_passed_over_and_said(okr: Okr, root: Path) -> None:
    path = beside(root, "bank.csv", "Extracto;2026\n\nFecha;Saldo\n20.11.2026;33\n")
    ran = okr("kpi", "import", path, "--kpi", "nps", "--map", "value=Saldo", "--dry-run")

    assert ran.code == 0, ran.err
    assert "line 4: nps  2026-11-20  33" in ran.out
    said = f"The columns of {path} are named on line 3; the lines above it are ignored.\n"
    assert ran.err == said


def test_as_many_lines_are_skipped_as_somebody_says(okr: Okr, root: Path) -> None:
    path = beside(root, "twice.csv", "date,nps\n2026-11-19,1\ndate,nps\n2026-11-20,33\n")
    ran = okr("kpi", "import", path, "--skip", "2", "--dry-run")

    assert (ran.code, ran.err) == (0, "")
    assert "line 4: nps  2026-11-20  33" in ran.out


def test_other_values_for_the_same_day_are_corrections(okr: Okr, root: Path) -> None:
    okr("kpi", "import", beside(root, "export.csv", LONG))
    ran = okr("kpi", "import", beside(root, "export.csv", LONG.replace("42.5", "43")))

    assert "  nps  1 corrects an earlier value, 1 unchanged; " in ran.out
    assert "Corrections:\n  nps  2026-10-09  43; it was 42.5\n" in ran.out
    assert imported(new_checkins(root))[-1:] == [("nps", "2026-10-09", "43", None)]


def test_many_readings_are_in_files_that_can_be_read_again(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    path = beside(root, "export.csv", many(5_200))
    ran = okr("kpi", "import", path)

    assert ran.code == 0, ran.err
    assert "  nps  5,200 new; 2012-08-26 to 2026-11-20\n" in ran.out
    assert message(root).startswith("Import: nps 5,200 readings\n")
    found = new_checkins(root)
    assert len(imported(found)) == 5_200
    assert {each.segment for checkin in found for each in checkin.readings} == {"chat"}
    assert okr("kpi", "import", path).out == "Nothing new: 5,200 readings are already recorded.\n"


def test_wrong_row_is_named_and_nothing_is_recorded(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("kpi", "import", "-", stdin="kpi,date,value\ncsat,2026-10-02,41\nnps,2026-10-02,x\n")

    assert ran.code == 3
    assert "standard input:3: " in ran.err
    assert photograph(root) == before


def test_text_is_imported_from_a_pipe(okr: Okr, root: Path) -> None:
    assert okr("kpi", "import", "-", stdin=LONG).code == 0
    assert imported([only_checkin(root)]) == READINGS
    assert only_checkin(root).note == "Imported from standard input"


@pytest.mark.parametrize("form", ["xlsx", "sqlite"])
def test_bytes_are_imported_from_a_pipe(root: Path, form: str) -> None:
    content = Path(file_of(form, root)).read_bytes()
    ran = subprocess.run(
        command("kpi", "import", "-"),
        cwd=root,
        env=environment(),
        input=content,
        capture_output=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert sorted(imported([only_checkin(root)])) == sorted(READINGS)


def test_columns_decimals_and_dates_are_told(okr: Okr, root: Path) -> None:
    text = "Fecha;Valor\n02/10/2026;41,5\n03/10/2026;42\n"
    ran = okr(
        *("kpi", "import", beside(root, "export.csv", text), "--kpi", "nps"),
        *("--map", "date=Fecha", "--map", "value=Valor", "--decimal", "comma", "--dates", "dmy"),
    )

    assert ran.code == 0, ran.err
    assert imported([only_checkin(root)]) == [
        ("nps", "2026-10-02", "41.5", None),
        ("nps", "2026-10-03", "42", None),
    ]


def test_kpi_segment_and_day_are_told(okr: Okr, root: Path) -> None:
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    ran = okr(
        *("kpi", "import", beside(root, "a.csv", "value\n41\n"), "--kpi", "nps"),
        *("--segment", "chat", "--date", "2026-10-02"),
    )

    assert ran.code == 0, ran.err
    assert imported([only_checkin(root)]) == [("nps", "2026-10-02", "41", "chat")]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "One file is needed"),
        (["a.csv", "b.csv"], 2, "One file is needed"),
        (["nothing.csv"], 2, "'nothing.csv' cannot be read: No such file"),
        (["kpis"], 2, "'kpis' cannot be read"),
        (["-", "--map", "value"], 2, "--map: 'value' maps nothing."),
        (["-", "--map", "value=a", "--map", "value=b"], 2, "--map value is given twice."),
        (["-", "--kpi", "nsp"], 3, "There is no KPI 'nsp'"),
        (["-", "--kpi", "nps", "--segment", "fax"], 2, "nps has no segments."),
        (["-", "--date", "2026-11-21"], 2, "in the future"),
        (["-", "--push", "--no-commit"], 2, "--push needs a commit"),
        (["-", "--by", "nobody"], 2, "is not among the people"),
        (["-"], 3, "standard input"),
        (["--all"], 2, "No KPI has a `source`."),
        (["--all", "nps"], 2, "nps has no `source`."),
        (["--all", "nsp"], 3, "There is no KPI 'nsp'"),
        (["--all", "--kpi", "nps"], 2, "--all reads each file as the KPI's"),
    ],
)
def test_command_that_cannot_be_followed_is_refused(
    okr: Okr, root: Path, arguments: list[str], code: int, said: str
) -> None:
    before = photograph(root)
    ran = okr("kpi", "import", *arguments)

    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_dry_run_shows_what_would_be_recorded_and_writes_nothing(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("kpi", "import", beside(root, "a.csv", LONG.replace("70", "71")), "--dry-run")

    assert ran.code == 0, ran.err
    assert ran.out == GOLDEN_DRY_RUN
    assert photograph(root) == before


GOLDEN_DRY_RUN = """\
nps: Net Promoter Score, points
  new                     2
  corrections             0
  unchanged               0
  first          2026-10-02  41
  last           2026-10-09  42.5

csat: CSAT, %
  new                     1
  corrections             1
  unchanged               0
  first          2026-10-02  79
  last           2026-11-06  71

Corrections:
  csat  2026-11-06  71; it was 70
The rows are read as:
  line 2: nps  2026-10-02  41
  line 3: nps  2026-10-09  42.5
  line 4: csat  2026-10-02  79
  line 5: csat  2026-11-06  71

Nothing was written. This would write 1 file in checkins/2026/11/20/: 279 bytes.
The commit would be `Import: nps 2 readings, csat 2 readings`.
"""


def test_dry_run_of_nothing_new_says_so(okr: Okr) -> None:
    ran = okr("kpi", "import", "-", "--dry-run", stdin="kpi,date,value\nnps,2026-11-06,44\n")

    assert ran.out.endswith("Nothing new: 1 reading is already recorded.\n")
