"""A network taken apart: one layer behind the other, and between them branches side by side.

Places are counted as in :class:`~quizapp.calc.Network`: the inputs, then the nodes.
"""

from collections.abc import Iterable, Iterator
from functools import reduce

from quizapp.calc import Network
from quizapp.calc.layers.learned import Parameter
from quizapp.frozen import dataclass

START = -1
"""Where all inputs come from."""


@dataclass(frozen=True, slots=True)
class Fork:
    """Branches from one place to where they meet again; an empty one is a straight line."""

    branches: "tuple[Chain, ...]"


@dataclass(frozen=True, slots=True)
class Side:
    """A branch that meets nothing again, such as an auxiliary head."""

    branch: "Chain"


@dataclass(frozen=True, slots=True)
class Woven:
    """Places that no nesting of branches puts in order: each has to say what feeds it."""

    places: tuple[int, ...]


Item = int | Fork | Side | Woven
Chain = tuple[Item, ...]
"""Places, and what lies between one and the next."""


def chain_of(network: Network, deepest: int) -> Chain:
    """The whole network. Branches nested deeper than ``deepest`` are left woven."""
    wiring = _Wiring(network)
    return _whole(wiring, range(len(wiring.feeds)), START, deepest)


def parameters_taken(network: Network) -> Iterator[tuple[int, int]]:
    """Places that nothing feeds but what is learned, each with the place that takes it in."""
    count = len(network.inputs)
    for place, node in enumerate(network.nodes, count):
        if isinstance(node.layer, Parameter):
            takers = [n for n, other in enumerate(network.nodes, count) if place in other.sources]
            if len(takers) == 1:
                yield place, takers[0]


class _Wiring:
    """The edges of a network, both ways; a parameter begins where it is taken in."""

    def __init__(self, network: Network) -> None:
        self.feeds: list[tuple[int, ...]] = [(START,)] * len(network.inputs)
        self.feeds += [node.sources for node in network.nodes]
        for place, taker in parameters_taken(network):
            beside = [feed for feed in self.feeds[taker] if feed < place]
            if beside:
                self.feeds[place] = (max(beside),)
        self.leads: dict[int, list[int]] = {place: [] for place in range(START, len(self.feeds))}
        for place, feeds in enumerate(self.feeds):
            for feed in dict.fromkeys(feeds):
                self.leads[feed].append(place)

    def leading_to(self, last: int, inside: set[int]) -> set[int]:
        """The places inside from which one comes to the last."""
        found, open_ = {last}, [last]
        while open_:
            near = inside.intersection(self.feeds[open_.pop()]) - found
            found |= near
            open_ += near
        return found

    def between(self, start: int, end: int, inside: set[int]) -> set[int]:
        """The places inside to which one comes from the start, before the end."""
        found: set[int] = set()
        open_ = [start]
        while open_:
            near = inside.intersection(self.leads[open_.pop()]) - found - {end}
            found |= near
            open_ += near
        return found

    def parts(self, places: set[int]) -> list[set[int]]:
        """Places in pieces that do not touch each other."""
        parts: list[set[int]] = []
        left = set(places)
        for first in sorted(places):
            if first not in left:
                continue
            part, open_ = {first}, [first]
            while open_:
                here = open_.pop()
                near = (left & {*self.feeds[here], *self.leads[here]}) - part
                part |= near
                open_ += near
            left -= part
            parts.append(part)
        return parts


def _whole(wiring: _Wiring, places: Iterable[int], start: int, deepest: int) -> Chain:
    """All these places, which ``start`` feeds: the way to the last of them, and its sides."""
    inside = set(places)
    last = max(inside)
    living = wiring.leading_to(last, inside)
    sides: dict[int, list[set[int]]] = {}
    astray: set[int] = set()
    for part in wiring.parts(inside - living):
        roots = {feed for place in part for feed in wiring.feeds[place]} - part
        if len(roots) == 1:
            sides.setdefault(roots.pop(), []).append(part)
        else:
            astray |= part
    chain = _Way(wiring, living, start, sides).follow(start, None, deepest)
    return (*chain, _woven(astray)) if astray else chain


def _woven(places: Iterable[int]) -> Woven:
    return Woven(tuple(sorted(places)))


class _Way:
    """The way through places that all lead to the last of them."""

    def __init__(
        self, wiring: _Wiring, living: set[int], start: int, sides: dict[int, list[set[int]]]
    ) -> None:
        self.wiring = wiring
        self.living = living
        self.sides = sides
        self.meetings = _Meetings(wiring, living, start)

    def follow(self, here: int, end: int | None, deepest: int) -> Chain:
        """From behind a place on, to before ``end`` or with the last one."""
        items: list[Item] = []
        while True:
            items += [self._side(part, here, deepest - 1) for part in self.sides.get(here, ())]
            meeting = self.meetings.of[here]
            if meeting == here:
                return tuple(items)
            items += self._branches(here, meeting, self.living, deepest)
            if meeting == end:
                return tuple(items)
            items.append(meeting)
            here = meeting

    def _side(self, part: set[int], start: int, deepest: int) -> Side | Woven:
        if deepest < 0:
            return _woven(part)
        return Side(_whole(self.wiring, part, start, deepest))

    def _branches(self, start: int, end: int, inside: set[int], deepest: int) -> Chain:
        """What lies inside between a place and the one where all its branches meet."""
        feeds = self.wiring.feeds[end]
        lines = [place for place, feed in enumerate(feeds) if feed == start]
        between = self.wiring.between(start, end, inside)
        parts = self.wiring.parts(between)
        if len(parts) + len(lines) > 1 and deepest < 1:
            return (self._with_sides(between),) if between else ()
        branches: list[tuple[int, Chain]] = [(place, ()) for place in lines]
        for part in parts:
            arrives = min(place for place, feed in enumerate(feeds) if feed in part)
            branches.append((arrives, self._branch(start, end, part, deepest - 1)))
        if len(branches) == 1:
            return branches[0][1]
        return (Fork(tuple([chain for _, chain in sorted(branches, key=lambda it: it[0])])),)

    def _branch(self, start: int, end: int, part: set[int], deepest: int) -> Chain:
        entries = [place for place in sorted(part) if start in self.wiring.feeds[place]]
        meeting = reduce(self.meetings.common, entries)
        if meeting == end:
            return (self._with_sides(part),)
        before = self._branches(start, meeting, part, deepest)
        return (*before, meeting, *self.follow(meeting, end, deepest))

    def _with_sides(self, part: set[int]) -> Woven:
        return _woven(part.union(*(side for place in part for side in self.sides.get(place, ()))))


class _Meetings:
    """For each place the first through which every way onwards leads; the last has but itself."""

    def __init__(self, wiring: _Wiring, living: set[int], start: int) -> None:
        last, *before = sorted(living, reverse=True)
        self.of = {last: last}
        self.height = {last: 0}
        for place in (*before, start):
            meeting = reduce(self.common, living.intersection(wiring.leads[place]))
            self.of[place] = meeting
            self.height[place] = self.height[meeting] + 1

    def common(self, one: int, other: int) -> int:
        """The first place through which every way from either of two leads."""
        while one != other:
            if self.height[one] > self.height[other]:
                one = self.of[one]
            else:
                other = self.of[other]
        return one
