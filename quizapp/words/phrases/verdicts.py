"""Verdicts and what is said around them, the same in every face.

About the number and never about the person; a slip is always a possibility.
"""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "verdicts.correct": Text("✓ Right", "✓ 정답이에요"),
    "verdicts.wrong": Text("✗ Not quite", "✗ 오답이에요"),
    "verdicts.unreadable": Text("? Can't read that", "? 답을 읽지 못했어요"),
    "verdicts.other-form": Text("≈ Another form is asked", "≈ 형식이 달라요"),
    "verdicts.close": Text("≈ Close", "≈ 거의 같아요"),
    "verdicts.read-as": Text("read as {value}", "{value:으로/로} 읽었어요"),
    "verdicts.answer": Text("Right: {answer}", "정답: {answer}"),
    "verdicts.ask-again": Text(
        "Try again; this one does not count.", "다시 입력해 보세요. 이번 입력은 세지 않아요."
    ),
    "verdicts.that-way": Text("that way", "그렇게 하면"),
    "verdicts.right-way": Text("right", "바르게 하면"),
    "verdicts.total": Text("Total", "합계"),
    "verdicts.unreadable-empty": Text("Nothing was typed.", "입력한 내용이 없어요."),
    "verdicts.unreadable-long": Text(
        "That is longer than {most} characters.", "{most}자를 넘는 답은 읽지 않아요."
    ),
    "verdicts.unreadable-number": Text(
        "A number is asked: 73,728, or arithmetic such as 3*3*128*64.",
        "수를 입력해 주세요. 73,728처럼 쓰거나 3*3*128*64처럼 계산식을 그대로 써도 돼요.",
    ),
    "verdicts.unreadable-shape": Text(
        "A shape is asked, channels first: 64x56x56.",
        "모양을 채널부터 입력해 주세요. 예: 64x56x56",
    ),
    "verdicts.unreadable-places": Text(
        "Options are chosen by number, from 1 to {count}: 2, or 1,3.",
        "1부터 {count}까지의 번호로 골라 주세요. 예: 2 또는 1,3",
    ),
    "verdicts.form-unreduced": Text(
        "That is the value; write it in lowest terms.", "값은 맞아요. 기약분수로 써 주세요."
    ),
    "verdicts.form-one-number": Text(
        "All axes agree here, so one number is asked.", "모든 축이 같으니 수 하나만 써 주세요."
    ),
    "verdicts.form-batch": Text(
        "Leave the batch out: {count} numbers, channels first.",
        "배치는 빼고, 채널부터 {count}개의 수로 써 주세요.",
    ),
    "verdicts.form-sides": Text(
        "The shape asked has {count} numbers.", "이 모양은 수 {count}개로 써요."
    ),
    "verdicts.form-channels-last": Text(
        "Right numbers, but channels come first here.", "수는 맞아요. 채널을 맨 앞에 써 주세요."
    ),
    "verdicts.close-rounded": Text(
        "Right as far as it goes; more digits are asked.",
        "쓴 자리까지는 맞아요. 더 정확한 값을 써 주세요.",
    ),
    "verdicts.check-digits": Text(
        "The digits are nearly those of the answer: check them for a typing slip.",
        "정답과 숫자 하나쯤 달라요. 잘못 누른 숫자가 없는지 확인해 보세요.",
    ),
    "verdicts.several-slips": Text(
        "{answer} has {count} possible reasons, and this number cannot tell them apart: {ways}.",
        "{answer:이/가} 나올 수 있는 까닭이 {count}가지라서 이 값만으로는 가릴 수 없어요: {ways}.",
    ),
    "verdicts.two-slips": Text(
        "{answer} could be two slips together: {one}, and {other}.",
        "{answer:은/는} 두 가지가 겹쳤을 때 나오는 값이에요: {one}, 그리고 {other}.",
    ),
    "verdicts.close-spelling": Text(
        "Nearly an accepted spelling; check the letters.", "거의 맞아요. 철자를 확인해 보세요."
    ),
    "verdicts.places-right": Text(
        "{right} of {count} stand in their place.", "{count}개 중 {right}개가 제자리에 있어요."
    ),
    "verdicts.pairs-right": Text(
        "{right} of {count} pairs are right.", "{count}쌍 중 {right}쌍이 맞아요."
    ),
    "verdicts.unreadable-order": Text(
        "Type the {count} numbers in order, each once: {example}.",
        "번호 {count}개를 순서대로 한 번씩 써 주세요. 예: {example}",
    ),
    "verdicts.unreadable-match": Text(
        "Type a letter from a to {letter} behind each number from 1 to {count}: {example}.",
        "1부터 {count}까지의 번호마다 a부터 {letter}까지의 글자를 붙여 주세요. 예: {example}",
    ),
    "verdicts.unreadable-card": Text(
        "Grade yourself: 1 forgotten, 2 hard, 3 good, 4 at once.",
        "스스로 매겨 주세요. 1 잊음, 2 어려움, 3 좋음, 4 바로 떠올림",
    ),
    "verdicts.unreadable-solve": Text(
        "Type a whole number for each unknown: {example}.",
        "미지수마다 정수를 하나씩 써 주세요. 예: {example}",
    ),
    "verdicts.unreadable-range": Text(
        "{name} goes from {least} to {most} here.",
        "여기서 {name:은/는} {least}부터 {most}까지예요.",
    ),
    "verdicts.unreadable-rows": Text(
        "The table has {rows} rows and {given} were typed; a row looks like: {example}.",
        "표에는 {rows}줄이 필요한데 {given}줄이 입력됐어요. 한 줄은 이렇게 써요. 예: {example}",
    ),
    "verdicts.unreadable-row": Text(
        "Row {number} does not fit the columns; a row looks like: {example}.",
        "{number}번째 줄이 열과 맞지 않아요. 한 줄은 이렇게 써요. 예: {example}",
    ),
    "verdicts.solve-impossible": Text(
        "With these values PyTorch refuses the network.",
        "이 값으로는 PyTorch가 신경망을 만들지 못해요.",
    ),
    "verdicts.solve-comes-to": Text("With these values: {what}.", "이 값으로 계산하면: {what}"),
    "verdicts.table-own": Text(
        "Cells to look at again: {own} of {count}.", "다시 볼 칸: {count}칸 중 {own}칸"
    ),
    "verdicts.table-followed": Text(
        "Cells to look at again: {own} of {count}; {followed} more follow rightly from them.",
        "다시 볼 칸: {count}칸 중 {own}칸. 그 뒤의 {followed}칸은 그 값에서 바르게 이어졌어요.",
    ),
    "verdicts.solutions": Text(
        "Right answers in the range: {count}. One of them: {values}.",
        "범위 안의 정답: {count}가지. 그중 하나: {values}",
    ),
    "verdicts.left-out": Text("… {count} steps left out …", "… 중간 {count}단계 생략 …"),
    "verdicts.in-the-end": Text("Answer", "답"),
    "verdicts.on-the-way": Text("On the way", "중간 값"),
}
