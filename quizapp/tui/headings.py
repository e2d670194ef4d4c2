"""Where in a sitting something stands, in words and as a bar."""

from quizapp.bank import Library, Question
from quizapp.study import Item
from quizapp.words import Language, cell_width, fit, say

BAR_CELLS = 20


def topic_title(library: Library, question: Question, language: Language) -> str:
    """The heading a question stands under: its topic's, else its bank's."""
    for bank in library.banks:
        if bank.id == question.bank:
            topic = bank.topics.get(question.topic)
            title = bank.title if topic is None else topic.title
            return title.in_language(language)
    return question.topic


def place_line(library: Library, item: Item, language: Language, room: int) -> str:
    """``Counting parameters · 4 of 12``, the title cut where there is too little room."""
    key = "tui.place" if item.count else "tui.place-open"
    place = say(key, language, number=item.number, count=item.count)
    return titled(topic_title(library, item.variant.question, language), place, room)


def titled(title: str, place: str, room: int) -> str:
    """The title and the place, in so many cells."""
    behind = f" · {place}"
    return fit(title, min(cell_width(title), room - cell_width(behind))) + behind


def bar(part: int, whole: int) -> str:
    """A thin bar, filled as far as ``part`` of ``whole``."""
    filled = BAR_CELLS * part // whole if whole else 0
    return "━" * filled + "─" * (BAR_CELLS - filled)
