"""What many people's files have in common."""

from array import array
from datetime import date
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import team
from rmtool.domain.team import Logged
from rmtool.domain.team import Part
from rmtool.domain.team import Sent


def sent(
    file: str,
    made_at: str,
    *uuids: int,
    owner: str = "王敏",
    form: tuple[str, ...] = (),
    content: bytes = b"",
) -> Sent:
    part = Part("visits", "拜访", (), (), (), len(uuids), 0, (), array("Q", uuids))
    return Sent(file, owner, made_at, "all", True, (part,), form, content)


DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("cell", "kind", "value", "why"),
    [
        ("", "number", None, ""),
        (None, "date", None, ""),
        (3, "number", 3, ""),
        (3.0, "number", 3, ""),
        (3.5, "money", 3.5, ""),
        ("1,234", "number", 1234, ""),
        ("－５", "number", -5, ""),
        ("12.50", "money", 12.5, ""),
        ("三次", "number", "三次", "number"),
        (DAY, "number", "2026-11-24", "number"),
        (DAY, "date", DAY, ""),
        ("2026年11月24日", "date", DAY, ""),
        ("2026/11/24", "date", DAY, ""),
        ("2026-02-30", "date", "2026-02-30", "date"),
        ("明天", "date", "明天", "date"),
        (46350, "date", "46350", "date"),
        (date(1926, 1, 1), "date", date(1926, 1, 1), "reach"),
        (date(9999, 1, 1), "date", date(9999, 1, 1), "reach"),
        (time(9, 30), "time", time(9, 30), ""),
        ("09:30", "time", time(9, 30), ""),
        ("晚上", "time", "晚上", "time"),
        (0.4, "time", "0.4", "time"),
        ("字", "text", "字", ""),
        (13812345678, "code", "13812345678", ""),
        (DAY, "note", "2026-11-24", ""),
        ("长" * 10_001, "note", "长" * 9_999 + "…", "long"),
    ],
)  # fmt: skip
def test_a_cell_is_held_by_its_column_or_stays_text_with_its_reason(cell, kind, value, why):
    assert team.settled(cell, kind, logged=True) == (value, why)


def test_a_birthday_of_a_form_may_be_a_century_ago():
    assert team.settled(date(1926, 1, 1), "date") == (date(1926, 1, 1), "")


@given(
    st.one_of(st.text(), st.integers(), st.floats(), st.dates(), st.times()),
    st.sampled_from(["text", "note", "code", "number", "money", "date", "time"]),
)
def test_any_cell_is_settled(cell, kind):
    value, why = team.settled(cell, kind)
    assert isinstance(value, str) or not why or why == "reach"


@pytest.mark.parametrize(
    ("heading", "votes", "kind"),
    [
        ("次数", (3, 0, 1), "number"),
        ("日期", (0, 3, 1), "date"),
        ("内容", (0, 0, 3), "note"),
        ("空", (0, 0, 0), "text"),
        ("手机号", (3, 0, 0), "code"),
        ("phone", (3, 0, 0), "code"),
        ("金额", (2, 0, 2), "note"),
    ],
)
def test_a_column_holds_what_most_of_its_cells_are(heading, votes, kind):
    assert team.kind_of(heading, votes) == kind


def test_missing_is_who_neither_sent_nor_is_in_a_files_name():
    assert team.missing(["王 敏", "李雷", "韩梅", "韩梅", "Zoe"], ["王敏", "ＺＯＥ"], ["周报-李雷.xlsx"]) == (
        "韩梅",
    )


def test_titles_are_such_as_excel_takes():
    assert team.free_title("a/b:c?*[x]", []) == "a b c   x"
    assert team.free_title("'", []) == "-"
    assert team.free_title("summary", ["Summary", "summary 2"]) == "summary 3"
    assert len(team.free_title("长" * 40, [])) == 28


def test_the_newer_file_keeps_a_row_of_two():
    found = team.winners([sent("old", "2026-11-23", 1, 2), sent("new", "2026-11-24", 2, 3)])
    assert [found.counts(1, 0), found.counts(2, 0), found.counts(2, 1), found.counts(3, 1)] == [
        True,
        False,
        True,
        True,
    ]
    assert found.counts(0, 0)


def test_rows_without_key_all_count():
    assert team.winners([sent("a", "1", 0, 0), sent("b", "2", 0)]).taken == {}
    assert team.repeated([array("Q", [0, 0, 5, 6]), array("Q", [6])]) == {6}


def test_most_files_say_which_form_it_is():
    a, b, c = sent("a", "1", form=("x",)), sent("b", "1", form=("y",)), sent("c", "1", form=("y",))
    assert team.same_kind([a, b, c]) == (("y",), (a,))
    assert team.same_kind([]) == ((), ())


def test_a_form_of_one_person_or_of_one_content_counts_once():
    files = [
        sent("a", "1", form=("x",), content=b"1"),
        sent("b", "2", form=("x",), content=b"2"),
        sent("c", "3", form=("x",), content=b"3", owner="李雷"),
        sent("d", "4", form=("x",), content=b"3", owner="韩梅"),
        sent("e", "5"),
    ]
    assert team.sent_again(files) == {0: 1, 2: 3}


def test_rows_are_counted_by_person_and_week():
    totals = team.Totals()
    totals.add("王敏", "visits", {"day": DAY, "client_number": 1})
    totals.add("王敏", "visits", {"day": DAY, "client_number": 1})
    totals.add("李雷", "visits", {"day": "?", "client": "甲"})
    totals.add("李雷", "clients", {})
    totals.add("李雷", "tasks", {"opened_on": DAY, "closed_on": date(2026, 12, 1)})
    totals.add("李雷", "tasks", {"opened_on": DAY})
    wang, li = totals.people["王敏"], totals.people["李雷"]
    assert (wang.visits, wang.touched, li.clients, li.open, li.closed) == (2, 1, 1, 1, 1)
    week = totals.weeks["2026-W48"]
    assert (week.visits, week.touched, week.opened, totals.weeks["2026-W49"].closed) == (2, 1, 2, 1)
    assert totals.weeks[""].visits == 1
    assert totals.rows == {"visits": 3, "clients": 1, "tasks": 2}


def test_a_forms_numbers_are_summed():
    totals = team.Totals()
    totals.add_form("王敏", "走访", [("次数", 2), ("金额", "两万")], DAY)
    totals.add_form("王敏", "走访", [("次数", 0.5)], None)
    assert totals.people["王敏"].sums == {("走访", "次数"): 2.5}
    assert (totals.people["王敏"].rows, totals.weeks["2026-W48"].rows) == (2, 1)


def logged(owner: str, *matches: int, uuid: int = 0, credit: int = 0) -> Logged:
    return Logged(owner, f"{owner}.xlsx", 1, "甲", uuid, matches, credit)


def test_a_client_of_two_people_is_a_duplicate_and_one_persons_is_none():
    both = [
        logged("王敏", 1, 2),
        logged("李雷", 2, 3),
        logged("韩梅", 3),
        logged("赵四", 9),
        logged("赵四", 9, 8),
    ]
    found = list(team.duplicates(both))
    assert [(each.group, each.by, each.logged.owner) for each in found] == [
        (1, "number", "李雷"), (1, "number", "王敏"), (1, "number", "韩梅"),
    ]  # fmt: skip


def test_what_duplicates_have_in_common_is_said():
    credit = [logged("王敏", 7, credit=7), logged("李雷", 7, 1, credit=7)]
    record = [logged("王敏", uuid=5), logged("李雷", uuid=5)]
    assert {each.by for each in team.duplicates(credit)} == {"credit"}
    assert {each.by for each in team.duplicates(record)} == {"record"}


def test_long_chains_of_numbers_are_one_client():
    chain = [logged(str(number), number, number + 1) for number in range(50, 1, -1)]
    assert {each.group for each in team.duplicates(chain)} == {1}


def test_keys_are_never_nothing():
    assert team.known_by("") > 0
    assert team.credit_key(" 91350100m000100y43 ") == team.credit_key("91350100M000100Y43")
