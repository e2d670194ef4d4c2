"""Where the parts of a question stand in its file, read again only where something is wrong."""

from dataclasses import dataclass, field

from quizapp.bank import Listing, Mapping, Node, Place, Question, Reading, Scalar, read
from quizapp.lint.finding import Finding


@dataclass(slots=True)
class Places:
    """The files that were asked about, each read once."""

    _readings: dict[str, Reading] = field(default_factory=dict)

    def of(self, question: Question, finding: Finding) -> Place:
        """The part at fault, as far as it can be followed; the question itself otherwise."""
        place = question.place
        if not finding.path:
            return place
        reading = self._readings.get(place.file)
        if reading is None:
            reading = self._readings[place.file] = read(place.file)
        node: Node | None = _question_at(reading.node, place)
        shown = node
        for step in finding.path:
            key, node = _entered(node, step)
            if node is None:
                break
            shown = key or node
        if shown is None:
            return place
        if finding.offset is not None and isinstance(node, Scalar):
            return Place(place.file, *node.place(finding.offset, reading.lines))
        return Place(place.file, shown.line, shown.column)


def _question_at(tree: Node | None, place: Place) -> Node | None:
    """The question that begins at a place; None where the file has changed meanwhile."""
    questions = tree.get("questions") if isinstance(tree, Mapping) else None
    items = questions.items if isinstance(questions, Listing) else ()
    here = (place.line, place.column)
    return next((item for item in items if (item.line, item.column) == here), None)


def _entered(node: Node | None, step: str | int) -> tuple[Scalar | None, Node | None]:
    """The key and the value that a step leads to; text stands for each of its languages."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return next(((key, value) for key, value in node.entries if key.text == step), (None, None))
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return None, node.items[step]
    return None, node if isinstance(node, Scalar) and step in ("en", "ko") else None
