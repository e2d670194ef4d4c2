"""What the codes of banks and questions mean, for who asks: ``quizapp explain Q007``."""

from quizapp.words import Text

EXPLANATIONS: dict[str, Text] = {
    "B041": Text(
        "A key that every bank or question needs is not there, or has nothing behind it.",
        "꼭 있어야 하는 키가 없거나 값이 비어 있습니다.",
    ),
    "B042": Text(
        "A list stands where text belongs, or the other way round. The message shows the form.",
        "텍스트 자리에 목록이 있는 것처럼 형식이 다릅니다. 맞는 형식은 메시지에 있습니다.",
    ),
    "B043": Text(
        "Ids are small letters, digits and hyphens, 64 at most. They stay when titles change, "
        "for a learner's history hangs on them.",
        "id는 영문 소문자와 숫자, 붙임표로 64자까지입니다. 학습 기록이 id에 걸려 있으므로 제목이 "
        "바뀌어도 그대로 둡니다.",
    ),
    "B044": Text(
        "An id names one question of its bank, also as an alias, and no mistake of the catalogue.",
        "id는 별칭까지 포함해 문제 은행 안에서 문제 하나만 가리키며, 목록에 있는 실수의 id와도 "
        "겹치지 않아야 합니다.",
    ),
    "B045": Text(
        "Two files hold banks of one id, so that histories would mix. The second is left out.",
        "두 파일의 문제 은행 id가 같으면 학습 기록이 섞입니다. 뒤의 것은 쓰지 않습니다.",
    ),
    "B046": Text(
        "This key takes one of a few words. The message names them, or the nearest.",
        "정해진 단어만 쓸 수 있는 키입니다. 쓸 수 있는 값이나 가장 비슷한 값은 메시지에 있습니다.",
    ),
    "B048": Text(
        "The kind of a question is read from its keys: 'answer:' is calculated, 'choices:' "
        "chosen, 'unknowns:' solved. Here is none of them.",
        "문제의 유형은 키에서 읽습니다. 'answer:'는 계산, 'choices:'는 고르기, 'unknowns:'는 "
        "미지수 찾기입니다. 여기에는 그런 키가 없습니다.",
    ),
    "B049": Text(
        "Each kind of question has keys of its own; two that mean different kinds, or say the "
        "same thing twice, do not go together.",
        "문제 유형마다 쓰는 키가 다릅니다. 서로 다른 유형의 키나 같은 것을 두 번 말하는 키는 "
        "함께 쓸 수 없습니다.",
    ),
    "B050": Text(
        "The number is not within the bounds that the message gives.",
        "메시지에 나온 범위를 벗어난 수입니다.",
    ),
    "B051": Text(
        "A variable is a letter followed by letters, digits and _, and no function, layer or "
        "word of the expressions: otherwise they could not be told apart.",
        "변수 이름은 영문자로 시작해 영문자와 숫자, 밑줄로 씁니다. 함수나 층, 식의 예약어와 "
        "겹치면 구별할 수 없습니다.",
    ),
    "B052": Text(
        "'vary:', 'let:' and 'unknowns:' share their names; each is given once.",
        "'vary:'와 'let:', 'unknowns:'는 이름을 함께 쓰므로 한 번씩만 정할 수 있습니다.",
    ),
    "B053": Text(
        "A variable takes a list, [1, 3, 5], or a range with both its ends, 1..11 or 1..11..2.",
        "변수의 값은 [1, 3, 5] 같은 목록이나, 양 끝을 포함하는 1..11, 1..11..2 같은 범위로 씁니다.",
    ),
    "B054": Text(
        "At most 10,000 values a variable; a step thins a range out.",
        "변수 하나의 값은 10,000개까지입니다. 범위에는 간격을 둘 수 있습니다.",
    ),
    "B055": Text(
        "'levels:' and 'red_herring:' speak of variables that 'vary:' or 'let:' gave.",
        "'levels:'와 'red_herring:'에는 'vary:'나 'let:'에 있는 변수만 쓸 수 있습니다.",
    ),
    "B056": Text(
        "Where a bank declares topics, its questions stand under one of them or under the bank.",
        "주제를 선언한 문제 은행에서는 문제의 주제가 그 가운데 하나이거나 문제 은행 자신이어야 "
        "합니다.",
    ),
    "B057": Text(
        "Two banks may share a topic; then its title and what it needs should be the same in both.",
        "두 문제 은행이 주제를 함께 쓸 수 있지만, 제목과 선행 주제는 같아야 합니다.",
    ),
    "B058": Text(
        "The folder was named as a place of banks and has no *.yaml file.",
        "문제 은행의 위치로 지정한 폴더에 *.yaml 파일이 없습니다.",
    ),
    "B061": Text(
        "Expressions are arithmetic in Python's spelling: numbers, names, + - * / // % **, "
        "comparisons, and or not, a if c else b, tuples and a few functions. Nothing else is run.",
        "식은 파이썬 표기의 산술식입니다. 수와 이름, + - * / // % **, 비교, and or not, a if c "
        "else b, 튜플과 몇 가지 함수만 쓸 수 있고 다른 것은 실행하지 않습니다.",
    ),
    "B062": Text(
        "An expression names something that is neither a variable nor, in an answer, a network.",
        "식에 변수도, 답에서 쓰는 신경망도 아닌 이름이 있습니다.",
    ),
    "B063": Text(
        "Between { and } stands a name or an expression, perhaps with a pair of particles: "
        "{n:을/를}. Braces to be printed are doubled.",
        "{ }에는 이름이나 식을 쓰고, {n:을/를}처럼 조사를 붙일 수 있습니다. 그대로 보일 중괄호는 "
        "두 번 겹쳐 씁니다.",
    ),
    "B064": Text(
        "A typed number can be wrong, and no slip behind a wrong answer can be named from it. "
        "Write what it is computed from.",
        "손으로 쓴 수는 틀릴 수 있고, 오답의 원인도 찾을 수 없습니다. 무엇에서 계산하는지를 "
        "쓰십시오.",
    ),
    "B065": Text(
        "In a bank 73,728 is a pair of numbers; people's commas and × belong into text only.",
        "문제 은행에서 73,728은 수 두 개로 읽힙니다. 쉼표와 ×는 텍스트에만 쓰십시오.",
    ),
    "B071": Text(
        "A network is an input and a list of layers, each as the PyTorch call.",
        "신경망은 입력과 층의 목록으로 쓰며, 층은 PyTorch 호출 그대로 씁니다.",
    ),
    "B072": Text(
        "What PyTorch refuses is refused here, for every value of the variables.",
        "PyTorch가 거부하는 층은 여기서도 거부합니다. 변수의 값과 상관없이 잘못된 경우입니다.",
    ),
    "B081": Text(
        "With one option there is nothing to choose.",
        "선택지가 하나뿐이면 고를 것이 없습니다.",
    ),
    "B082": Text(
        "At least one choice is marked 'correct: true'; more than one may be.",
        "맞는 선택지에 'correct: true'를 씁니다. 하나 이상이어야 하며 여럿이어도 됩니다.",
    ),
    "B083": Text(
        "Orders and matches have from 3 to 9 entries: two are a coin toss, and the tenth would "
        "need two digits.",
        "순서와 짝 맞추기의 항목은 3개에서 9개입니다. 둘은 찍기가 되고, 열째부터는 두 자리 "
        "숫자가 필요합니다.",
    ),
    "B084": Text(
        "Entries that read alike cannot be told apart when they are put in order or matched.",
        "똑같이 읽히는 항목은 순서를 정하거나 짝을 지을 수 없습니다.",
    ),
    "B085": Text(
        "A trace goes through one network layer by layer; it needs that one under 'network:'.",
        "trace는 신경망 하나를 층마다 따라가는 문제라 'network:'에 신경망 하나가 필요합니다.",
    ),
    "B086": Text(
        "All values of the unknowns are tried together, so their ranges must not be wide.",
        "미지수의 값은 모든 조합을 시험하므로 범위가 넓으면 안 됩니다.",
    ),
    "B087": Text(
        "'accept:' is a condition for the kind solve and a list of texts for the kind text.",
        "'accept:'는 solve 유형에서는 조건식, text 유형에서는 맞는 답의 목록입니다.",
    ),
    "B088": Text(
        "'term:' names a row of the glossary, whose spellings in all languages count.",
        "'term:'은 용어집의 항목 이름이며, 그 항목의 모든 언어 표기를 정답으로 칩니다.",
    ),
    "B089": Text(
        "Code is never run while somebody practises; what it prints is pinned beforehand.",
        "연습하는 동안 코드를 실행하지 않으므로 출력을 미리 기록해 두어야 합니다.",
    ),
    "B090": Text(
        "The hash was made of other code or another output than stand here now.",
        "기록된 해시가 지금의 코드나 출력과 맞지 않습니다.",
    ),
    "B091": Text(
        "Nobody has run this code; what it prints is its author's word.",
        "실행해 보지 않은 코드입니다. 출력은 작성자가 적은 값입니다.",
    ),
    "B092": Text(
        "Where outputs differ by version, each names its versions and the prompt says which.",
        "버전에 따라 출력이 다르면 출력마다 버전을 적어야 문제에 어느 것인지 밝힐 수 있습니다.",
    ),
    "Q001": Text(
        "Every answer is computed in two ways that share no formula. Here they differ, so the "
        "variant is never shown. That is a fault of the program: please report it.",
        "모든 답은 공식을 공유하지 않는 두 방식으로 계산합니다. 둘이 달라서 이 변형은 보이지 "
        "않습니다. 프로그램의 결함이니 알려 주십시오.",
    ),
    "Q002": Text(
        "No draw gives a variant: `where` never holds, torch refuses every network, or, with "
        "'as: choice', fewer than two mistakes give wrong options.",
        "변형을 하나도 만들 수 없습니다. `where`가 성립하지 않거나, torch가 신경망을 모두 "
        "거부하거나, 'as: choice'에서 오답을 둘 이상 만들 수 없는 경우입니다.",
    ),
    "Q003": Text(
        "For some values of the variables a text, a mistake or an answer has no value, such as a "
        "division by zero.",
        "변수의 값에 따라 0으로 나누는 것처럼 텍스트나 실수, 답의 값이 나오지 않습니다.",
    ),
    "Q004": Text(
        "Two languages of one text name different numbers: one of them is out of date.",
        "같은 텍스트인데 언어에 따라 수가 다릅니다. 한쪽이 낡은 것입니다.",
    ),
    "Q005": Text(
        "For some values of the variables two options read the same, and only one of them counts.",
        "변수의 값에 따라 두 선택지가 똑같이 읽히는데 하나만 정답이 됩니다.",
    ),
    "Q006": Text(
        "An answer known to be wrong equals the right one, so a right answer would be refused. "
        "That is a fault of the program: please report it.",
        "오답으로 알려진 값이 정답과 같아 맞는 답을 거부하게 됩니다. 프로그램의 결함이니 알려 "
        "주십시오.",
    ),
    "Q007": Text(
        "Learners see the same words and the same network, and different answers are right: "
        "something that varies is neither in the prompt nor shown.",
        "학습자에게는 똑같은 문장과 신경망이 보이는데 정답이 다릅니다. 변하는 값이 문장에도 "
        "그림에도 없는 것입니다.",
    ),
    "Q008": Text(
        "All values of the variables give one answer, which is learned by heart in two reviews.",
        "변수의 값과 상관없이 답이 같아 두어 번 만에 외우게 됩니다.",
    ),
    "Q009": Text(
        "Whatever the variable is, the same is right. If it is there to mislead, name it under "
        "'red_herring:'.",
        "변수의 값이 무엇이든 정답이 같습니다. 헷갈리게 하려고 둔 것이라면 'red_herring:'에 "
        "쓰십시오.",
    ),
    "Q010": Text(
        "'red_herring:' names what is meant to change nothing, and this variable does.",
        "'red_herring:'에는 아무것도 바꾸지 않는 변수를 쓰는데, 이 변수는 정답을 바꿉니다.",
    ),
    "Q011": Text(
        "Fewer than 2 % of the combinations pass `where`: drawing takes long, and few values are "
        "left. List fewer values, or derive one from the others with 'let:'.",
        "`where`를 통과하는 조합이 2% 미만이라 변형을 찾기 어렵고 남는 값도 적습니다. 값을 "
        "줄이거나 'let:'으로 다른 값에서 계산하십시오.",
    ),
    "Q012": Text(
        "A value is listed under 'vary:' or 'levels:' and never met, mostly because `where` "
        "rules it out.",
        "'vary:'나 'levels:'에 쓴 값이 한 번도 나오지 않습니다. 대개 `where`가 막는 값입니다.",
    ),
    "Q013": Text(
        "The right option stands in one place more often than chance explains. That is a fault "
        "of the program: please report it.",
        "정답이 우연보다 자주 같은 자리에 놓입니다. 프로그램의 결함이니 알려 주십시오.",
    ),
    "Q014": Text(
        "Mostly the right number is, say, the largest: choose the values, or wrong options of "
        "your own, so that it is not.",
        "정답이 대부분 가장 큰 수인 것처럼 순서가 치우쳐 있습니다. 변수의 값이나 오답을 바꾸어 "
        "고르게 하십시오.",
    ),
    "Q015": Text(
        "A hint or a line of the worked solution has no value, or another one than it claims.",
        "힌트나 풀이 한 줄의 값이 나오지 않거나 적힌 값과 다릅니다.",
    ),
    "Q021": Text(
        "'source:' says where the fact can be read: a citation key or an address, and the place "
        "in it. In the shipped banks it is required.",
        "'source:'에는 확인할 수 있는 출처와 그 안의 위치를 씁니다. 기본 문제 은행에서는 꼭 "
        "필요합니다.",
    ),
    "Q022": Text(
        "Who chooses wrongly learns from 'because:'. In the shipped banks it is required.",
        "틀린 선택지를 고른 학습자는 'because:'에서 배웁니다. 기본 문제 은행에서는 꼭 필요합니다.",
    ),
    "Q023": Text(
        "The text stands in one language, and is shown in it to everybody. A single string is "
        "fine where it reads the same in both, such as a number or a layer.",
        "한 언어로만 쓰인 텍스트는 누구에게나 그 언어로 보입니다. 수나 층 이름처럼 두 언어에서 "
        "똑같이 읽히는 것은 하나로 써도 됩니다.",
    ),
    "Q024": Text(
        "No answer asks this network for anything, and it is not shown.",
        "어떤 답도 이 신경망을 묻지 않고, 화면에 보이지도 않습니다.",
    ),
    "Q025": Text(
        "Right choices tend to grow while they are made precise. Shorten it, or say as much in "
        "the wrong ones.",
        "정답은 정확하게 쓰다 보면 길어지기 쉽습니다. 줄이거나 오답도 그만큼 자세히 쓰십시오.",
    ),
    "Q026": Text(
        "“All of the above” asks about the options instead of the subject, and options change "
        "places.",
        "‘위의 모두’는 내용이 아니라 선택지를 묻는 말이고, 선택지는 자리가 바뀝니다.",
    ),
    "Q027": Text(
        "A number typed into the text is one that a known mistake gives, and the calculator "
        "gives another. Fill the number in instead, or name both.",
        "텍스트에 쓴 수가 알려진 실수로 나오는 값이고 계산한 값과 다릅니다. 수를 직접 쓰지 말고 "
        "채워 넣거나 두 값을 모두 쓰십시오.",
    ),
    "Q028": Text(
        "After 3 it is 을, after 4 를: a particle behind a number that varies is chosen with "
        "{n:을/를}.",
        "3 뒤에는 을, 4 뒤에는 를이 옵니다. 변하는 수 뒤의 조사는 {n:을/를}처럼 고르게 하십시오.",
    ),
}
