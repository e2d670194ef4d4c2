"""Which pictures of a question's networks can be looked at before it is answered."""

from quizapp.generate.variant import Variant


def harmless_pictures(variant: Variant) -> frozenset[str]:
    """``diagram``, ``growth``, ``kernel``: those that do not show what is asked.

    A diagram has ``?`` for the shapes that are. What is not calculated may ask for anything, so
    nothing of it is drawn.
    """
    truth = variant.drawn.truth
    if truth is None or not variant.drawn.networks:
        return frozenset()
    from quizapp.calc.vocabulary import FIELD_QUANTITIES, SHAPE_QUANTITIES
    from quizapp.mistakes.mistake import PRODUCTS

    kinds = {"diagram"}
    if truth.quantities.isdisjoint(FIELD_QUANTITIES):
        kinds.add("growth")
    if truth.quantities.isdisjoint(SHAPE_QUANTITIES | PRODUCTS):
        kinds.add("kernel")
    return frozenset(kinds)
