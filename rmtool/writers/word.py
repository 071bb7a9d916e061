"""A report as a Word file: its Markdown poured into a Word template whose styles a firm may change at will."""

import base64
import io
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rmtool.config.profile import Profile
from rmtool.domain.text import shown
from rmtool.errors import SettingsError
from rmtool.i18n import _
from rmtool.writers.templates import Page
from rmtool.writers.templates import Shelf

_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look within a line."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: `kind` is h1, h2, h3, p, li or table; a table has its rows instead of a line."""

    kind: str
    line: tuple[Piece, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()


def blocks(markdown: str) -> tuple[Block, ...]:
    """The parts of a page in Markdown, in order."""
    return tuple(_blocks(MarkdownIt("commonmark", {"html": False}).enable("table").parse(markdown)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    kind, rows, row = "p", [], []  # type: ignore[var-annotated]
    lists = 0
    for token in tokens:
        if token.type == "heading_open":
            kind = token.tag if token.tag in ("h1", "h2") else "h3"
        elif token.type == "heading_close":
            kind = "p"
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        elif token.type == "table_open":
            kind, rows = "table", []
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            rows.append(tuple(row))
        elif token.type == "table_close":
            yield Block("table", rows=tuple(rows))
            kind = "p"
        elif token.type == "inline" and kind == "table":
            row.append(tuple(_pieces(token.children or ())))
        elif token.type == "inline":
            yield Block("li" if lists and kind == "p" else kind, tuple(_pieces(token.children or ())))


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    bold = 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += 1 if token.type == "strong_open" else -1
        elif token.type in ("softbreak", "hardbreak"):
            yield Piece("\n", bool(bold))
        elif token.content:
            yield Piece(token.content, bool(bold))


def document(markdown: str, name: str, shelf: Shelf, profile: Profile) -> bytes:
    """The page as a Word file, by the template NAME.docx or report.docx of the user's own, else the shipped one.

    Raises SettingsError where docxtpl is missing, or the template is broken or asks for too much.
    """
    if find_spec("docxtpl") is None:
        raise SettingsError(
            _("Word files need docxtpl: install it with `pip install 'rmtool[word]'`, or write .html or .md.")
        )
    path = template(name, shelf)
    if path.parent not in shelf.own:
        return poured(path.read_bytes(), str(path), {"markdown": markdown, "language": shelf.language})
    # What somebody else wrote runs in a process that can do no harm.
    # Imported here: the shipped templates need none.
    from rmtool.writers import template_box

    page = Page(path.name, str(path), "docx", shelf.language, (str(path.parent),))
    return base64.b64decode(
        template_box.Box(page, profile)({"markdown": markdown, "language": shelf.language})
    )


def poured(data: bytes, path: str, record: Mapping[str, object]) -> bytes:
    """The Word template `data`, told as `path`, with the page of `record` in it; raises SettingsError where it is broken."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]
    from docxtpl import RichText

    made: list[Mapping[str, object]] = []
    for each in blocks(str(record["markdown"])):
        rows = [[_rich(RichText, cell) for cell in row] for row in each.rows]
        made.append(
            {"kind": each.kind, "line": _rich(RichText, each.line), "head": rows[:1], "rows": rows[1:]}
        )
    out = io.BytesIO()
    try:
        page = DocxTemplate(io.BytesIO(data))
        page.render(
            {"blocks": made, "language": record["language"]},
            jinja_env=ImmutableSandboxedEnvironment(),
            autoescape=True,
        )
        page.save(out)
    except Exception as error:  # a template may fail in every way Python, Word's ZIP and its XML can
        reason = str(error).split("\n")[0] or type(error).__name__
        raise SettingsError(
            _("The Word template {path} is broken ({reason}): start again from the shipped one.").format(
                path=shown(path), reason=shown(reason)[:120]
            )
        ) from error
    return out.getvalue()


def poured_outside(page: Page) -> Callable[[Mapping[str, object]], str]:
    """What pours records into the user's own template in a process that can read no file any more, as base64."""
    from docx import Document

    path = Path(page.folders[0]) / page.name
    data = path.read_bytes()
    # What is loaded only when it is needed, or when it fails, is loaded now, while files can be read.
    for text in ("{{ language | upper }}{{ 'x' }}", "{{ nothing.at.all }}", "{% for %}"):
        empty, trial = io.BytesIO(), Document()
        trial.add_paragraph(text)
        trial.save(empty)
        with suppress(SettingsError):
            record = {"markdown": "# x\n\n| a |\n| --- |\n| b |\n", "language": page.language}
            poured(empty.getvalue(), "", record)
    return lambda record: base64.b64encode(poured(data, page.word, record)).decode("ascii")


def template(name: str, shelf: Shelf) -> Path:
    """The Word template for report `name`: the first there is; raises SettingsError for one that is too large."""
    for folder in shelf.folders:
        for file in (f"{Path(name).name}.docx", "report.docx"):
            path = folder / file
            if path.is_file():
                if path.stat().st_size > _MOST_BYTES:
                    raise SettingsError(
                        _("The Word template {path} is too large.").format(path=shown(str(path)))
                    )
                return path
    raise SettingsError(_("The shipped Word template is missing: install rmtool again."))


def _rich(kind: type, line: Sequence[Piece]) -> object:
    made = kind()
    for each in line:
        made.add(each.text, bold=each.bold or None)
    return made
