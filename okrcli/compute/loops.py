"""Loops among things that name each other: formulas, and objectives by their parents."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

_MOST = 20
"""The most loops of connected names: each costs a search, and mending one may mend others."""

_LONGEST_SHOWN = 12

Graph = Mapping[str, Collection[str]]
"""The names that each name refers to; names that are not keys lead nowhere."""


def loops_in(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return loops of *graph* in alphabetical order, each the shortest through one of its members.

    Each begins with its alphabetically first name. Every name that is in a loop is in one of these,
    unless more than 20 are connected. Takes time linear in the size of the graph.
    """
    loops = chain.from_iterable(_loops_of(component, graph) for component in _components(graph))
    return tuple(sorted(loops))


def loop_text(loop: tuple[str, ...]) -> str:
    """Return *loop* as text that ends where it begins: `a → b → a`; a long loop is shortened."""
    shown = loop
    if (more := len(loop) - _LONGEST_SHOWN) > 1:
        half = _LONGEST_SHOWN // 2
        shown = (*loop[:half], f"{more:,} more", *loop[-half:])
    return " → ".join((*shown, loop[0]))


def _loops_of(component: Collection[str], graph: Graph) -> Iterator[tuple[str, ...]]:
    inside = {name: [named for named in graph[name] if named in component] for name in component}
    left = dict.fromkeys(sorted(component))
    for _ in range(_MOST):
        if not left:
            return
        loop = _shortest_through(next(iter(left)), inside)
        yield loop
        for name in loop:
            left.pop(name, None)


def _shortest_through(name: str, graph: Graph) -> tuple[str, ...]:
    """Return the shortest way from *name*, which is in a loop, back to itself."""
    before: dict[str, str] = {}
    reached = [name]
    for current in reached:  # grows as it goes
        for named in graph[current]:
            if named == name:
                return _from_first(_way_to(current, name, before))
            if named not in before:
                before[named] = current
                reached.append(named)
    raise ValueError(f"{name} is in no loop")


def _way_to(last: str, first: str, before: Mapping[str, str]) -> tuple[str, ...]:
    way = [last]
    while way[-1] != first:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def _from_first(loop: tuple[str, ...]) -> tuple[str, ...]:
    first = loop.index(min(loop))
    return loop[first:] + loop[:first]


def _components(graph: Graph) -> Iterator[frozenset[str]]:
    """Yield the sets of names that all lead to each other, and the names that name themselves.

    The algorithm is that of Kosaraju and Sharir: what a forward search leaves last, a backward
    search collects first.
    """
    users: dict[str, list[str]] = {name: [] for name in graph}
    for name, named in graph.items():
        for used in named:
            if used in users:
                users[used].append(name)
    seen: set[str] = set()
    for name in reversed(_finishing_order(graph)):
        component = frozenset(_visit(name, users, seen))
        if len(component) > 1 or (component and name in graph[name]):
            yield component


def _finishing_order(graph: Graph) -> list[str]:
    """Return the names in the order in which a depth-first search finishes them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in sorted(graph):
        done += _visit(start, graph, seen)
    return done


def _visit(start: str, graph: Graph, seen: set[str]) -> Iterator[str]:
    """Yield the names reached from *start* and not yet *seen*, each after those it leads to."""
    if start in seen:
        return
    seen.add(start)
    open_ = [(start, iter(graph[start]))]
    while open_:
        name, rest = open_[-1]
        following = next((named for named in rest if named in graph and named not in seen), None)
        if following is None:
            open_.pop()
            yield name
        else:
            seen.add(following)
            open_.append((following, iter(graph[following])))
