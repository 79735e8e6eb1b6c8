"""What a team does in a thousand commits, with a list of all of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.history_of_a_team.commits import Commits, Made
from tests.history_of_a_team.team_files import (
    FED,
    MEASURED,
    OWNERS,
    SUM,
    Silent,
    first_files,
    objective_path,
    silent_changes,
)

COMMITS = 1000
CHECKINS = 300
TODAY = date(2026, 12, 22)
_FIRST = datetime(2026, 9, 14, 8, tzinfo=UTC)
_BEFORE_TODAY = timedelta(days=98)
_FIRST_CHECKIN = 200
_FIRST_SPECIAL = 330
_RARE = 12
"""Check-ins of merges, a squash, a rebase, and those that are not as they should be."""

_AUTHORS = ("ana", "carlos", "pavel")


class Did(NamedTuple):
    """One thing that a commit did, as the log tells it.

    Attributes:
        mark: Of the commit.
        fields: That moved.
        is_silent: Whether nothing in the files says so.
    """

    mark: int
    kind: str
    ref: str
    fields: tuple[str, ...] = ()
    is_silent: bool = False


class Value(NamedTuple):
    """A value that a check-in has; the greatest of a key result is in force."""

    day: date
    recorded: datetime
    checkin: str
    value: int


@dataclass
class Branch:
    """A line of commits."""

    name: str
    tip: int
    files: dict[str, str]


@dataclass
class History:
    """The commits, and what they did.

    Attributes:
        did: In the order of the commits.
        values: At each commit, what check-ins say of each key result, by its first reference.
        refs: At each commit, what key results are called, by their first references.
        said: Which key result each check-in is about, as that was called then.
        moved: On which day a key result came to another objective, by its first reference.
        wrong: What an audit finds: the rule, what it is about, and the commit.
        put_back: What is as it was again.
        silent: Goalposts that moved without an amendment, and are not as they were.
        dropped: Since when what counts no more.
        marks: Names of commits to look back at.
        checked_in: How many check-ins there are in all.
    """

    commits: Commits = field(default_factory=Commits)
    did: list[Did] = field(default_factory=list)
    values: dict[int, Mapping[str, Sequence[Value]]] = field(default_factory=dict)
    wrong: set[tuple[str, str, int]] = field(default_factory=set)
    put_back: set[tuple[str, str, int]] = field(default_factory=set)
    silent: dict[Silent, int] = field(default_factory=dict)
    dropped: dict[str, date] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    folders: dict[int, str] = field(default_factory=dict)
    refs: dict[int, Mapping[str, str]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    moved: dict[str, date] = field(default_factory=dict)
    checked_in: int = 0

    def write(self, top: Path) -> "History":
        """Make the repository *top* of the commits."""
        self.names = dict(self.commits.write(top))
        return self

    def files_at(self, mark: int) -> dict[str, bytes]:
        """Return the workspace's files after a commit, by path from its root."""
        prefix = f"{self.folders[mark]}/"
        return {
            path.removeprefix(prefix): text.encode()
            for path, text in self.commits.files_of(mark).items()
            if path.startswith(prefix)
        }


class Script:
    """Plays the history; `main` is what everybody works on."""

    def __init__(self) -> None:
        self.history = History()
        self.folder = "team/okr"
        self.names = {ref: ref for ref in MEASURED}
        self.current: dict[str, list[Value]] = {ref: [] for ref in MEASURED}
        self.paths: dict[str, str] = {}
        self.main = Branch("main", 0, {})
        self.weekly = 0

    def play(self) -> History:
        """Return the history, from the first commit to the last."""
        self._begin()
        specials = list(self._specials())
        while (made := len(self.history.commits.made)) < COMMITS:
            if specials and made >= _FIRST_SPECIAL and made % 8 == 1:
                specials.pop(0)()
            elif (
                made >= _FIRST_CHECKIN
                and made % 8 in {0, 3, 5, 6}
                and self.weekly < CHECKINS - _RARE
            ):
                self._check_in_of_the_week()
            elif made % 5 == 0:
                self._note()
            else:
                self._work()
        assert not specials, specials
        assert self.history.checked_in == CHECKINS
        return self.history

    # What a commit is made of.

    def now(self) -> datetime:
        """Return the moment of the next commit."""
        return _FIRST + len(self.history.commits.made) * _BEFORE_TODAY / COMMITS

    def commit(
        self,
        who: str,
        changes: Mapping[str, str | None],
        *did: tuple[str, str, tuple[str, ...], bool],
        branch: Branch | None = None,
        others: Sequence[int] = (),
        message: str = "Change",
        authored: datetime | None = None,
    ) -> int:
        """Commit *changes* of files, `None` for one that goes, and note what that did.

        Paths that begin with `/` are not the workspace's.
        """
        line = branch or self.main
        for name, text in changes.items():
            path = name.removeprefix("/") if name.startswith("/") else f"{self.folder}/{name}"
            if text is None:
                del line.files[path]
            else:
                line.files[path] = text
        parents = [line.tip, *others] if line.tip else []
        mark = len(self.history.commits.made) + 1
        moment = self.now()
        self.history.commits.made.append(
            Made(
                mark=mark,
                branch=line.name,
                author=who,
                authored=authored or moment,
                committed=moment,
                message=message,
                parents=tuple(parents),
                files=dict(line.files),
            )
        )
        line.tip = mark
        self.history.did += [Did(mark, *each) for each in did]
        self.history.values[mark] = {ref: tuple(values) for ref, values in self.current.items()}
        self.history.folders[mark] = self.folder
        self.history.refs[mark] = dict(self.names)
        return mark

    def text(self, name: str, branch: Branch | None = None) -> str:
        """Return a file of the workspace as it is."""
        return (branch or self.main).files[f"{self.folder}/{name}"]

    def edited(self, name: str, was: str, now: str) -> dict[str, str | None]:
        """Return the file with a part, which occurs once, changed."""
        text = self.text(name)
        assert text.count(was) == 1, (name, was)
        return {name: text.replace(was, now)}

    def branch(self, name: str) -> Branch:
        """Return a new line of commits that begins here."""
        return Branch(name, self.main.tip, dict(self.main.files))

    # What happens again and again.

    def _begin(self) -> None:
        files = first_files()
        refs: list[str] = []
        for path, text in files.items():
            name = path.rpartition("/")[2].removesuffix(".yaml")
            if path.startswith("kpis/"):
                refs.append(name)
            elif path.startswith("objectives/"):
                objective = f"{path.split('/')[1]}/{name}"
                refs += [objective, *(f"{objective}/{id_}" for id_ in _ids_in(text))]
        self.commit("carlos", dict(files), *(_created(ref) for ref in refs), message="Set up")

    def _work(self) -> None:
        made = len(self.history.commits.made)
        self.commit(_AUTHORS[made % 3], {"/src/app.py": f"VERSION = {made}\n"}, message="Work")

    def _note(self) -> None:
        made = len(self.history.commits.made)
        name = [*OWNERS][made // 5 % 3]
        path = self.paths.get(name, objective_path(name))
        lines = self.text(path).splitlines(keepends=True)
        [old] = [line for line in lines if line.startswith("note: ")]
        ref = f"2026-Q4/{path.rpartition('/')[2].removesuffix('.yaml')}"
        change = self.edited(path, old, f"note: Note {made}\n")
        self.commit(OWNERS[name], change, ("edited", ref, ("note",), False))

    def _check_in_of_the_week(self) -> None:
        original = MEASURED[self.weekly % len(MEASURED)]
        self.check_in(original, self.weekly % 19 + 40)
        self.weekly += 1

    def checkin(
        self, original: str, value: int, day: date | None = None, by: str | None = None
    ) -> tuple[str, str, str]:
        """Return the id, the path and the text of a check-in, which counts from now on."""
        moment, number = self.now(), self.history.checked_in
        dated = day or moment.date()
        who = by or OWNERS[original.split("/")[1]]
        name = f"{dated}-{who}-{number:08x}"
        self.history.checked_in += 1
        self.history.said[name] = self.names[original]
        self.current[original].append(Value(dated, moment, name, value))
        text = (
            f"date: {dated}\nby: {who}\nrecorded: {moment:%Y-%m-%dT%H:%M:%SZ}\nkey_results:\n"
            f"  - {{key_result: {self.names[original]}, value: {value}}}\n"
        )
        return name, f"checkins/{dated:%Y/%m}/{name}.yaml", text

    def check_in(
        self,
        original: str,
        value: int,
        who: str | None = None,
        branch: Branch | None = None,
        day: date | None = None,
    ) -> tuple[int, str, str]:
        """Commit a check-in, and return the commit, the id and the path."""
        name, path, text = self.checkin(original, value, day)
        author = who or OWNERS[original.split("/")[1]]
        event = ("checked_in", name, (), False)
        mark = self.commit(author, {path: text}, event, branch=branch, message="Check in")
        return mark, name, path

    # What happens once.

    def _specials(self) -> Iterator[Callable[[], None]]:
        yield self._first_readings
        yield self._merge
        changes = silent_changes()
        for number, change in enumerate(changes):
            yield lambda change=change: self._silent(change)  # type: ignore[misc]
            if number == len(changes) // 3:
                yield self._lower_a_target
                yield self._rename_folder
                yield self._edit_a_checkin
                yield self._squash
            if number == len(changes) // 2:
                yield self._amend
                yield self._raise_it_again
                yield self._change_before_the_renames
                yield self._rename_objective
                yield self._delete_a_checkin
                yield self._rebase
                yield self._rename_kpi
                yield self._move_key_result
                yield self._rename_key_result
        yield self._merge_a_silent_change
        yield self._pick_an_amendment
        yield self._back_date
        yield self._check_in_for_another
        yield self._retract
        yield self._drop
        yield self._merge

    def _first_readings(self) -> None:
        kpis = sorted(
            path.rpartition("/")[2].removesuffix(".yaml")
            for path in self.main.files
            if "/kpis/" in path and not path.endswith(("of_formula.yaml", SUM))
        )
        moment = self.now()
        name = f"{moment.date()}-ana-feedbeef"
        readings = "".join(f"  - {{kpi: {kpi}, value: 41}}\n" for kpi in kpis)
        text = f"date: {moment.date()}\nby: ana\nreadings:\n{readings}"
        path = f"checkins/{moment:%Y/%m}/{name}.yaml"
        mark = self.commit("ana", {path: text}, ("checked_in", name, (), False))
        self.history.marks["before"] = mark

    def _silent(self, change: Silent) -> None:
        did = ("goalpost_moved", change.ref, change.moves or (change.field,), True)
        is_cycle = change.path == "okr.yaml"
        if change.ref == "2026-Q4/status":
            did = ("goalpost_moved", change.ref, ("status",), True)
        files = self.edited(change.path, change.was, change.now)
        mark = self.commit("pavel", files, *(() if is_cycle else (did,)))
        self.history.silent[change] = mark

    def _lower_a_target(self) -> None:
        path = objective_path("growth")
        lines = self.text(path).replace("target: 60", "target: 50", 1)
        moved = ("goalpost_moved", "2026-Q4/growth/first", ("target",), True)
        mark = self.commit("carlos", {path: lines}, moved)
        self.history.marks["lowered"] = mark
        self.history.put_back.add(("goalpost_moved", "2026-Q4/growth/first", mark))

    def _raise_it_again(self) -> None:
        path = objective_path("growth")
        lines = self.text(path).replace("target: 50", "target: 60", 1)
        moved = ("goalpost_moved", "2026-Q4/growth/first", ("target",), True)
        mark = self.commit("carlos", {path: lines}, moved)
        self.history.put_back.add(("goalpost_moved", "2026-Q4/growth/first", mark))

    def _amend(self) -> None:
        path, day = objective_path("growth"), self.now().date()
        head, tail = self.text(path).split("  - id: third\n")
        changed = tail.replace("target: 60", "target: 70") + (
            f"    amendments:\n      - {{date: {day}, field: target, was: 60, now: 70, why: More,"
            " approved_by: ana}\n"
        )
        text = f"{head}  - id: third\n{changed}"
        amended = ("amended", "2026-Q4/growth/third", ("target",), False)
        self.history.marks["amended"] = self.commit("ana", {path: text}, amended)

    def _rename_folder(self) -> None:
        self.history.marks["old folder"] = self.main.tip
        new = "teams/care"
        self.main.files = {
            path.replace(f"{self.folder}/", f"{new}/", 1): text
            for path, text in self.main.files.items()
        }
        self.folder = new
        self.commit("pavel", {}, message="Move the workspace")

    def _change_before_the_renames(self) -> None:
        path, kpi = objective_path("support"), "kpis/csat.yaml"
        head, tail = self.text(path).split("  - id: third\n")
        text = f"{head}  - id: third\n{tail.replace('target: 60', 'target: 55')}"
        files = {path: text, **self.edited(kpi, "direction: up", "direction: down")}
        mark = self.commit(
            "pavel",
            files,
            ("goalpost_moved", "2026-Q4/support/third", ("target",), True),
            ("goalpost_moved", "csat", ("direction",), True),
        )
        care, kpi = objective_path("care"), "kpis/satisfaction.yaml"
        self.history.silent[Silent(care, "2026-Q4/care/third", "target", "", "")] = mark
        self.history.silent[Silent(kpi, "satisfaction", "direction", "", "")] = mark

    def _rename_objective(self) -> None:
        old, new = objective_path("support"), objective_path("care")
        text = f"{self.text(old)}formerly: [support]\n"
        renamed = ("renamed", "2026-Q4/care", (), False)
        mark = self.commit("ana", {old: None, new: text}, renamed, message="Rename")
        self.history.marks["objective renamed"] = mark
        self.paths["support"] = new
        for ref in MEASURED:
            self.names[ref] = ref.replace("/support/", "/care/")

    def _move_key_result(self) -> None:
        path, ref, day = objective_path("growth"), "2026-Q4/growth/second", self.now().date()
        head, rest = self.text(path).split("  - id: second\n")
        body, tail = rest.split("  - id: third\n")
        former = f"    formerly: [{{ref: growth/second, until: {day}, position: 2}}]\n"
        there = f"{self.text(FED)}  - id: second\n{body}{former}"
        self.names[ref] = "2026-Q4/fed/second"
        self.history.moved[ref] = day
        moved = ("moved", self.names[ref], (), False)
        files = {path: f"{head}  - id: third\n{tail}", FED: there}
        self.history.marks["key result moved"] = self.commit("carlos", files, moved)

    def _rename_key_result(self) -> None:
        path, ref = objective_path("calm"), "2026-Q4/calm/first"
        name = "  - id: {}\n    title: Raise the first of calm\n"
        new = f"{name.format('opening')}    formerly: [calm/first]\n"
        files = self.edited(path, name.format("first"), new)
        self.names[ref] = "2026-Q4/calm/opening"
        renamed = ("renamed", self.names[ref], (), False)
        self.history.marks["key result renamed"] = self.commit("pavel", files, renamed)

    def _rename_kpi(self) -> None:
        text = f"{self.text('kpis/csat.yaml')}formerly: [csat]\n"
        files: dict[str, str | None] = {"kpis/csat.yaml": None, "kpis/satisfaction.yaml": text}
        for path in (FED, SUM):
            files |= self.edited(path, "csat", "satisfaction")
        renamed = ("renamed", "satisfaction", (), False)
        mark = self.commit("ana", files, renamed, message="Rename")
        self.history.marks["KPI renamed"] = mark

    def _value_of_a_checkin(self, original: str) -> Value:
        return self.current[original][3]

    def _edit_a_checkin(self) -> None:
        original = MEASURED[4]
        known = self._value_of_a_checkin(original)
        path = self._path_of(known)
        changed = known._replace(value=known.value + 1)
        self.current[original][3] = changed
        files = self.edited(path, f"value: {known.value}}}", f"value: {changed.value}}}")
        edited = ("checkin_edited", known.checkin, (original,), True)
        mark = self.commit("carlos", files, edited)
        self.history.wrong.add(("H802", path, mark))

    def _delete_a_checkin(self) -> None:
        original = MEASURED[5]
        known = self._value_of_a_checkin(original)
        del self.current[original][3]
        path = self._path_of(known)
        deleted = ("checkin_deleted", known.checkin, (), True)
        mark = self.commit("carlos", {path: None}, deleted)
        self.history.wrong.add(("H802", path, mark))

    def _path_of(self, value: Value) -> str:
        [path] = [path for path in self.main.files if path.endswith(f"/{value.checkin}.yaml")]
        return path.removeprefix(f"{self.folder}/")

    def _back_date(self) -> None:
        day = self.now().date() - timedelta(days=40)
        mark, _, path = self.check_in(MEASURED[3], 47, day=day)
        self.history.wrong.add(("H803", path, mark))

    def _check_in_for_another(self) -> None:
        mark, _, path = self.check_in(MEASURED[6], 48, who="carlos")
        self.history.wrong.add(("H806", path, mark))

    def _retract(self) -> None:
        original = MEASURED[8]
        known = self.current[original].pop()
        moment = self.now()
        name = f"{moment.date()}-pavel-0badcafe"
        text = (
            f"date: {moment.date()}\nby: pavel\nrecorded: {moment:%Y-%m-%dT%H:%M:%SZ}\n"
            f"retracted:\n  - {{checkin: {known.checkin}, why: Wrong sheet}}\n"
        )
        path = f"checkins/{moment:%Y/%m}/{name}.yaml"
        self.commit("pavel", {path: text}, ("retracted", known.checkin, (), False))

    def _drop(self) -> None:
        path, day = objective_path("calm"), self.now().date()
        dropped = f"    dropped: {{date: {day}, why: The tool is gone, approved_by: ana}}\n"
        text = f"{self.text(path)}{dropped}"
        self.history.dropped["2026-Q4/calm/third"] = day
        dropped_by_pavel = ("dropped", "2026-Q4/calm/third", (), False)
        mark = self.commit("pavel", {path: text}, dropped_by_pavel)
        self.history.wrong.add(("H806", path, mark))  # Ana has not said herself that she agrees

    def _merge(self) -> None:
        """Merge a branch of three check-ins while others go on."""
        side = self.branch(f"side-{len(self.history.commits.made)}")
        for number in range(3):
            self.check_in(MEASURED[number * 3], 44 + number, branch=side)
            self._work()
        self.main.files |= {path: text for path, text in side.files.items() if "/checkins/" in path}
        self.commit("carlos", {}, others=[side.tip], message="Merge a branch")

    def _merge_a_silent_change(self) -> None:
        """Lower a target on a branch, which is merged later."""
        path, ref = objective_path("calm"), "2026-Q4/calm/second"
        side = self.branch("lowered")
        text = _with_target(self.text(path), "second", 58)
        moved = ("goalpost_moved", ref, ("target",), True)
        mark = self.commit("carlos", {path: text}, moved, branch=side)
        self.history.silent[Silent(path, ref, "target", "", "")] = mark
        self._work()
        self.commit("pavel", {path: text}, others=[side.tip], message="Merge a branch")

    def _pick_an_amendment(self) -> None:
        """Amend a target on a branch, pick that for the main line, and merge the branch."""
        path, ref, day = objective_path("care"), "2026-Q4/care/second", self.now().date()
        head, tail = _with_target(self.text(path), "second", 66).split("  - id: third\n")
        amendment = (
            f"    amendments:\n      - {{date: {day}, field: target, was: 60, now: 66, why: More,"
            " approved_by: ana}\n"
        )
        text = f"{head}{amendment}  - id: third\n{tail}"
        side = self.branch("picked")
        self.commit("ana", {path: text}, ("amended", ref, ("target",), False), branch=side)
        self._work()
        self.commit("ana", {path: text}, message="Pick a commit")
        self.commit("pavel", {}, others=[side.tip], message="Merge a branch")

    def _squash(self) -> None:
        """Commit at once what two people did on a branch that is gone."""
        side = self.branch("squashed")
        checkins = [self.checkin(ref, 45) for ref in (MEASURED[0], MEASURED[7])]
        for _, path, text in checkins:
            self.commit("ana", {path: text}, branch=side)
        events = [("checked_in", name, (), False) for name, _, _ in checkins]
        people = "\n".join(f"Co-authored-by: {who.title()} <{who}@example.com>" for who in _AUTHORS)
        files = {path: text for _, path, text in checkins}
        self.commit("carlos", files, *events, message=f"Two check-ins (#12)\n\n{people}")

    def _rebase(self) -> None:
        """Put what was done on a branch on top of what came since, with the days of before."""
        side, began = self.branch("rebased"), self.now()
        checkins = [self.checkin(ref, 46) for ref in (MEASURED[1], MEASURED[8])]
        for _, path, text in checkins:
            self.commit("ana", {path: text}, branch=side)
        for _ in range(3):
            self._work()
        for name, path, text in checkins:
            who = name.split("-")[3]
            event = ("checked_in", name, (), False)
            self.commit(who, {path: text}, event, authored=began, message="Check in")


def _created(ref: str) -> tuple[str, str, tuple[str, ...], bool]:
    return "created", ref, (), False


def _with_target(text: str, key_result: str, target: int) -> str:
    head, tail = text.split(f"  - id: {key_result}\n")
    return f"{head}  - id: {key_result}\n{tail.replace('target: 60', f'target: {target}', 1)}"


def _ids_in(text: str) -> Iterator[str]:
    for line in text.split("key_results:")[1].splitlines():
        _, _, rest = line.partition("id: ")
        if rest and line.lstrip().startswith(("- id", "- {id", "{id")):
            yield rest.split(",")[0]
