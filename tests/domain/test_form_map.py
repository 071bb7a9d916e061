"""What goes into which cell of a form, and what comes of it."""

from datetime import date
from pathlib import Path

import pytest

from rmtool.domain import form_map
from rmtool.domain import form_names
from rmtool.domain.form_map import Block
from rmtool.domain.form_map import FormMap
from rmtool.domain.form_map import Values
from rmtool.domain.forms import Form
from rmtool.domain.forms import FormSheet
from rmtool.domain.forms import Growth
from rmtool.domain.forms import Place
from rmtool.domain.forms import parse_cell
from rmtool.errors import UsageError

VISITS = (
    {"day": date(2026, 11, 23), "client": "甲", "text": "一"},
    {"day": date(2026, 11, 24), "client": "乙", "text": "二"},
)
VALUES = Values(
    {"owner": "王敏", "visits_count": 2, "today": date(2026, 11, 26), "department": ""},
    {"visit": VISITS, "plan": ()},
)


def form(**cells: str) -> Form:
    places = {place: text for name, text in cells.items() if (place := parse_cell(name))}
    return Form(Path("x.xlsx"), (FormSheet("表", "s", places),))


def test_a_cell_of_one_name_takes_the_value_itself_and_others_its_text() -> None:
    wanted = form_map.from_placeholders(
        form(A1="{{visits_count}}", A2="共 {{ visits_count }} 次，{{ owner }}", A3="{{ today }}"), VALUES
    )
    (fill,) = form_map.fills(wanted, VALUES)
    assert list(fill.cells.values()) == [2, "共 2 次，王敏", date(2026, 11, 26)]
    assert form_map.names_in("共 {{ visits_count }} 次，{{ owner }}") == ("visits_count", "owner")


def test_a_row_with_a_list_repeats_and_what_lies_below_moves() -> None:
    asked = form(
        A3="{{ visit.index }}", B3="{{ visit.client }}：{{ visit.text }}", C3="{{ owner }}", A5="{{ owner }}"
    )
    (fill,) = form_map.fills(form_map.from_placeholders(asked, VALUES), VALUES)
    assert fill.growths == (Growth(3, 1, 3),)
    assert fill.cells == {
        Place(3, 1): 1, Place(3, 2): "甲：一", Place(3, 3): "王敏", Place(4, 1): 2, Place(4, 2): "乙：二", Place(4, 3): "王敏",
        Place(6, 1): "王敏",
    }  # fmt: skip


def test_a_list_without_rows_leaves_its_row_empty() -> None:
    wanted = form_map.from_placeholders(form(A3="{{ plan.due }}", B3="{{ plan.text }}"), VALUES)
    (fill,) = form_map.fills(wanted, VALUES)
    assert (fill.cells, fill.growths) == ({Place(3, 1): "", Place(3, 2): ""}, ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ visit_count }}", "visits_count"),
        ("{{ visit.clint }}", "visit.client"),
        ("{{ }}", "''"),
        ("{{ 7*7 }}", "7"),
        ("{{ owner.x }}", "owner"),
    ],
)
def test_a_name_that_there_is_not_is_told_with_its_cell_and_the_nearest(text: str, words: str) -> None:
    with pytest.raises(UsageError, match="表!B2") as caught:
        form_map.from_placeholders(form(B2=text), VALUES)
    assert words in str(caught.value)


def test_a_row_repeats_for_one_list_only() -> None:
    with pytest.raises(UsageError, match="visit and for plan"):
        form_map.from_placeholders(form(A2="{{ visit.day }}", B2="{{ plan.text }}"), VALUES)


def test_every_field_may_be_asked_for_even_where_there_are_no_rows() -> None:
    for which, fields in form_names.LISTS.items():
        for each in (*fields, form_names.INDEX):
            assert form_map.from_placeholders(
                form(A1=form_map.placeholder(f"{which}.{each}")), Values({}, {})
            ).blocks


def test_a_form_with_room_is_not_grown() -> None:
    wanted = FormMap({}, (Block("s", "visit", 3, 6, {1: "{{ visit.client }}"}),))
    (fill,) = form_map.fills(wanted, VALUES)
    assert (fill.cells, fill.growths) == ({Place(3, 1): "甲", Place(4, 1): "乙"}, ())


def test_blocks_side_by_side_share_the_rows_they_add() -> None:
    values = Values({}, {"visit": VISITS * 3, "plan": ({"text": "x"},) * 4})
    wanted = FormMap({"s": {Place(9, 1): "{{ owner }}"}}, (
        Block("s", "visit", 3, 5, {1: "{{ visit.client }}"}), Block("s", "plan", 3, 5, {3: "{{ plan.text }}"}),
        Block("s", "plan", 7, 8, {1: "{{ plan.text }}"}),
    ))  # fmt: skip
    (fill,) = form_map.fills(wanted, values)
    assert fill.growths == (Growth(5, 3, 5), Growth(8, 2, 8))
    assert {place.row for place in fill.cells if place.column == 3} == {3, 4, 5, 6}
    assert {place.row for place in fill.cells if place.column == 1} == {*range(3, 9), *range(10, 14), 14}
    looks = [
        form_map.where(wanted, values, "s", Place(row, 1)).row
        for row in (2, 3, 5, 6, 8, 9, 10, 11, 12, 13, 14)
    ]
    assert looks == [2, 3, 5, 5, 5, 6, 7, 8, 8, 8, 9]


def test_nothing_to_fill_is_no_fill() -> None:
    assert form_map.fills(FormMap({"s": {}}, ()), VALUES) == ()
    assert not form_map.has_placeholders(form(A1="{ owner }"))
    assert form_map.has_placeholders(form(A1="a {{ owner }}"))
