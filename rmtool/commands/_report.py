"""What the report commands share: make the value, choose the format, show it or put it in a file."""

import inspect
import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Annotated
from typing import NamedTuple

import typer

from rmtool import paths
from rmtool.app import App
from rmtool.commands import _hiding
from rmtool.commands import _report_values
from rmtool.commands._hiding import Mask
from rmtool.commands._parameters import Json
from rmtool.domain import date_words
from rmtool.domain import periods
from rmtool.domain.hiding import Hiding
from rmtool.domain.periods import Period
from rmtool.domain.schedules import KINDS
from rmtool.domain.text import one_line
from rmtool.domain.text import shown
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.reports.owed import Wanted
from rmtool.writers import json_text
from rmtool.writers import templates

FORMATS = ("text", "md", "html", "sms", "json", "docx", "pdf", "xlsx")
# What no terminal can show.
_FILES = ("docx", "pdf", "xlsx")
_BY_SUFFIX = {
    ".txt": "text", ".text": "text", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".json": "json",
    ".docx": "docx", ".pdf": "pdf", ".xlsx": "xlsx",
}  # fmt: skip

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar=_("FORMAT"),
        help=_("text, md, html, json, docx, pdf or xlsx; daily-report also sms."),
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar=_("FILE"),
        help=_("Write FILE; its suffix tells the format. - is standard output."),
    ),
]
Template = Annotated[
    str,
    typer.Option(
        "--template",
        metavar=_("TEMPLATE"),
        help=_("Name of a template (see `rmtool report --list`), or a file."),
    ),
]
OwnerOnly = Annotated[
    str,
    typer.Option("--owner", metavar=_("NAME"), help=_("Only what belongs to NAME; everybody's by default.")),
]


Unmasked = Annotated[
    bool,
    typer.Option("--unmasked", help=_("Leave phones, identity and card numbers in the texts whole.")),
]

Reason = Annotated[
    str,
    typer.Option(
        "--reason", metavar=_("TEXT"), help=_("Why a file is written --unmasked: it is kept on record.")
    ),
]


Sources = Annotated[
    bool,
    typer.Option("--sources", help=_("Say under each section which visits, tasks and clients it came from.")),
]


class Asked(NamedTuple):
    """The options of a report command as they were typed; `client` is the number of the client a report is about.

    `scheduled` where it is a schedule that asks.
    """

    format: str = ""
    output: str = ""
    template: str = ""
    owner: str = ""
    mask: str = ""
    unmasked: bool = False
    reason: str = ""
    sources: bool = False
    json: bool = False
    client: int = 0
    scheduled: bool = False

    def hiding(self, app: App) -> Hiding:
        """How openly to write; raises UsageError and RefusedError."""
        return _hiding.chosen(app, self.mask, unmasked=self.unmasked, scheduled=self.scheduled)


def takes_options(called: Callable[..., None]) -> Callable[..., None]:
    """`called` with the options of every report command in the place of its parameter `asked`."""

    @wraps(called)
    def command(app: App, **values: str | bool) -> None:
        asked = Asked(**{key: values.pop(key) for key in _OPTIONS})  # type: ignore[arg-type]
        called(app, asked, **values)

    own = [
        each for each in inspect.signature(called, eval_str=True).parameters.values() if each.name != "asked"
    ]
    options = [
        inspect.Parameter(
            key, inspect.Parameter.KEYWORD_ONLY, default=Asked._field_defaults[key], annotation=annotation
        )
        for key, annotation in _OPTIONS.items()
    ]
    command.__signature__ = inspect.Signature([*own, *options])  # type: ignore[attr-defined]
    return command


_OPTIONS = {
    "format": Format, "output": Output, "template": Template, "owner": OwnerOnly, "mask": Mask, "unmasked": Unmasked, "reason": Reason, "sources": Sources, "json": Json,
}  # fmt: skip


def period(name: str, text: str, today: date) -> Period:
    """The day, week or month report `name` is of: the one `text` names, or that holds the day it names.

    Raises UsageError, also where it names another kind of period: the wrong days would be reported.
    """
    kind = KINDS[name]
    found = periods.parse_period(text, today, kind)
    if found.kind not in ("day", kind):
        raise UsageError(
            _("{word} is another kind of period: `rmtool report {name} PERIOD` takes any.").format(
                word=date_words.quoted(text), name=name
            )
        )
    return periods.of(kind, found.first)


def run(app: App, name: str, period: Period, asked: Asked) -> None:
    """Make report `name` as it was asked for; raises UsageError, RefusedError, CannotWriteError, SettingsError."""
    file = None if asked.output in ("", "-") else Path(asked.output)
    form = chosen("json" if asked.json else asked.format, file, asked.template)
    write(app, name, period, form or _first_format(app, asked.template or name), file, asked)
    if file is not None:
        app.say(_("Wrote {path}.").format(path=shown(str(file))))


def chosen(format: str, file: Path | None, template: str) -> str:
    """The format meant: the one asked for, else the template's, else the file's suffix; empty if none tells it.

    Raises UsageError.
    """
    if format:
        word = {"txt": "text", "markdown": "md", "htm": "html"}.get(format.lower(), format.lower())
        if word not in FORMATS:
            raise UsageError(
                _("Unknown format {word}: use one of {known}.").format(
                    word=shown(format), known=", ".join(FORMATS)
                )
            )
        return word
    told = templates.format_of(template) if template.endswith(".j2") else None
    if told or file is None:
        return told or ""
    if file.suffix.lower() not in _BY_SUFFIX:
        raise UsageError(
            _(
                "{path} does not tell its format: end it in .txt, .md, .html, .json, .docx, .pdf or .xlsx, or add --format."
            ).format(path=shown(str(file)))
        )
    return _BY_SUFFIX[file.suffix.lower()]


def _first_format(app: App, name: str) -> str:
    """Text, or what the template of that name writes where there is none as text."""
    formats = [each.format for each in templates.listing(shelf(app)) if each.name == name]
    return "text" if "text" in formats or not formats else formats[0]


def write(
    app: App, name: str, period: Period, format: str, file: Path | None, asked: Asked | None = None
) -> None:
    """Write report `name` of `period` into `file`, or show it where there is none."""
    asked = asked or Asked()
    if file is None and format in _FILES:
        _refuse_terminal(format, asked)
        sys.stdout.buffer.write(content(app, name, period, format, asked))
    elif file is None:
        app.show(made(app, name, period, format, asked).rstrip("\n"))
    else:
        reason = needed_reason(asked.reason, unmasked=asked.unmasked)
        data = content(app, name, period, format, asked)
        with app.file_out(file, Path(asked.template), masked=not asked.unmasked, reason=reason) as out:
            out.write(data)


def needed_reason(text: str, *, unmasked: bool) -> str:
    """Why a file is written unmasked, to be kept on record; empty for one that is masked. Raises UsageError."""
    if not unmasked:
        return ""
    if not text.strip():
        raise UsageError(
            _(
                "--unmasked writes a file in which nothing is hidden: say why with --reason TEXT, which is kept on record."
            )
        )
    return one_line(text, "--reason")


def _refuse_terminal(format: str, asked: Asked) -> None:
    if asked.output != "-" or sys.stdout.isatty():
        raise UsageError(
            _("A file in {format} is nothing to read on a terminal: name it with -o FILE.{format}.").format(
                format=format
            )
        )


def content(app: App, name: str, period: Period, format: str, asked: Asked) -> bytes:
    """Report `name` of `period` as a file holds it; raises SettingsError where a program or library for it is missing."""
    if format == "docx":
        # Imported here: few reports are Word files.
        from rmtool.writers import word

        text = made(app, name, period, "md", asked)
        return word.document(text, name, shelf(app), app.profile)
    if format == "pdf":
        # Imported here: few reports are PDF files.
        from rmtool.writers import pdf

        program = pdf.found(app.environ)
        return pdf.document(content(app, name, period, pdf.reads(program), asked), program, app.environ)
    if format == "xlsx":
        # Imported here: few reports are workbooks, and an export takes more than a report.
        from rmtool.commands import export

        if asked.client:
            raise UsageError(
                _("A client report is no workbook: write it as .docx, .pdf, .html, .md, .txt or .json.")
            )
        return export.workbook(app, period, asked.hiding(app))
    return made(app, name, period, format, asked).encode()


def made(app: App, name: str, period: Period, format: str, asked: Asked) -> str:
    """Report `name` of `period` as text in `format`; what identifies a person is masked unless asked otherwise."""
    record = json_text.record(value(app, name, period, asked))
    hiding = asked.hiding(app)
    record = {key: hiding.record(each, app.language, key) for key, each in record.items()}
    if format == "json":
        return json_text.document(record) + "\n"
    return templates.render(record, asked.template or name, format, shelf(app), app.profile)


def value(app: App, name: str, period: Period, asked: Asked) -> object:
    """The report as a value; raises UsageError where it can't tell its sources."""
    if asked.sources and not _report_values.has_sources(name):
        raise UsageError(
            _("{name} does not tell its sources: it is read out as it is.").format(name=shown(name))
        )
    with app.look() as db:
        return _report_values.made(
            app, db, Wanted(name, period, app.now, asked.owner.strip(), asked.sources, asked.client)
        )


def shelf(app: App) -> templates.Shelf:
    """Where this run looks for templates."""
    return templates.Shelf(paths.home(app.environ), paths.templates_folder(), app.language)
