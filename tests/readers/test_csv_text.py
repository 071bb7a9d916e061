"""Separated text: encodings by rule, delimiters by count, rows that know their line."""

import codecs

import pytest

from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.readers import csv_text

TEXT = "客户名称,电话\r\n张三,13800138000\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("gb18030"), "GB18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_the_encoding_is_told_by_rule(data: bytes, name: str) -> None:
    assert csv_text.decoded(data) == (TEXT, name)


def test_an_encoding_may_be_said() -> None:
    assert csv_text.decoded("張".encode("big5"), "big5") == ("張", "big5")
    assert csv_text.decoded(TEXT.encode("utf-8-sig"), "utf-8") == (TEXT, "utf-8")


@pytest.mark.parametrize("word", ["klingon", "rot13", "hex", "utf-8\0"])
def test_an_unknown_encoding_is_wrong_usage(word: str) -> None:
    with pytest.raises(UsageError, match="encoding"):
        csv_text.decoded(b"x", word)


def test_bytes_of_no_encoding_are_refused_with_their_line() -> None:
    with pytest.raises(BadFileError, match="Line 2"):
        csv_text.decoded(b"name\n\xff\xff\n")


def test_the_wrong_encoding_said_is_refused() -> None:
    with pytest.raises(BadFileError, match="ascii"):
        csv_text.decoded("张".encode(), "ascii")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2\n3,5;4\n", ";"),
        ("a\tb\n1, x\t2; y\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("a\n1\n", ","),
        ('name,note\n张三,"a;b;c\nd;e;f"\n李四,"g;h;i"\n', ","),
        ("导出于 2026-11-01; 机密\nname,phone\n张三,1\n李四,2\n", ","),
    ],
)
def test_the_delimiter_is_the_one_most_rows_agree_on(text: str, delimiter: str) -> None:
    assert csv_text.find_delimiter(text) == delimiter


def test_rows_know_the_line_they_begin_in() -> None:
    rows = list(csv_text.read(b'name,note\n"a","two\nlines"\n\nb,x\n').rows)
    assert [(row.place, row.cells) for row in rows if any(row.cells)] == [
        (1, ("name", "note")),
        (2, ("a", "two\nlines")),
        (5, ("b", "x")),
    ]


def test_what_guards_a_formula_is_taken_off_again() -> None:
    (row,) = csv_text.read(b'\'=1+1,"=""00123""",\'x,=x').rows
    assert row.cells == ("=1+1", "00123", "'x", "=x")


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(BadFileError, match="empty"):
        csv_text.read(data)


def test_zero_bytes_all_over_are_refused() -> None:
    with pytest.raises(BadFileError, match="zero bytes"):
        csv_text.read("name,phone\n".encode("utf-16-le"))


def test_a_quote_that_never_ends_is_refused_with_its_line() -> None:
    with pytest.raises(BadFileError, match="line 2"):
        list(csv_text.read(b'a,b\n"x,1\ny,2\n').rows)


def test_a_list_of_names_keeps_its_commas() -> None:
    source = csv_text.read_lines("华星, 机械\n\n宝丰\n".encode())
    assert [row.cells for row in source.rows] == [("华星, 机械",), ("",), ("宝丰",)]
    assert source.delimiter == ""


def test_tabbed_text_is_a_table_whatever_its_name() -> None:
    source = csv_text.read_lines("姓名\t电话\n张三\t1\n".encode("utf-16"))
    assert (source.format, source.encoding, source.delimiter) == ("TSV", "UTF-16", "\t")
