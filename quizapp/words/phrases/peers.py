"""Phrases of practising together. Before the reveal none of them knows who, how many, or which."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "peers.commands": Text(
        "Commands: :skip :join NAME :leave NAME :quit",
        "명령: :건너뛰기 :들어오기 이름 :나가기 이름 :끝",
    ),
    "peers.who": Text(
        "Who is here? From {least} to {most} names, apart by commas or blanks",
        "누가 있나요? 이름 {least}~{most}개를 쉼표나 빈칸으로 나누어 써 주세요",
    ),
    "peers.resumed": Text(
        "Going on where it stopped; :quit ends it for good.",
        "멈춘 곳에서 이어서 해요. :끝을 입력하면 완전히 마쳐요.",
    ),
    "peers.round": Text(
        "Round {number} of {count}  ·  {people}", "라운드 {number}/{count}  ·  {people}"
    ),
    "peers.explains": Text("First to explain: {name}", "먼저 설명할 사람: {name}"),
    "peers.too-high": Text(
        "Above everyone's level so far: the solution follows at once.",
        "아직 아무도 닿지 않은 수준이라 이야기 없이 바로 풀이를 봐요.",
    ),
    "peers.keyboard": Text(
        "Keyboard to {name}. What is typed does not show.",
        "키보드 차례: {name}. 입력한 내용은 화면에 나오지 않아요.",
    ),
    "peers.locked": Text("Locked.", "답을 잠갔어요."),
    "peers.ask-again": Text("? Can't take that: {why}", "? 다시 입력해 주세요: {why}"),
    "peers.nobody": Text(
        "Nobody is here. :join NAME to go on, :quit to end.",
        "남은 사람이 없어요. 이어 하려면 :들어오기 이름, 마치려면 :끝",
    ),
    "peers.code": Text("Your code for the chat: {code}", "대화방에 붙여 넣을 코드: {code}"),
    "peers.code-of": Text("{name}'s code", "{name}의 코드"),
    "peers.differ": Text("Your answers differ.", "답이 서로 달라요."),
    "peers.part-at": Text(
        "You part at this step: {step}. Talk about it: what happens there, and why?",
        "갈라지는 단계: {step}. 이 단계에서 무엇을, 왜 하는지 이야기해 보세요.",
    ),
    "peers.part-at-one": Text(
        "You part at one of these steps: {steps}. Talk about what happens there, and why.",
        "다음 단계 가운데 하나에서 갈라져요: {steps}. 무엇을, 왜 하는지 이야기해 보세요.",
    ),
    "peers.compare": Text(
        "Compare your first step: what comes of {label}, and how?",
        "첫 단계부터 견주어 보세요: {label}에서 무엇이 어떻게 나오나요?",
    ),
    "peers.compare-all": Text(
        "Tell each other how you got there, step by step.",
        "어떻게 답에 이르렀는지 한 단계씩 서로 이야기해 보세요.",
    ),
    "peers.talk": Text("enter: all ready to answer again", "enter: 다시 답할 준비가 됐을 때"),
    "peers.talk-ways": Text(
        "enter: all ready to answer again · :ways shows the ways of doing it, after the talk",
        "enter: 다시 답할 준비가 됐을 때 · :방법: 이야기한 다음에 이 단계를 하는 방법 보기",
    ),
    "peers.ways": Text(
        "Ways of doing it, in no particular order:",
        "이 단계를 하는 방법(순서에는 뜻이 없어요):",
    ),
    "peers.fresh": Text(
        "A fresh one with the same traps; everyone answers again.",
        "같은 함정이 있는 새 문제예요. 모두 다시 답해 주세요.",
    ),
    "peers.other-numbers": Text(
        "Other numbers; everyone answers again.", "숫자를 바꾼 문제예요. 모두 다시 답해 주세요."
    ),
    "peers.once-more": Text(
        "The same question once more; everyone answers again.",
        "같은 문제를 한 번 더 풀어요. 모두 다시 답해 주세요.",
    ),
    "peers.agree": Text("Your answers agree.", "답이 모두 같아요."),
    "peers.answers": Text("Answers", "답"),
    "peers.answers-twice": Text("Answers, first → second", "답: 처음 → 다시"),
    "peers.none": Text("no answer", "답 없음"),
    "peers.right-first": Text("Right the first time: {answer}", "첫 문제의 정답: {answer}"),
    "peers.right-again": Text("Right the second time: {answer}", "새 문제의 정답: {answer}"),
    "peers.solution": Text("How it goes:", "풀이:"),
    "peers.solution-again": Text("How the second one goes:", "새 문제의 풀이:"),
    "peers.of": Text("{right} of {count}", "{count}명 중 {right}명"),
    "peers.share": Text("{right} of {count}", "{count}개 중 {right}개"),
    "peers.together": Text("Together: {line}", "함께: {line}"),
    "peers.all-wrong": Text(
        "No answer was right this time: read the solution, then comes a fresh one.",
        "이번에는 맞은 답이 없어요. 풀이를 읽고 새 문제로 한 번 더 해 봐요.",
    ),
    "peers.next": Text("enter: go on", "enter: 계속"),
    "peers.summary": Text("Rounds: {rounds}", "라운드: {rounds}"),
    "peers.summary-first": Text(
        "Right alone: {right} of {count}", "혼자 맞힌 답: {count}개 중 {right}개"
    ),
    "peers.summary-after": Text(
        "Where you talked or tried again: {line}", "이야기하거나 다시 해 본 문제: {line}"
    ),
    "peers.what-now": Text("Not a command here: {typed}", "여기서 쓸 수 없는 명령이에요: {typed}"),
    # on screens
    "peers.title": Text("Practise together", "함께 풀기"),
    "peers.how": Text(
        "One keyboard, two to six people. Everyone answers in private; where you differ, you talk, "
        "and answer a fresh one.",
        "키보드 하나로 2~6명이 함께 해요. 각자 몰래 답하고, 답이 다르면 이야기한 뒤에 새 문제에 "
        "다시 답해요.",
    ),
    "peers.who-is-here": Text("Who is here?", "누가 있나요?"),
    "peers.names": Text(
        "Who is here? Two to six names, apart by blanks", "누가 있나요? 이름 2~6개를 띄어 써 주세요"
    ),
    "peers.which": Text("Which rounds?", "어떤 라운드로 할까요?"),
    "peers.which-topic": Text("Which topic?", "어떤 주제로 할까요?"),
    "peers.kind-mix": Text("A mix of everything", "여러 주제 섞기"),
    "peers.kind-topic": Text("One topic …", "주제 하나 고르기 …"),
    "peers.kind-misses": Text(
        "Our misses; who missed it explains first",
        "우리가 틀린 문제: 틀렸던 사람이 먼저 설명",
    ),
    "peers.kind-code": Text("What does this code print?", "코드 출력 맞히기"),
    "peers.kind-cards": Text("Flashcards round the table", "돌아가며 카드 풀기"),
    "peers.go-on-with": Text("Go on where it stopped: {people}", "멈춘 곳에서 이어 하기: {people}"),
    "peers.rounds": Text("Rounds: {count}   ← → changes it", "라운드: {count}   ← → 바꾸기"),
    "peers.goes-on": Text("Going on where it stopped.", "멈춘 곳에서 이어서 해요."),
    "peers.private": Text("private: {name}'s turn", "비공개: {name} 차례"),
    "peers.keyboard-to": Text("Keyboard to {name}", "키보드 차례: {name}"),
    "peers.peek": Text(
        "tab shows it for a second; enter locks it", "tab: 1초 동안 보기 · enter: 답 잠그기"
    ),
    "peers.digits": Text("a digit chooses", "숫자로 골라요"),
    "peers.letters": Text("a letter gives the row its pair", "글자로 줄에 어울리는 것을 골라요"),
    "peers.something-chosen": Text("Something is chosen.", "고른 답이 있어요."),
    "peers.paste-code": Text(
        "Paste your code in the chat. Then {name}'s, from there to here:",
        "내 코드를 대화방에 붙여 넣고, {name}의 코드를 여기에 붙여 넣어 주세요.",
    ),
    "peers.then": Text(
        "Then everyone answers a fresh one.", "이야기가 끝나면 모두 새 문제에 답해요."
    ),
    "peers.then-again": Text("Then everyone answers again.", "이야기가 끝나면 모두 다시 답해요."),
    "peers.ways-after": Text(
        "shows the ways of doing it, after you have talked", "이야기한 다음에 방법 보기"
    ),
    "peers.first-answer": Text("first", "처음"),
    "peers.second-answer": Text("second", "다시"),
    "peers.card-of": Text("{name}'s card", "{name}의 카드"),
    "peers.leaves": Text("{name} leaves", "{name:이/가} 나가요"),
    "peers.is-back": Text("{name} is back", "{name:이/가} 돌아왔어요"),
    "peers.somebody-new": Text("Somebody new comes …", "새로운 사람이 와요 …"),
    "peers.name-of-newcomer": Text("What is the name?", "이름을 알려 주세요"),
    "peers.nobody-here": Text("Nobody is here.", "남은 사람이 없어요."),
}
