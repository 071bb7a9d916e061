"""Each trade has a story that shows all its duties over two weeks or more, with a holiday or a shift day between."""

import re
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from pathlib import Path

import pytest

from rmtool.domain import holidays
from tests.config.test_cited_duties import TRADES
from tests.stories.test_stories import moment
from tests.stories.test_stories import steps

STORIES = Path(__file__).parent
SATURDAY = 5


def story(trade: str) -> Path:
    """The story of a trade: named as its profile is."""
    return STORIES / f"trade_{TRADES[trade][1].replace('-', '_')}.story"


def lines(trade: str) -> list[str]:
    """The first line of every step of the story: comments, clock, language, commands."""
    return [step.lines[0] for step in steps(story(trade))]


def shown(trade: str) -> Iterator[str]:
    """The comments that stand right before a command; the first ones tell of the whole story and do not count."""
    found: list[str] = []
    begun = False
    for line in lines(trade):
        if line.startswith("$ "):
            yield from found if begun else ()
            found, begun = [], True
        elif line == "":
            found = []
        elif line.startswith("#"):
            found.append(line)


def span(trade: str) -> tuple[date, date]:
    """The first and the last day of the story."""
    moments: list[datetime] = []
    for line in lines(trade):
        if line.startswith("@now "):
            word = line.removeprefix("@now ").strip()
            moments.append(moment(word, moments[-1] if moments else datetime.min))
    return moments[0].date(), moments[-1].date()


@pytest.mark.parametrize("trade", TRADES)
def test_a_story_begins_with_its_profile_and_shows_the_standing_duties(trade: str) -> None:
    commands = [line for line in lines(trade) if line.startswith("$ ")]
    assert commands[0].startswith(f"$ rmtool use-profile {TRADES[trade][1]} --yes")
    assert "$ rmtool duties" in commands


@pytest.mark.parametrize("trade", TRADES)
def test_every_duty_of_a_trade_is_named_before_what_shows_it(trade: str) -> None:
    wanted = {f"{trade}.{number}" for number in range(1, TRADES[trade][0] + 1)}
    named = {each for line in shown(trade) for each in re.findall(r"[A-Z]+\.\d+", line)}
    assert sorted(wanted - named) == []
    assert sorted(each for each in named - wanted if not each.startswith("ALL.")) == []


@pytest.mark.parametrize("trade", TRADES)
def test_a_story_goes_over_two_weeks_with_a_holiday_or_shift_day_between(trade: str) -> None:
    calendar, (first, last) = holidays.official(), span(trade)
    days = [first + timedelta(days=each) for each in range((last - first).days + 1)]
    assert len(days) > 14
    assert [day for day in days if calendar.is_working(day) != (day.weekday() < SATURDAY)] != []
