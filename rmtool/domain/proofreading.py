"""What is wrong with the words of a report (校对): copied text, placeholders left in, amounts without a unit."""

import re
from difflib import SequenceMatcher
from typing import Literal
from typing import NamedTuple

from rmtool.domain.text import fold

What = Literal["no next step", "same text", "placeholder", "no unit", "incomplete"]
# From here on a text is taken for the one of last time.
ALIKE = 0.95

_PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|[_＿]{2,}|[xX×＊*]{2,}|某{2,}|(?<![a-z])(?:todo|tbd|tbc|fixme|lorem ipsum)(?![a-z])"
    r"|待(?:补充?|填写?|定)|此处|[\[【<＜（(](?:客户|姓名|名称|金额|日期|内容|client|name|amount|date)[^\]】>＞）)]{0,8}[\]】>＞）)]",
    re.IGNORECASE,
)
_MONEY_WORDS = (
    "金额|贷款?|续贷|授信|借款|放款|提款|还款|回款|货款|打款|存款?|余额|价格?|报价|成交|订单|合同|定金|首付|租金|销售额|营业额|营收"
    "|销量额|保费|佣金|预算|amounts?|loans?|deposits?|credits?|price[sd]?|quote[sd]?|orders?|worth|paid|pays?|budgets?|balances?"
)
_AMOUNT = re.compile(
    # Money is spoken of, few words on stands a number, and nothing that says of what it is.
    rf"(?:{_MONEY_WORDS})[\s:：]{{0,2}}(?:约|大概|近|共|为|是|达|到|of|about|is|was|at|for|to)?\s?"
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?![\d.,]*\d|\s?[%％‰元万亿千百块k]|\s?(?:yuan|rmb|cny|usd|m\b|bn\b|million|percent|points?|bps?))"
    r"(?=\s*(?:$|[,，。.;；、!！?？)）\n]|左右|以上|以内|以下|上下|and\b|or\b))",
    re.IGNORECASE,
)


class Finding(NamedTuple):
    """One thing to look at before the report goes out: `record` is visit, task or client, `number` which one it is.

    `text` is the piece of text that is meant, or what is missing.
    """

    what: What
    record: str
    number: int
    client: str
    text: str


def alike(text: str, before: str) -> float:
    """How much of two texts is the same, 0 to 1, whatever their width, case and blanks."""
    one, other = fold(text), fold(before)
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # Cheap bounds first: nearly all pairs differ a lot.
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < ALIKE:
        return 0.0
    return matcher.ratio()


def placeholders(text: str) -> tuple[str, ...]:
    """What was to be filled in and is not: {{ name }}, ___, XX, 某某, 待补充, TODO."""
    return tuple(found.group() for found in _PLACEHOLDER.finditer(text))


def without_unit(text: str) -> tuple[str, ...]:
    """Amounts that don't say of what: 续贷500 (元? 万元?), where 续贷500万 does; each with the word before it."""
    return tuple(found.group() for found in _AMOUNT.finditer(text))
