"""Separated text: encoding and delimiter are found by rule and stated, never guessed by statistics of language."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from rmtool.domain.formulas import bare
from rmtool.domain.text import shown
from rmtool.errors import BadFileError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.readers.tables import Row
from rmtool.readers.tables import Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE = 64 * 1024
_AS_FORMULA = re.compile(r'="([^"]*)"')


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text in `data` and the name of its encoding; `encoding` overrides what the rules say.

    Byte-order mark, else strict UTF-8, else strict GB18030. Raises BadFileError where none fits.
    """
    if encoding:
        return _as_told(data, encoding)
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _strict(data, codec, name)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030"), "GB18030"
    except UnicodeDecodeError as error:
        raise BadFileError(
            _("Line {line} is neither UTF-8 nor GB18030: name the encoding with --encoding.").format(
                line=data.count(b"\n", 0, error.start) + 1
            )
        ) from error


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding).name
        with suppress(UnicodeDecodeError):
            # An empty text would not tell that rot13 and the like are no encodings of text.
            b"    ".decode(codec)
    except (LookupError, ValueError) as error:
        raise UsageError(
            _("Unknown encoding {word}: use one such as utf-8, gb18030 or big5.").format(word=shown(encoding))
        ) from error
    if codec == "utf-8" and data.startswith(codecs.BOM_UTF8):
        codec = "utf-8-sig"
    text, _name = _strict(data, codec, encoding)
    return text.removeprefix("\ufeff"), encoding


def _strict(data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(codec), name
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise BadFileError(
            _("Line {line} is not {encoding}: name the right one with --encoding.").format(
                line=data.count(b"\n", 0, start) + 1, encoding=name
            )
        ) from error


def read(data: bytes, encoding: str = "") -> Source:
    """The rows of separated text; raises BadFileError where it is none."""
    text, name = _text(data, encoding)
    delimiter = find_delimiter(text)
    return Source(
        "CSV" if delimiter != "\t" else "TSV", _rows(text, delimiter), encoding=name, delimiter=delimiter
    )


def read_lines(data: bytes, encoding: str = "") -> Source:
    """The lines of plain text, one cell each; tab-separated text is read as such."""
    text, name = _text(data, encoding)
    lines = text.splitlines()
    tabs = sum("\t" in line for line in lines if line.strip())
    if tabs and tabs * 10 >= len(lines) * 9:
        return Source("TSV", _rows(text, "\t"), encoding=name, delimiter="\t")
    rows = (Row(place, (line.strip(),)) for place, line in enumerate(lines, 1))
    return Source(_("text, one name a line"), rows, encoding=name)


def _text(data: bytes, encoding: str) -> tuple[str, str]:
    text, name = decoded(data, encoding)
    if not text.strip():
        raise BadFileError(_("The file is empty."))
    if text.count("\0") * 100 > len(text):
        raise BadFileError(
            _("The file is not text: it is full of zero bytes. If it is UTF-16, say --encoding utf-16.")
        )
    return text, name


def find_delimiter(text: str) -> str:
    """The delimiter by which most of the first rows fall into the same number of columns, a comma if none does."""
    sample = text[:_SAMPLE]
    best, chosen = (0, 0), ","
    for delimiter in DELIMITERS:
        if delimiter not in sample:
            continue
        counts = Counter(_widths(sample, delimiter, whole=len(sample) == len(text)))
        for columns, rows in counts.most_common(3):
            if columns > 1 and (rows, columns) > best:
                best, chosen = (rows, columns), delimiter
    return chosen


def _widths(sample: str, delimiter: str, *, whole: bool) -> list[int]:
    widths: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            # Where it is the wrong delimiter, quotes stay within cells.
            if any(cells) and not any('"' in cell for cell in cells):
                widths.append(len(cells))
    except csv.Error:
        pass
    # A sample ends in the middle of a row.
    return (widths if whole else widths[:-1])[:200]


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    place = 1
    try:
        for cells in reader:
            yield Row(place, tuple([_plain(cell) if cell[:1] in "'=" else cell for cell in cells]))
            place = reader.line_num + 1
    except csv.Error as error:
        raise BadFileError(
            _(
                "The table is broken in the row that begins in line {line} ({reason}): look for a quote too many."
            ).format(line=place, reason=error)
        ) from error


def _plain(cell: str) -> str:
    """`cell` without what guards a text from being run as a formula."""
    found = _AS_FORMULA.fullmatch(cell)
    if found:
        return found[1]
    return bare(cell)
