from datetime import date
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool import i18n
from rmtool.domain import festival_table
from rmtool.domain import festivals
from rmtool.domain import lunar
from rmtool.errors import UsageError

YEARS = range(festivals.FIRST_YEAR, festivals.LAST_YEAR + 1)


@pytest.mark.parametrize("festival", festivals.FESTIVALS, ids=lambda each: each.key)
def test_each_year_has_it_once_and_in_its_season(festival: festivals.Festival) -> None:
    days = [festivals.day_in(festival, year) for year in YEARS]
    # A lunar year has 354 to 385 days; nothing comes twice in one or skips one.
    assert all(353 <= (after - before).days <= 385 for before, after in pairwise(days))
    assert all(
        date(year - 1, 12, 29) <= day <= date(year, 12, 31) for year, day in zip(YEARS, days, strict=True)
    )
    if festival.key != "laba":
        assert [day.year for day in days] == list(YEARS)


@pytest.mark.parametrize(
    "festival", [each for each in festivals.FESTIVALS if not each.fixed], ids=lambda each: each.key
)
def test_the_table_agrees_with_the_calendar(festival: festivals.Festival) -> None:
    assert festival.key in festival_table.KEYS
    for year in festival_table.DAYS:
        assert festival_table.day_of(festival.key, year) == festivals.reckoned(festival, year)
    assert festival_table.day_of(festival.key, 1999) is None
    assert festival_table.day_of("christmas", 2026) is None


@pytest.mark.parametrize("year", YEARS)
def test_the_lunar_calendar_agrees(year: int) -> None:
    def told(key: str) -> tuple[int, int, bool]:
        return lunar.of(festivals.day_in(festivals.find(key), year))[:3]

    assert told("spring-festival") == (1, 1, False)
    assert told("mid-autumn") == (8, 15, False)
    assert told("dragon-boat") == (5, 5, False)
    assert told("laba") == (12, 8, False)
    # The eve is the last day of its month, the 29th or 30th.
    assert lunar.of(festivals.day_in(festivals.find("除夕"), year))[3]
    assert festivals.day_in(festivals.find("清明"), year) in (date(year, 4, each) for each in (4, 5, 6))


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("春节", "2026-02-17"), ("Spring Festival", "2027-02-06"), ("过年", "2025-01-29"), ("除夕", "2026-02-16"),
        ("端午", "2026-06-19"), ("中秋节", "2026-09-25"), ("mid autumn", "2025-10-06"), ("重阳", "2026-10-18"),
        ("元宵", "2026-03-03"), ("清明", "2026-04-05"), ("冬至", "2026-12-22"), ("五一", "2026-05-01"),
        ("教师节", "2026-09-10"), ("xmas", "2026-12-25"), ("腊八", "2026-01-26"),
        ("小年", "2026-02-10"), ("七夕", "2026-08-19"), ("３８", ""), ("国庆", "2026-10-01"),
    ],
)  # fmt: skip
def test_known_days(word: str, day: str) -> None:
    if day:
        assert festivals.day_in(festivals.find(word), int(day[:4])).isoformat() == day
    else:
        assert festivals.known(word) is None


def test_no_word_means_two_festivals() -> None:
    words = [
        festivals._plain(word)
        for each in festivals.FESTIVALS
        for word in {festivals._plain(name) for name in (each.key, each.zh, each.en, *each.words)}
    ]
    assert len(words) == len(set(words))


def test_the_nearest_is_named() -> None:
    with pytest.raises(UsageError, match="Unknown occasion 中秋季; the nearest: 中秋"):
        festivals.find("中秋季")
    with pytest.raises(UsageError, match="the nearest: birthday"):
        festivals.find("brithday", ("birthday",))
    with pytest.raises(UsageError, match="write birthday or a festival, such as 元旦"):
        festivals.find("zzzz")
    assert festivals.known(" ") is None


def test_a_year_outside_is_refused() -> None:
    with pytest.raises(UsageError, match="Christmas is known from 1901 to 2099, not in 2100"):
        festivals.day_in(festivals.find("christmas"), 2100)
    with pytest.raises(UsageError, match="not in 2100"):
        festivals.next_day(festivals.find("new-year"), date(2099, 6, 1))


def test_labels_and_animals() -> None:
    found = festivals.get("spring-festival")
    assert found is not None
    assert (found.label("zh"), found.label("en")) == ("春节", "Spring Festival")
    assert festivals.get("birthday") is None
    assert (festivals.animal(date(2026, 2, 17), "zh"), festivals.animal(date(2024, 2, 10), "en")) == (
        "马",
        "Dragon",
    )
    i18n.choose("zh")
    with pytest.raises(UsageError, match="圣诞节"):
        festivals.day_in(festivals.find("christmas"), 1900)


def test_one_just_past_still_counts() -> None:
    mid_autumn = festivals.find("中秋")
    assert festivals.next_day(mid_autumn, date(2026, 10, 2)) == date(2026, 9, 25)
    assert festivals.next_day(mid_autumn, date(2026, 10, 3)) == date(2027, 9, 15)
    assert festivals.next_day(festivals.find("new-year"), date(2026, 12, 31)) == date(2027, 1, 1)
    assert festivals.next_day(festivals.find("christmas"), date(2027, 1, 1)) == date(2026, 12, 25)


@given(st.dates(date(1901, 3, 1), date(2098, 11, 1)), st.integers(1, 400))
def test_what_comes_lies_in_the_days_and_in_order(first: date, days: int) -> None:
    found = festivals.coming(first, days)
    assert [day for day, _each in found] == sorted(day for day, _each in found)
    assert all(first <= day < first + timedelta(days=days) for day, _each in found)
    if days >= 385:
        assert {each.key for _day, each in found} == {each.key for each in festivals.FESTIVALS}


def test_an_occasion_is_said_as_people_say_it() -> None:
    assert [festivals.label("mid-autumn", each) for each in ("zh", "en")] == ["中秋节", "Mid-Autumn Festival"]
    assert [festivals.label("birthday", each) for each in ("zh", "en")] == ["生日", "birthday"]
    assert festivals.label("公司成立日", "en") == "公司成立日"
