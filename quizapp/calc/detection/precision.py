"""Average precision, exact, by both rules of the PASCAL VOC challenge.

``hits`` are the detections of one class by falling score, 1 where one found an object that none
before it had found, else 0; ``positives`` is how many objects there are to find.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from quizapp.calc.detection.table import N, RuleTable, quotient, require_whole, within_reach
from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.words import render


@dataclass(frozen=True, slots=True)
class PrecisionRules(RuleTable):
    """Everingham et al., *The PASCAL Visual Object Classes Challenge* (IJCV 2010), §4.2."""

    precision: Callable[[N, int], N] = quotient
    """Of the detections so far, the share that is right."""
    interpolated: Callable[[Sequence[N]], N] = max
    """From the precisions at a recall and beyond: the best of them."""
    recall_step: Callable[[N], N] = lambda positives: quotient(1, positives)
    """What one more object found adds to the recall."""
    recall_levels: Callable[[], int] = lambda: 11
    """0, 0.1 … 1; only the rule of 2007 looks at them."""


PRECISION = PrecisionRules()


def average_precision(hits: Sequence[int], positives: N, rules: PrecisionRules = PRECISION) -> N:
    """The area under the interpolated precision: VOC from 2010 on (development kit, §3.4.1).

    Raises ExpressionError where more objects are found than there are.
    """
    precisions = _precisions(hits, positives, rules)
    step = rules.recall_step(positives)
    area: N = 0
    for place, hit in enumerate(hits):
        if hit:
            area += step * rules.interpolated(precisions[place:])
    return area


def average_precision_11(hits: Sequence[int], positives: N, rules: PrecisionRules = PRECISION) -> N:
    """The mean of the interpolated precision at recalls 0, 0.1 … 1: VOC 2007 (IJCV 2010, eq. 2).

    Raises ExpressionError where more objects are found than there are.
    """
    precisions = _precisions(hits, positives, rules)
    step, levels = rules.recall_step(positives), rules.recall_levels()
    recalls = [found * step for found in accumulate(hits)]
    total: N = 0
    for level in range(levels):
        asked = quotient(level, levels - 1)
        reached = [p for p, recall in zip(precisions, recalls, strict=True) if recall >= asked]
        if reached:
            total += rules.interpolated(reached)
    return quotient(total, levels)


def _precisions(hits: Sequence[int], positives: N, rules: PrecisionRules) -> list[N]:
    """The precision after each detection."""
    require_whole("positives", within_reach(positives))
    if any(hit not in (0, 1) for hit in hits) or sum(hits) > positives:
        raise ExpressionError(
            "hits", "detections are 1 or 0, and at most {positives} of them 1 for as many objects",
            positives=render(positives),
        )  # fmt: skip
    return [rules.precision(right, rank) for rank, right in enumerate(accumulate(hits), 1)]
