"""A variant on which slips that tie on this one part: the next time tells which it was."""

from collections.abc import Collection

from quizapp.generate.variant import Variant, variants_after

MOST_SEEDS = 80
"""Seeds tried. Where a draw in ten tells three slips apart, all fail once in four thousand."""


def probe_seed(variant: Variant, mistakes: Collection[str]) -> int | None:
    """The first seed after the variant's own on which these mistakes give different wrong answers.

    Each of them has to show there. None where no seed tried does that: then nothing is probed.
    """
    if len(mistakes) < 2:
        return None
    after = variants_after(variant, MOST_SEEDS)
    return next((other.seed for other in after if tells_apart(other, mistakes)), None)


def tells_apart(variant: Variant, mistakes: Collection[str]) -> bool:
    """Whether each of the mistakes shows on a variant, and no two of them alike."""
    shown = [set(known.mistakes).intersection(mistakes) for known in variant.known_wrong]
    alone = [ids for ids in shown if len(ids) == 1]
    return len(alone) == len(set(mistakes))
