"""Birthdays in both calendars: how they are written, and the day on which they are kept."""

import subprocess
import sys
from datetime import date
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import birthdays
from rmtool.errors import UsageError

DAYS = st.dates(date(1903, 1, 1), date(2097, 12, 31))
SOLAR = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"--{day:%m-%d}")
# Leap months are those that occur, the second to the eleventh; not every one of them ever has 30 days.
LUNAR = st.builds("--{:02d}-{:02d}".format, st.integers(1, 12), st.integers(1, 30)) | st.builds(
    "--{:02d}-{:02d}+".format, st.integers(2, 11), st.integers(1, 29)
)


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("1985-03-12", "1985-03-12"), ("1985/3/12", "1985-03-12"), ("1985.3.12", "1985-03-12"),
        ("19850312", "1985-03-12"), ("1985年3月12日", "1985-03-12"), ("1985 年 3 月 12 日", "1985-03-12"),
        ("一九八五年三月十二日", "1985-03-12"), ("１９８５－０３－１２", "1985-03-12"),
        ("03-12", "--03-12"), ("--03-12", "--03-12"), ("3/12", "--03-12"), ("3月12日", "--03-12"),
        ("3月12号", "--03-12"), ("三月十二号", "--03-12"), ("公历3月12日", "--03-12"), ("2月29日", "--02-29"),
        ("1984-02-29", "1984-02-29"),
    ],
)  # fmt: skip
def test_a_solar_birthday_is_kept_as_text(word: str, kept: str) -> None:
    assert birthdays.parse_birthday(word, lunar=False) == kept


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("八月十五", "--08-15"), ("农历八月十五", "--08-15"), ("阴历 八月十五", "--08-15"), ("8月15", "--08-15"),
        ("08-15", "--08-15"), ("--08-15", "--08-15"), ("1985-08-15", "1985-08-15"), ("19850815", "1985-08-15"),
        ("1985年八月十五", "1985-08-15"), ("一九八五年八月十五", "1985-08-15"), ("正月初一", "--01-01"),
        ("冬月初十", "--11-10"), ("十一月二十", "--11-20"), ("腊月三十", "--12-30"), ("十二月卅", "--12-30"),
        ("八月廿三", "--08-23"), ("八月二十三", "--08-23"), ("八月二十三日", "--08-23"), ("八月初八日", "--08-08"),
        ("十月初十", "--10-10"), ("十月十九", "--10-19"), ("八月廿", "--08-20"), ("2月30日", "--02-30"),
        ("闰四月初八", "--04-08+"), ("闰4月8日", "--04-08+"), ("--04-08+", "--04-08+"),
        ("2020年闰四月初八", "2020-04-08+"), ("2020-04-08+", "2020-04-08+"),
    ],
)  # fmt: skip
def test_a_lunar_birthday_is_kept_as_text(word: str, kept: str) -> None:
    assert birthdays.parse_birthday(word, lunar=True) == kept


@pytest.mark.parametrize(
    ("word", "lunar", "reason"),
    [
        ("2月30日", False, "does not exist"), ("1985-02-29", False, "does not exist"),
        ("13-01", False, "does not exist"), ("00-10", False, "does not exist"),
        ("1885-03-12", False, "does not exist"), ("八月十五", False, "no birthday"),
        ("03-12+", False, "no birthday"), ("闰四月初八", False, "no birthday"), ("", False, "no birthday"),
        ("85-03-12", False, "no birthday"), ("1985-03", False, "no birthday"), ("today", False, "no birthday"),
        ("农历3月12日", False, "names its calendar"), ("公历3月12日", True, "names its calendar"),
        ("八月三十一", True, "does not exist"), ("08-31", True, "does not exist"), ("13-01", True, "does not exist"),
        ("0-10", True, "does not exist"), ("8月0日", True, "does not exist"),
        ("闰正月初八", True, "does not exist"), ("2021年闰四月初八", True, "does not exist"),
        ("2026年腊月三十", True, "does not exist"), ("八月初", True, "no birthday"), ("八月十十", True, "no birthday"),
        ("八月", True, "no birthday"), ("三月廿十", True, "no birthday"), ("", True, "no birthday"),
        ("2101-01-01", True, "does not exist"),
    ],
)  # fmt: skip
def test_what_is_no_birthday_is_refused(word: str, lunar: bool, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        birthdays.parse_birthday(word, lunar)


@given(SOLAR | st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str))
def test_a_solar_birthday_is_read_back(kept: str) -> None:
    assert birthdays.parse_birthday(kept, lunar=False) == kept


@given(LUNAR)
def test_a_lunar_birthday_is_read_back(kept: str) -> None:
    assert birthdays.parse_birthday(kept, lunar=True) == kept


# Festivals and months as any almanac has them; 2025 has a leap sixth month, 2026 no leap month.
@pytest.mark.parametrize(
    ("birthday", "lunar", "year", "day"),
    [
        ("1985-03-12", False, 2026, "2026-03-12"), ("2000-02-29", False, 2026, "2026-02-28"),
        ("--02-29", False, 2028, "2028-02-29"), ("--01-01", True, 2026, "2026-02-17"),
        ("1985-08-15", True, 2026, "2026-09-25"), ("--08-15", True, 2025, "2025-10-06"),
        ("--05-05", True, 2026, "2026-06-19"), ("--06-01", True, 2025, "2025-06-25"),
        ("--06-01+", True, 2025, "2025-07-25"), ("--06-01+", True, 2026, "2026-07-14"),
        ("--04-08+", True, 2020, "2020-05-30"), ("--12-30", True, 2026, "2026-02-16"),
    ],
)  # fmt: skip
def test_the_day_on_which_it_is_kept(birthday: str, lunar: bool, year: int, day: str) -> None:
    assert str(birthdays.falls_on(birthday, lunar, year)) == day


def test_a_lunar_day_may_skip_a_solar_year_or_come_twice() -> None:
    # Its second day of the twelfth month is in December or in January.
    counts = {
        sum(
            "12-02" in birthdays.lunar_endings(date(year, 1, 1) + timedelta(days=offset), 1)
            for offset in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
        )
        for year in range(2010, 2030)
    }
    assert counts == {0, 1, 2}


def test_a_window_is_half_open() -> None:
    assert birthdays.upcoming("--11-24", False, date(2026, 11, 24), 1) == date(2026, 11, 24)
    assert birthdays.upcoming("--11-24", False, date(2026, 11, 23), 1) is None
    assert birthdays.upcoming("--11-24", False, date(2026, 11, 17), 7) is None
    assert birthdays.upcoming("--11-24", False, date(2026, 11, 24), 0) is None
    assert birthdays.upcoming("--01-02", False, date(2026, 12, 30), 7) == date(2027, 1, 2)
    assert birthdays.upcoming("--12-25", True, date(2026, 12, 30), 60) == date(2027, 2, 1)


def test_beyond_the_almanac_no_lunar_birthday_is_kept() -> None:
    assert birthdays.falls_on("--01-01", True, 2100) is None
    assert birthdays.falls_on("--01-01", True, 1900) is None
    assert birthdays.lunar_endings(date(2100, 3, 1), 3) == ()


def test_endings_for_the_store() -> None:
    assert birthdays.solar_endings(date(2026, 2, 27), 3) == ("02-27", "02-28", "02-29", "03-01")
    assert birthdays.solar_endings(date(2028, 2, 28), 2) == ("02-28", "02-29")
    assert birthdays.lunar_endings(date(2026, 2, 16), 2) == (
        "12-29",
        "12-30",
        "12-29+",
        "12-30+",
        "01-01",
        "01-01+",
    )
    assert birthdays.lunar_endings(date(2025, 7, 25), 1) == ("06-01+",)
    assert birthdays.lunar_endings(date(2025, 6, 25), 1) == ("06-01",)


@given(birthday=SOLAR, first=DAYS)
def test_a_solar_birthday_is_kept_once_a_year(birthday: str, first: date) -> None:
    found = birthdays.upcoming(birthday, False, first, 366)
    assert found is not None
    again = birthdays.upcoming(birthday, False, found + timedelta(days=1), 366)
    assert again is not None
    assert 365 <= (again - found).days <= 366


@given(birthday=LUNAR, first=DAYS)
def test_a_lunar_birthday_is_kept_once_a_lunar_year(birthday: str, first: date) -> None:
    found = birthdays.upcoming(birthday, True, first, 414)
    assert found is not None
    again = birthdays.upcoming(birthday, True, found + timedelta(days=1), 414)
    assert again is not None
    # Twelve or thirteen months; a leap month's own birthday moves by one month more or less.
    assert 324 <= (again - found).days <= 414


@given(birthday=st.tuples(SOLAR, st.just(False)) | st.tuples(LUNAR, st.just(True)), first=DAYS)
def test_the_endings_find_a_birthday_on_the_very_day(birthday: tuple[str, bool], first: date) -> None:
    text, lunar = birthday
    endings = birthdays.lunar_endings if lunar else birthdays.solar_endings
    found = birthdays.upcoming(text, lunar, first, 40)
    matching = [
        first + timedelta(days=n) for n in range(40) if text[2:] in endings(first + timedelta(days=n), 1)
    ]
    assert matching[:1] == ([found] if found else [])
    assert (text[2:] in endings(first, 40)) == (found is not None)


def test_a_solar_birthday_needs_no_almanac() -> None:
    code = (
        "import sys; from rmtool.domain import birthdays, periods; from datetime import date;"
        "birthdays.parse_birthday('1985-03-12', False); birthdays.solar_endings(date(2026, 1, 1), 7);"
        "birthdays.upcoming('--03-12', False, date(2026, 1, 1), 7); sys.exit('borax' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_another_day_of_the_year_is_kept_alike() -> None:
    assert birthdays.parse_yearly("2008-06-18", False) == "2008-06-18"
    assert birthdays.parse_yearly("八月初六", True) == "--08-06"
    with pytest.raises(UsageError, match="soon is no day of a year"):
        birthdays.parse_yearly("soon", False)


@pytest.mark.parametrize(
    ("birthday", "lunar", "day", "age"),
    [
        ("1985-09-25", False, date(2026, 9, 25), 41), ("--09-25", False, date(2026, 9, 25), None),
        ("1985-12-08", True, date(2026, 1, 26), 40), ("1985-01-01", True, date(2026, 2, 17), 41),
    ],
)  # fmt: skip
def test_age(birthday: str, lunar: bool, day: date, age: int | None) -> None:
    assert birthdays.age_on(birthday, lunar, day) == age
