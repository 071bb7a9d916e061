"""CSV for Excel: byte-order mark, CRLF, guarded formulas, untouched numbers."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.tables import Column
from rmtool.domain.tables import Table
from rmtool.writers import csv_text

COLUMNS = (Column("a", "A"), Column("b", "乙"))


def written(rows):
    file = io.BytesIO()
    csv_text.write(file, Table("t", "T", COLUMNS, rows))
    return file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|'/c calc'!A1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u3000=1",
        "\u200b=1",
        "\x01=1",
        "＝1",
        "＋1",
        "﹣1",
        "\n@x",
        "\tx",
    ],
)
def test_what_would_run_as_a_formula_gets_an_apostrophe(text):
    assert csv_text.cell(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "张三", "1-2", "a=b", "007", "#N/A", "'x", "“=1”", "110101199003078888", "😀", "(=1)"]
)
def test_other_text_stays_as_it_is(text):
    assert csv_text.cell(text) == text


@pytest.mark.parametrize(
    ("value", "text"), [(-2, "-2"), (-0.5, "-0.5"), (None, ""), (date(2026, 1, 2), "2026-01-02")]
)
def test_numbers_and_dates_are_not_guarded(value, text):
    assert csv_text.cell(value) == text


def test_a_list_is_guarded_as_the_text_it_becomes():
    assert csv_text.cell(("=a", "b")) == "'=a; b"


def test_the_file_has_a_mark_headings_and_dos_line_ends():
    assert written([("x", 1), ("y,z", None)]) == b"\xef\xbb\xbfA,\xe4\xb9\x99\r\nx,1\r\n" + b'"y,z",\r\n'


def test_the_file_stays_open_for_who_gave_it():
    file = io.BytesIO()
    csv_text.write(file, Table("t", "T", (Column("a", "A"),), []))
    assert not file.closed


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")), st.integers())
    )
)
def test_every_value_comes_back(rows):
    read = list(csv.reader(io.StringIO(written(rows).decode("utf-8-sig"), newline="")))[1:]
    assert [
        (a.removeprefix("'") if a[1:] == row[0] else a, int(b))
        for (a, b), row in zip(read, rows, strict=True)
    ] == rows
