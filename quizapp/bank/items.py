"""The items of a list in brackets judged: an unquoted call is cut at its commas by YAML."""

from quizapp.bank import reading_faults as faults
from quizapp.bank.file_text import FileText
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.problems import Findings

_MOST_PIECES = 16


def whole_items(items: list[Node], source: FileText, findings: Findings) -> list[Node]:
    """The items of ``[…]``; where some are pieces of calls, that is reported, once for the list.

    The pieces then stand as the call they were cut from, to be judged as its author meant it.
    """
    if not any(isinstance(item, Scalar) and "(" in item.text for item in items):
        return items
    whole: list[Node] = []
    cuts: list[tuple[Scalar, int]] = []
    index = 0
    while index < len(items):
        first = items[index]
        end, is_call = _run(items, index)
        if is_call and isinstance(first, Scalar):
            column = items[end - 1].column + len(_text(items[end - 1]))
            text = source.between(first.line, first.column, column)
            cuts.append((first, column))
            whole.append(Scalar(text, quoted=False, line=first.line, column=first.column))
        else:
            whole.extend(items[index:end])
        index = end
    if cuts:
        first = cuts[0][0]
        paste = source.pasted_pieces(first.line, [(cut.column, end) for cut, end in cuts])
        findings.add(faults.CALL_CUT_BY_COMMAS, first.line, first.column, paste=paste)
    return whole


def _run(items: list[Node], index: int) -> tuple[int, bool]:
    """The end of the items that a bracket opened in this one runs through.

    And whether they are the pieces of a call: several, and the bracket is closed in the last.
    """
    line, depth = items[index].line, 0
    last = min(index + _MOST_PIECES, len(items))
    for place in range(index, last):
        text = _text(items[place])
        depth += text.count("(") - text.count(")")
        if not text or items[place].line != line or depth < 0:
            return max(place, index + 1), False
        if depth == 0:
            return place + 1, place > index
    return last, False


def _text(item: Node) -> str:
    """What an unquoted text says; nothing for other items, which no call runs through."""
    return item.text if isinstance(item, Scalar) and not item.quoted else ""
