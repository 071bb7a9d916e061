"""The festivals (节日) people greet each other at: what each is called, and on which day of a year it is.

The lunar calendar is loaded only for years that `festival_table` does not hold.
"""

from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import Literal
from typing import NamedTuple

from rmtool import i18n
from rmtool.domain import festival_table
from rmtool.domain.care import BIRTHDAY
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _

Kind = Literal["solar", "lunar", "eve", "term"]
For = Literal["", "women", "teachers"]
FIRST_YEAR, LAST_YEAR = 1901, 2099
# One that passed so few days ago is still greeted for.
JUST_PAST = 7


class Festival(NamedTuple):
    """A festival: its key and labels, the rule that finds its day, and other words for it.

    The rule is a `solar` month and day, a `lunar` month and day, so many days before the Spring Festival (`eve`), or a
    solar `term`, by its number. `whom` names those it is for, where not all.
    """

    key: str
    zh: str
    en: str
    kind: Kind
    month: int
    day: int
    words: tuple[str, ...] = ()
    whom: For = ""

    def label(self, language: str) -> str:
        """The festival as people of `language` say it."""
        return self.zh if language == "zh" else self.en

    @property
    def fixed(self) -> bool:
        """Whether it is on the same day every year."""
        return self.kind == "solar"


FESTIVALS: tuple[Festival, ...] = (
    Festival("new-year", "元旦", "New Year's Day", "solar", 1, 1, ("新年", "阳历年")),
    Festival("laba", "腊八节", "Laba Festival", "lunar", 12, 8, ("腊八",)),
    Festival("little-new-year", "小年", "Little New Year", "lunar", 12, 23, ("灶王节", "祭灶")),
    Festival("new-years-eve", "除夕", "Chinese New Year's Eve", "eve", 0, 1, ("大年三十", "年三十", "年夜")),
    Festival("spring-festival", "春节", "Spring Festival", "lunar", 1, 1, ("过年", "大年初一", "农历新年", "chinese new year", "lunar new year", "cny")),
    Festival("lantern", "元宵节", "Lantern Festival", "lunar", 1, 15, ("元宵", "上元")),
    Festival("womens-day", "妇女节", "Women's Day", "solar", 3, 8, ("三八", "三八节", "女神节", "女王节"), "women"),
    Festival("qingming", "清明节", "Qingming Festival", "term", 4, 6, ("清明", "tomb sweeping day")),
    Festival("labour-day", "劳动节", "Labour Day", "solar", 5, 1, ("五一", "五一节", "labor day", "may day")),
    Festival("dragon-boat", "端午节", "Dragon Boat Festival", "lunar", 5, 5, ("端午", "端阳", "龙舟节")),
    Festival("qixi", "七夕", "Qixi Festival", "lunar", 7, 7, ("七夕节", "乞巧节")),
    Festival("teachers-day", "教师节", "Teachers' Day", "solar", 9, 10, (), "teachers"),
    Festival("mid-autumn", "中秋节", "Mid-Autumn Festival", "lunar", 8, 15, ("中秋", "八月十五", "团圆节", "moon festival")),
    Festival("national-day", "国庆节", "National Day", "solar", 10, 1, ("国庆", "十一")),
    Festival("double-ninth", "重阳节", "Double Ninth Festival", "lunar", 9, 9, ("重阳", "敬老节", "chongyang")),
    Festival("winter-solstice", "冬至", "Winter Solstice", "term", 12, 23, ("冬节", "dongzhi")),
    Festival("christmas", "圣诞节", "Christmas", "solar", 12, 25, ("圣诞", "xmas", "christmas day")),
)  # fmt: skip
_BY_KEY = {each.key: each for each in FESTIVALS}
ANIMALS = tuple(
    zip(
        "鼠牛虎兔龙蛇马羊猴鸡狗猪",
        (
            "Rat",
            "Ox",
            "Tiger",
            "Rabbit",
            "Dragon",
            "Snake",
            "Horse",
            "Goat",
            "Monkey",
            "Rooster",
            "Dog",
            "Pig",
        ),
        strict=True,
    )
)


def known(word: str) -> Festival | None:
    """The festival that `word` names in either language, or None."""
    folded = _plain(word)
    for each in FESTIVALS:
        if folded and folded in {_plain(name) for name in (each.key, each.zh, each.en, *each.words)}:
            return each
    return None


def label(occasion: str, language: str) -> str:
    """An occasion as people of `language` say it: a festival by its key, a birthday, or a day of a client's own."""
    festival = _BY_KEY.get(occasion)
    if festival is not None:
        return festival.label(language)
    birthday = "生日" if language == "zh" else "birthday"
    return birthday if occasion == BIRTHDAY else occasion


def find(word: str, others: Sequence[str] = ()) -> Festival:
    """The festival that `word` names; raises UsageError with the nearest, `others` among them."""
    found = known(word)
    if found is not None:
        return found
    # Imported here: only a word that was not found needs it.
    from difflib import get_close_matches

    names = {_plain(name): name for each in FESTIVALS for name in (each.zh, each.key, each.en, *each.words)}
    names |= {_plain(name): name for name in others}
    near = [names[each] for each in get_close_matches(_plain(word), names, n=3, cutoff=0.5)]
    if near:
        raise UsageError(
            _("Unknown occasion {word}; the nearest: {near}.").format(
                word=shown(word), near=_(", ").join(near)
            )
        )
    raise UsageError(
        _("Unknown occasion {word}: write birthday or a festival, such as {known}.").format(
            word=shown(word), known=_(", ").join(_BY_KEY[key].zh for key in _COMMON)
        )
    )


_COMMON = ("new-year", "spring-festival", "dragon-boat", "mid-autumn", "national-day")


def get(key: str) -> Festival | None:
    """The festival of that key, or None."""
    return _BY_KEY.get(key)


def day_in(festival: Festival, year: int) -> date:
    """Its day in a year from 1901 to 2099; raises UsageError outside.

    What belongs to the end of the lunar year (腊八, 小年, 除夕) is that before the year's Spring Festival: 腊八 may
    so be one of the last days of the year before.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(
            _("{festival} is known from {first} to {last}, not in {year}.").format(
                festival=festival.label(i18n.language()), first=FIRST_YEAR, last=LAST_YEAR, year=year
            )
        )
    if festival.kind == "solar":
        return date(year, festival.month, festival.day)
    return festival_table.day_of(festival.key, year) or reckoned(festival, year)


def reckoned(festival: Festival, year: int) -> date:
    """The day of one that moves, by the lunar calendar."""
    # Imported here: borax takes 30 ms, and the years at hand are in a table.
    from rmtool.domain import lunar

    month, day = festival.month, festival.day
    if festival.kind == "term":
        return lunar.term(year, day)
    if festival.kind == "eve":
        return lunar.kept_on(year, 1, 1, False) - timedelta(days=day)
    return lunar.kept_on(year - 1 if month == 12 else year, month, day, False)


def next_day(festival: Festival, today: date) -> date:
    """Its day nearest ahead; one that has just passed still counts, for greetings that come late."""
    start = today - timedelta(days=JUST_PAST)
    days = (day_in(festival, year) for year in range(start.year, start.year + 3))
    return next(day for day in days if day >= start)


def coming(first: date, days: int) -> tuple[tuple[date, Festival], ...]:
    """The festivals of the `days` days from `first` on, in order."""
    last = first + timedelta(days=days - 1)
    found = [
        (day, each)
        for each in FESTIVALS
        for year in _years(first.year, last.year + 1)
        if first <= (day := day_in(each, year)) <= last
    ]
    return tuple(sorted(found, key=lambda each: each[0]))


def animal(day: date, language: str) -> str:
    """The animal of the lunar year that begins at the Spring Festival of the day's year."""
    zh, en = ANIMALS[(day.year - 4) % 12]
    return zh if language == "zh" else en


def _years(first: int, last: int) -> range:
    return range(max(first, FIRST_YEAR), min(last, LAST_YEAR) + 1)


def _plain(word: str) -> str:
    return fold(word).replace("-", "").replace("'", "").replace("’", "")
