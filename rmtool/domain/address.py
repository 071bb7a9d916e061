"""How a person is addressed (称呼): 张总, 李女士, Ms Chen; pure rules, no data of anybody."""

import re
from collections.abc import Iterator
from collections.abc import Mapping
from functools import cache
from typing import Literal
from typing import NamedTuple

from rmtool.domain.names import is_chinese
from rmtool.domain.text import fold

Sex = Literal["", "female", "male"]

# The surnames of two characters that are still borne.
_COMPOUND_TEXT = (
    "欧阳 司马 诸葛 上官 皇甫 尉迟 慕容 令狐 东方 西门 南宫 夏侯 司徒 司空 公孙 长孙 宇文 轩辕 端木 独孤 申屠 太史 闻人 濮阳 淳于"
    " 单于 澹台 公冶 宗政 赫连 呼延 钟离 鲜于 闾丘 亓官 百里 东郭 第五 拓跋 万俟 完颜 纳兰 司寇 仲孙 颛孙 公羊 谷梁 乐正 梁丘 左丘"
)  # fmt: skip
_COMPOUND = frozenset(_COMPOUND_TEXT.split())
# The commonest in pinyin: which end of a Latin name is the surname.
_PINYIN_TEXT = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han"
    " feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lü ding ren shen yao lu cui zhong tan"
    " fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu hou yin xue yan duan lei long tao mao hao gong shao wan"
    " qian ouyang sima zhuge shangguan"
)
_PINYIN = frozenset(_PINYIN_TEXT.split())
_COURTESIES = (
    "先生",
    "女士",
    "太太",
    "小姐",
    "夫人",
    "老师",
    "教授",
    "医生",
    "大夫",
    "律师",
    "师傅",
    "总",
    "经理",
    "主任",
)
_LATIN_COURTESY = r"(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam)\b\.?\s"

# What a role makes of a surname. Where several fit, the one that ends last decides, and of those the longest:
# 总裁办主任 is a 主任, 副总经理 a 总, 总经理助理 none.
_TITLES: Mapping[str, str] = {
    **dict.fromkeys(
        ("总经理", "董事长", "董事", "总裁", "老板", "老总", "副总", "总监", "总工", "总工程师", "总会计师", "创始人", "合伙人",
         "法人", "法人代表", "法定代表人", "店主", "厂主", "老板娘", "执行董事", "总", "ceo", "cfo", "coo", "cto", "cio", "president",
         "chairman", "chairwoman", "general manager", "managing director", "owner", "founder", "boss", "gm"), "总",
    ),
    **dict.fromkeys(("经理", "manager"), "经理"),
    **dict.fromkeys(("老师", "教师", "班主任", "teacher"), "老师"),
    **dict.fromkeys(("教授", "professor"), "教授"),
    **dict.fromkeys(("医生", "医师", "大夫", "doctor", "physician"), "医生"),
    **dict.fromkeys(("律师", "lawyer", "attorney"), "律师"),
    **dict.fromkeys(("师傅", "司机", "技师"), "师傅"),
    **{each: each for each in (
        "主任", "科长", "处长", "局长", "部长", "行长", "院长", "校长", "园长", "厂长", "店长", "站长", "所长", "队长", "会长", "秘书长",
        "理事长", "社长", "书记", "镇长", "乡长", "村长", "县长", "区长", "市长", "主管", "会计", "警官", "女士", "先生",
    )},
    # They stand for somebody and are not called so.
    **dict.fromkeys(("助理", "秘书", "家属", "爱人", "太太"), ""),
}  # fmt: skip
_STANDS_IN = r"\b(?:assistant|secretary|pa)\b"
_PROFESSIONS = {"医生": "Dr", "教授": "Professor"}
_SEXES: Mapping[str, Sex] = {
    "女": "female", "女性": "female", "女士": "female", "f": "female", "female": "female", "woman": "female", "ms": "female",
    "mrs": "female", "男": "male", "男性": "male", "先生": "male", "m": "male", "male": "male", "man": "male", "mr": "male",
}  # fmt: skip
SEX_FIELDS = ("性别", "sex", "gender")


class Person(NamedTuple):
    """Whom to address: the name, what the person does, and the sex where it is known."""

    name: str
    role: str = ""
    sex: Sex = ""


def sex(id_number: str, fields: Mapping[str, str]) -> Sex:
    """What an identity number, else a field for it, says; empty where neither does."""
    if len(id_number) == 18 and id_number[16].isdecimal():
        return "male" if int(id_number[16]) % 2 else "female"
    for key, value in fields.items():
        if key.strip().casefold() in SEX_FIELDS:
            return _SEXES.get(fold(value), "")
    return ""


def addressed(person: Person, language: str) -> str:
    """How `person` is addressed in a text of that language: by role, else by sex, else by the full name."""
    name = " ".join(person.name.split())
    if is_chinese(name.replace(" ", "")):
        name = name.replace(" ", "")
    if _is_courteous(name):
        return name
    surname = surname_of(name)
    role = title(person.role)
    if not surname:
        # 阿依古丽·买买提女士: a name without a surname is said whole.
        whole = {"female": "女士", "male": "先生"}.get(person.sex, "")
        return name + whole if whole and _chinese_letters(name) else name
    if language != "zh":
        return _english(name, surname, role, person.sex)
    courtesy = role or {"female": "女士", "male": "先生"}.get(person.sex, "")
    return surname + courtesy if courtesy else name


@cache
def title(role: str) -> str:
    """The title that a role gives, such as 总 or 经理; empty where it gives none."""
    text = role.casefold()
    if re.search(_STANDS_IN, text):
        return ""
    found = [(match.end(), len(word), word) for word in _TITLES for match in _places(word, text)]
    return _TITLES[max(found)[2]] if found else ""


def leads(role: str) -> bool:
    """Whether who has that role speaks for a firm: whom to greet there."""
    return title(role) in ("总", "经理")


def surname_of(name: str) -> str:
    """The surname in a full name, Chinese or Latin; empty where the name does not tell it."""
    if is_chinese(name):
        if len(name) >= 3 and name[:2] in _COMPOUND:
            return name[:2] if len(name) <= 4 else ""
        return name[0] if 2 <= len(name) <= 4 else ""
    words = name.split()
    if len(words) < 2 or not all(
        re.fullmatch(r"[^\W\d_][\w.'’-]*", word) and word.isascii() for word in words
    ):
        return ""
    first, last = (word.casefold() in _PINYIN for word in (words[0], words[-1]))
    if first and last:
        return ""
    return words[0] if first else words[-1]


def _places(word: str, text: str) -> Iterator[re.Match[str]]:
    edge = r"\b" if word.isascii() else ""
    # 总 alone is one only at the end: 总务 and 总台 are none.
    end = r"(?=$|[\s,，、/;；（(])" if word == "总" else edge
    return re.finditer(edge + re.escape(word) + end, text)


def _is_courteous(name: str) -> bool:
    return bool(re.match(_LATIN_COURTESY, name, re.IGNORECASE)) or (
        _chinese_letters(name) and any(name.endswith(each) and len(name) > len(each) for each in _COURTESIES)
    )


def _chinese_letters(name: str) -> bool:
    return is_chinese(re.sub(r"[·・•\s]", "", name))


def _english(name: str, surname: str, role: str, sex: Sex) -> str:
    if not surname.isascii():
        return name
    courtesy = _PROFESSIONS.get(role) or {"female": "Ms", "male": "Mr"}.get(sex, "")
    return f"{courtesy} {surname}" if courtesy else name
