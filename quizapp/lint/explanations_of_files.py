"""What the codes of files and of YAML mean, for who asks: ``quizapp explain B012``."""

from quizapp.words import Text

EXPLANATIONS: dict[str, Text] = {
    "B001": Text(
        "A bank is a regular file that you may read. A folder, a pipe or a device is refused "
        "before it is opened, for reading one may never end.",
        "문제 은행은 읽을 수 있는 일반 파일이어야 합니다. 폴더나 파이프, 장치는 읽기가 끝나지 "
        "않을 수 있어 열기 전에 거부합니다.",
    ),
    "B002": Text(
        "A file of more than 4 MiB is not read. Split the bank: several files load as one library.",
        "4MiB보다 큰 파일은 읽지 않습니다. 문제 은행을 여러 파일로 나누어도 함께 불러옵니다.",
    ),
    "B003": Text(
        "Banks are UTF-8 everywhere, with or without a byte order mark. Choose UTF-8 where your "
        "editor saves.",
        "문제 은행은 언제나 UTF-8이며 BOM은 있어도 됩니다. 편집기의 저장 형식을 UTF-8로 "
        "바꾸십시오.",
    ),
    "B004": Text(
        "Control characters could write to a learner's terminal, and zero-width or direction "
        "marks hide in text that looks the same. None of them may stand in a bank, escaped or "
        "not.",
        "제어 문자는 학습자의 터미널을 조작할 수 있고, 폭이 없는 문자나 방향 문자는 보이지 않게 "
        "숨어듭니다. 이스케이프로 쓰더라도 문제 은행에는 둘 수 없습니다.",
    ),
    "B005": Text(
        "Lists and mappings may stand in each other 24 deep; no network of this world needs more.",
        "목록과 매핑은 24단계까지 중첩할 수 있습니다. 그보다 깊은 신경망은 없습니다.",
    ),
    "B006": Text(
        "A file holds at most 400,000 values. Split the bank into several files.",
        "파일 하나에 값을 400,000개까지 쓸 수 있습니다. 여러 파일로 나누십시오.",
    ),
    "B007": Text(
        "A few lines of anchors and aliases can stand for gigabytes, so banks do without them. "
        "Text that only starts with & or * needs quotes.",
        "앵커와 별칭은 몇 줄로도 기가바이트를 만들 수 있어 쓸 수 없습니다. &나 *로 시작하는 "
        "텍스트라면 따옴표로 감싸십시오.",
    ),
    "B008": Text(
        "The key << would merge another mapping into this one. Write the keys out where they "
        "belong: who reads the question then sees all of it.",
        "<< 키는 다른 매핑을 합칩니다. 키를 그 자리에 직접 쓰면 문제 전체가 한눈에 보입니다.",
    ),
    "B009": Text(
        "Tags ask YAML to build objects. Banks are plain text, lists and mappings; text that "
        "only starts with ! needs quotes.",
        "태그는 YAML에 객체를 만들라고 시킵니다. 문제 은행에는 텍스트와 목록, 매핑만 씁니다. !로 "
        "시작하는 텍스트라면 따옴표로 감싸십시오.",
    ),
    "B010": Text(
        "One file is one bank. A line of three hyphens starts a second YAML document, and what "
        "follows it is not read.",
        "파일 하나가 문제 은행 하나입니다. 붙임표 세 개로 된 줄은 두 번째 YAML 문서를 시작하며, "
        "그 뒤는 읽지 않습니다.",
    ),
    "B011": Text(
        "YAML readers keep the last of two equal keys and drop the other in silence. Here it is "
        "an error, with the line of the first.",
        "흔한 YAML 도구는 같은 키 가운데 마지막 것만 남기고 나머지를 말없이 버립니다. 여기서는 "
        "오류이며 처음 나온 줄을 알려 줍니다.",
    ),
    "B012": Text(
        "A key that nothing reads is nearly always a slip of the finger, so it is an error and "
        "the nearest known key is named.",
        "아무도 읽지 않는 키는 대개 오타입니다. 그래서 오류로 알리고 가장 비슷한 키를 보여 줍니다.",
    ),
    "B013": Text(
        "There is nothing in the file but blanks and comments. `quizapp new FILE` writes a bank "
        "to start from.",
        "빈칸과 주석뿐인 파일입니다. `quizapp new FILE` 명령이 출발점이 될 문제 은행을 만듭니다.",
    ),
    "B014": Text(
        "YAML allows a list or a mapping as a key; no key of a bank is one. Mostly a text that "
        "starts with a bracket lacks its quotes.",
        "YAML에서는 목록이나 매핑도 키가 되지만 문제 은행에는 그런 키가 없습니다. 대개 괄호로 "
        "시작하는 텍스트에 따옴표가 빠진 경우입니다.",
    ),
    "B015": Text(
        "After 200 problems the rest is only counted: one slip near the top often makes many "
        "below.",
        "문제점이 200개를 넘으면 나머지는 세기만 합니다. 앞쪽의 실수 하나가 뒤에 여러 문제점을 "
        "만드는 일이 많습니다.",
    ),
    "B021": Text(
        "Unquoted, { starts a mapping and [ a list. Text that begins with a placeholder or a "
        "shape needs quotes.",
        "따옴표가 없으면 {는 매핑, [는 목록의 시작입니다. 자리표시자나 모양으로 시작하는 "
        "텍스트는 따옴표로 감싸십시오.",
    ),
    "B022": Text(
        "The characters % @ ` | > , and some others mean something to YAML at the start of a "
        "text. Quotes take that meaning away.",
        "% @ ` | > , 같은 문자는 텍스트 맨 앞에서 YAML의 기호가 됩니다. 따옴표로 감싸면 글자로 "
        "읽힙니다.",
    ),
    "B023": Text(
        "A colon followed by a space makes a key of what stands before it. Put the whole text in "
        "quotes.",
        "쌍점 뒤에 공백이 오면 그 앞이 키가 됩니다. 텍스트 전체를 따옴표로 감싸십시오.",
    ),
    "B024": Text(
        "Inside [...] and {...} a comma ends the text, and so cuts Conv2d(3, 64, 3) into pieces. "
        "Put the call or the text in quotes; the line to paste is in the message.",
        "[...]와 {...} 안에서는 쉼표에서 텍스트가 끝나 Conv2d(3, 64, 3) 같은 호출이 잘립니다. "
        "따옴표로 감싸십시오. 고친 줄은 메시지에 있습니다.",
    ),
    "B025": Text(
        "A blank and # begin a comment. If the text was to go on, put it in quotes; before a "
        "real comment put two spaces.",
        "공백 뒤의 #부터는 주석입니다. 텍스트가 이어져야 한다면 따옴표로 감싸고, 주석이라면 앞에 "
        "공백을 두 칸 두십시오.",
    ),
    "B026": Text(
        "YAML indents with spaces only. Set the editor to write spaces for the tab key.",
        "YAML은 공백으로만 들여씁니다. 편집기에서 탭 키가 공백을 넣게 하십시오.",
    ),
    "B027": Text(
        "A quote that is not closed swallows what follows. The place given is where it was opened.",
        "닫지 않은 따옴표는 뒤의 내용을 모두 삼킵니다. 표시한 자리가 따옴표를 연 곳입니다.",
    ),
    "B028": Text(
        "Brackets come in pairs of one kind. The place given is the bracket without a partner.",
        "괄호는 같은 종류끼리 짝을 이룹니다. 표시한 자리가 짝이 없는 괄호입니다.",
    ),
    "B029": Text(
        "The text cannot be read as YAML, and no slip that is known explains it. Look at this "
        "place and just before it.",
        "YAML로 읽을 수 없고, 알려진 실수 가운데 들어맞는 것도 없습니다. 이 자리와 바로 앞을 "
        "살펴보십시오.",
    ),
    "B030": Text(
        "Double quotes read \\ as the start of an escape. Single quotes leave it as it is.",
        "큰따옴표 안에서는 \\가 이스케이프의 시작입니다. 작은따옴표 안에서는 그대로 남습니다.",
    ),
    "B031": Text(
        "Without a space after its colon a key is read as plain text.",
        "쌍점 뒤에 공백이 없으면 키가 아니라 텍스트로 읽힙니다.",
    ),
    "B032": Text(
        "What stands side by side starts in the same column; what belongs to a key is indented "
        "under it.",
        "나란한 항목은 같은 열에서 시작하고, 키에 속한 것은 그 아래로 들여씁니다.",
    ),
    "B033": Text(
        "A closing quote ends the text. Put quotes of the other kind around all of it.",
        "닫는 따옴표에서 텍스트가 끝납니다. 다른 종류의 따옴표로 전체를 감싸십시오.",
    ),
    "B034": Text(
        "Every line of a mapping begins with a key. A text that goes on is indented further.",
        "매핑의 줄은 모두 키로 시작합니다. 이어지는 텍스트는 더 들여쓰십시오.",
    ),
    "B035": Text(
        "In brackets a comma separates neighbours, also where each has a line of its own.",
        "괄호 안에서는 줄을 바꾸더라도 나란한 항목 사이에 쉼표를 씁니다.",
    ),
}
