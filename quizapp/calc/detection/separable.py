"""What is left of the work when a convolution is split into a depthwise and a pointwise one."""

from collections.abc import Callable

from quizapp.calc.detection.table import N, RuleTable, quotient, require_whole, within_reach
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SeparableRules(RuleTable):
    """Howard et al., *MobileNets* (arXiv:1704.04861), §3.1: 1/N + 1/D_K² of the multiplications."""

    depthwise: Callable[[N], N] = lambda filters: quotient(1, filters)
    """It does the work of one of the filters."""
    pointwise: Callable[[N], N] = lambda kernel: quotient(1, kernel * kernel)
    """It looks at one place of the kernel."""
    together: Callable[[N, N], N] = lambda depthwise, pointwise: depthwise + pointwise


SEPARABLE = SeparableRules()


def separable_share(kernel: N, filters: N, rules: SeparableRules = SEPARABLE) -> N:
    """Weights of a separable convolution in those of a full one: exact, without biases."""
    require_whole("kernel", kernel)
    require_whole("filters", filters)
    within_reach(kernel * kernel * filters)
    return rules.together(rules.depthwise(filters), rules.pointwise(kernel))
