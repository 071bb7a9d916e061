"""How Chinese is read: one syllable for each character.

Nothing but `names` imports this, and only for a name with a Chinese character in it.
"""

from functools import lru_cache
from itertools import chain

from pypinyin import lazy_pinyin

# Read otherwise as a surname than as a word, or wrongly by the dictionary.
_SURNAMES: dict[str, tuple[str, ...]] = {
    "万俟": ("mo", "qi"),
    "中行": ("zhong", "hang"),
    "尉迟": ("yu", "chi"),
    "宰父": ("zai", "fu"),
    "澹台": ("tan", "tai"),
    "皇甫": ("huang", "fu"),
    "长孙": ("zhang", "sun"),
    "鲜于": ("xian", "yu"),
    "尉遲": ("yu", "chi"),
    "長孫": ("zhang", "sun"),
}
_SINGLE = (
    "单shan 單shan 仇qiu 翟zhai 解xie 区ou 區ou 盖ge 蓋ge 曾zeng 查zha 朴piao 任ren 卜bu 缪miao 繆miao 覃qin "
    "员yun 員yun 洗xian 折she 繁po 种chong 乐yue 樂yue 秘bi 祭zhai 阚kan 闞kan 能nai 句gou 角jue 乜nie 都du "
    "佴nai 召shao 薄bo 藏zang"
)
_SURNAMES |= {pair[0]: (pair[1:],) for pair in _SINGLE.split()}


# A bulk import brings the same word again and again: 客户1, 客户2, 客户3.
@lru_cache(maxsize=8192)
def syllables(text: str, surname: bool) -> tuple[str, ...]:
    """The reading of `text`, all Chinese, a syllable a character; ü is v; `surname`: it begins with one."""
    if not surname:
        # Characters without a reading come back in one piece, as they are.
        pieces = ((piece,) if piece.isascii() else tuple(piece) for piece in lazy_pinyin(text))
        return tuple(chain.from_iterable(pieces))
    length = 2 if len(text) > 2 and text[:2] in _SURNAMES else 1
    family, given = text[:length], text[length:]
    # Read apart: 解放 is a word, but 解 with the given name 放 is not.
    return (_SURNAMES.get(family) or syllables(family, False)) + (syllables(given, False) if given else ())
