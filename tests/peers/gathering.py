"""Groups under test: a small bank, a keeper that remembers, people with fixed slips."""

from collections.abc import Callable, Sequence

from quizapp.bank import Library, Question
from quizapp.errors import HistoryError
from quizapp.generate import Variant
from quizapp.history import Keeper, Note, Review
from quizapp.peers import GroupSitting, Plan, Planned
from quizapp.words import render

Gather = Callable[..., GroupSitting]

BANK = """
- id: weights
  topic: parameters
  vary: {c: [8, 16, 32, 48, 64], k: [3, 5]}
  network: {input: [3, 20, 20], layers: ["Conv2d(3, c, k, padding=1)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
- id: side
  topic: sizes
  vary: {n: [21, 33, 45, 57, 69], k: [5, 7]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, k, stride=2, padding=1)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: pick
  topic: choices
  vary: {n: [2, 3, 4, 5]}
  prompt: {en: "Twice {n}?", ko: "{n}의 두 배는?"}
  choices:
    - {text: "{2*n}", correct: true}
    - {text: "{n*n + 1}", because: {en: "Squared.", ko: "제곱이에요."}}
    - {text: "{n + 7}", because: {en: "Added.", ko: "더했어요."}}
- id: shape
  topic: sizes
  level: 3
  vary: {n: [21, 33, 45, 57]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, 3, padding=1)", "MaxPool2d(2)"]}
  answer: output_shape(network)
  prompt: {en: "Shape?", ko: "모양은?"}
- id: reasoned
  topic: sums
  vary: {n: [11, 23, 37, 41]}
  answer: n + 7
  prompt: {en: "{n} and seven?", ko: "{n} 더하기 7은?"}
  because: {en: "Seven more than {n}.", ko: "{n}보다 7 커요."}
- id: fixed
  topic: parameters
  level: 4
  network: {input: [3, 20, 20], layers: ["Conv2d(3, 8, 3)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
- id: printed
  topic: code
  prompt: {en: "What does it print?", ko: "무엇을 출력하나요?"}
  language: python
  code: print("a" + str(3 * 4))
  pinned: {output: a12, by: hand, versions: {python: "3.13"}}
- id: term
  topic: cards
  front: {en: "Shared weights?", ko: "가중치를 나눠 쓰는 것은?"}
  back: {en: "weight sharing", ko: "가중치 공유"}
- id: other-term
  topic: cards
  front: {en: "Zeros around?", ko: "둘레의 0은?"}
  back: {en: "padding", ko: "패딩"}
"""


class Remembering(Keeper):
    """Keeps every row once, by its uuid, as a history does."""

    def __init__(self) -> None:
        super().__init__(None)
        self.rows: dict[str, Review] = {}

    def keep(
        self,
        row: Review | Note,
        source: Note | None = None,  # noqa: ARG002 # a keeper's face
    ) -> HistoryError | None:
        if isinstance(row, Review):
            self.rows.setdefault(row.uuid, row)
        return None

    def of(self, name: str) -> list[Review]:
        return [row for row in self.rows.values() if row.profile == name]


def answer_with(variant: Variant, slip: str | None) -> str:
    """What somebody with a fixed slip types; the right answer where the slip does not show."""
    if variant.options:
        place = variant.right_places[0]
        return str(place if slip is None else place % len(variant.options) + 1)
    for known in variant.known_wrong:
        if slip in known.mistakes:
            return render(known.answer)
    return render(variant.answer)


def plan_of(
    library: Library,
    ids: Sequence[str],
    people: tuple[str, ...],
    *,
    me: str | None = None,
    discussed: bool = True,
) -> Plan:
    rounds = tuple(
        Planned(question_of(library, id_), 5 + place, 1, discussed=discussed)
        for place, id_ in enumerate(ids)
    )
    return Plan("sitting", "mix", 5, people, rounds, me)


def question_of(library: Library, id_: str) -> Question:
    question = library.question(f"test/{id_}")
    assert question is not None
    return question
