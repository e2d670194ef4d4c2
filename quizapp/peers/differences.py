"""Where do the answers of a group part? The step, never who, never which is right.

Everything here looks at the *set* of answers: the same set gives the same text whoever gave which,
and the right answer is one among them.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import product

from quizapp.bank import Calculated
from quizapp.calc import TRUE
from quizapp.drawing import network_lines
from quizapp.frozen import dataclass
from quizapp.generate import Chance, Variant, lines_of
from quizapp.grade import Verdict
from quizapp.mistakes import BY_ID, Mistake, parting_row
from quizapp.words import Text

MOST_STEPS = 3
"""Of steps that are equally possible; more would be a list and no help."""

MOST_TIES = 4
"""Slips behind one answer; where more are possible, nothing is explained."""

_RIGHT = ("correct", "other-form", "close")

_Slips = frozenset[str]
"""The mistakes behind an answer; none behind the right one."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Where answers part.

    ``steps`` holds one where it is sure, several where slips tie, none where no mistake explains a
    difference; then ``compare`` is the first thing to reckon, if there is one. ``ways`` are the
    ways of doing that step, in an order that says nothing; they are for after the talk.
    """

    steps: tuple[Text, ...] = ()
    ways: tuple[Text, ...] = ()
    compare: Text | None = None


def is_right(verdict: Verdict) -> bool:
    """Whether the numbers are right, in whatever form they were given."""
    return verdict.kind in _RIGHT


def agree(verdicts: Sequence[Verdict]) -> bool:
    """Whether all answers come to the same: all right, or all the same wrong one."""
    return all(map(is_right, verdicts)) or (
        not any(map(is_right, verdicts)) and len({verdict.read_as for verdict in verdicts}) < 2
    )


def parting(variant: Variant, verdicts: Iterable[Verdict]) -> Parting:
    """Where these answers to a variant part, as far as mistakes explain them."""
    explained = _explained(verdicts)
    if len(explained) < 2:
        return Parting(compare=_first_thing(variant))
    rank = _ranks(variant, {id_ for slips in explained for slip in slips for id_ in slip})
    firsts = {_first(world, rank) for world in product(*explained)}
    found = sorted((id_ for id_ in firsts if id_ is not None), key=rank.__getitem__)
    steps = tuple(dict.fromkeys(BY_ID[id_].step for id_ in found))
    if not 1 <= len(steps) <= MOST_STEPS:
        return Parting(compare=_first_thing(variant))
    ways = _ways(variant, BY_ID[found[0]], explained) if len(steps) == 1 else ()
    return Parting(steps, ways)


def _explained(verdicts: Iterable[Verdict]) -> list[tuple[_Slips, ...]]:
    """The different answers that mistakes explain; each with the slips that are possible."""
    found: dict[tuple[_Slips, ...], None] = {}
    for verdict in verdicts:
        if is_right(verdict):
            found[(frozenset(),)] = None
        elif 0 < len(verdict.mistakes) <= MOST_TIES and verdict.diagnosis.catalogued:
            found[tuple(frozenset(id_.split("+")) for id_ in verdict.mistakes)] = None
    # In an order of their own, so that nobody's turn shows through.
    return sorted(found, key=lambda slips: [sorted(slip) for slip in slips])


def _first(world: Sequence[_Slips], rank: dict[str, tuple[int, int, int]]) -> str | None:
    """The earliest slip that some of the answers have and others have not."""
    apart = frozenset[str]().union(*world) - frozenset(world[0]).intersection(*world[1:])
    return min(apart, key=rank.__getitem__, default=None)


def _ranks(variant: Variant, ids: Collection[str]) -> dict[str, tuple[int, int, int]]:
    """How early on the way each mistake makes itself felt: by layer, then by rule."""
    layers = [node.name for net in variant.drawn.networks.values() for node in net.nodes]
    entries, catalogue = list(TRUE.__dict__), list(BY_ID)
    ranks = {}
    for id_ in ids:
        mistake = BY_ID[id_]
        name = _parting_layer(variant, mistake)
        layer = layers.index(name) if name in layers else len(layers)
        # Rules of calculations without a network (``iou.union``) stand in tables of their own.
        rule = min(entries.index(e) if e in entries else len(entries) for e in mistake.replaces)
        ranks[id_] = layer, rule, catalogue.index(id_)
    return ranks


def _parting_layer(variant: Variant, mistake: Mistake) -> str | None:
    """The name of the first layer that comes out otherwise."""
    task = variant.question.task
    if not isinstance(task, Calculated):
        return None
    row = parting_row([mistake], task.answer, variant.drawn.names)
    return None if row is None else row.name


def _ways(
    variant: Variant, mistake: Mistake, explained: Sequence[tuple[_Slips, ...]]
) -> tuple[Text, ...]:
    """How the step was done: each way once. Empty where the answers hold one way only."""
    ways = {_way(slips[0], mistake) for slips in explained}
    if len(ways) < 2:
        return ()
    chance = Chance("ways", variant.question.key, variant.level, variant.seed)
    return tuple(chance.shuffled(sorted(ways, key=lambda way: way.en)))


def _way(slips: _Slips, parting: Mistake) -> Text:
    """The way an answer with these slips does the step of a mistake."""
    same = (BY_ID[id_] for id_ in sorted(slips) if BY_ID[id_].step == parting.step)
    return next((mistake.way for mistake in same), parting.right_way)


def _first_thing(variant: Variant) -> Text | None:
    """What is reckoned first, by the name under which it is shown.

    Its formula would say how it is done, and where a layer is not shown its arguments may be the
    very answer.
    """
    lines = lines_of(variant)
    shown = network_lines(variant.drawn.networks, variant.show, variant.hidden)
    if not lines or not any(lines[0].label.en in line for line in shown):
        return None
    return lines[0].label if lines[0].place else None
