"""A variant on which slips that tie on this one part: the next time tells which it was."""

from collections.abc import Collection

from quizapp.errors import DrawError, ProofError
from quizapp.generate.variant import Variant, generate

MOST_SEEDS = 80
"""Seeds tried. Where a draw in ten tells three slips apart, all fail once in four thousand."""


def probe_seed(variant: Variant, mistakes: Collection[str]) -> int | None:
    """The first seed after the variant's own on which these mistakes give different wrong answers.

    Each of them has to show there. None where no seed tried does that: then nothing is probed.
    """
    if len(mistakes) < 2:
        return None
    for seed in range(variant.seed + 1, variant.seed + 1 + MOST_SEEDS):
        try:
            other = generate(variant.question, seed, variant.level)
        except (DrawError, ProofError):
            continue
        if tells_apart(other, mistakes):
            return seed
    return None


def tells_apart(variant: Variant, mistakes: Collection[str]) -> bool:
    """Whether each of the mistakes shows on a variant, and no two of them alike."""
    shown = [set(known.mistakes).intersection(mistakes) for known in variant.known_wrong]
    alone = [ids for ids in shown if len(ids) == 1]
    return len(alone) == len(set(mistakes))
