"""Help pages and usage errors in the user's language, laid out for 80 columns and Chinese width."""

from collections.abc import Iterable
from collections.abc import Mapping
from difflib import get_close_matches

from typer._click.core import Command
from typer._click.core import Context
from typer._click.core import Parameter
from typer._click.exceptions import BadOptionUsage
from typer._click.exceptions import BadParameter
from typer._click.exceptions import MissingParameter
from typer._click.exceptions import NoSuchOption
from typer._click.exceptions import UsageError

from rmtool.domain.text import shown
from rmtool.domain.text import width
from rmtool.i18n import _
from rmtool.writers import pages

Rows = list[tuple[str, str]]


def page(command: Command, ctx: Context) -> str:
    """The help page of one command."""
    arguments: Rows = []
    options: Rows = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            names = record[0] if parameter.param_type_name != "argument" else _metavar(parameter)
            rows = arguments if parameter.param_type_name == "argument" else options
            # Typer's own options come with fixed English help; the others are translated already.
            rows.append((names, _(str(getattr(parameter, "help", "") or record[1]))))
    lines = [
        _("Usage: {usage}").format(usage=f"rmtool {ctx.info_name} {' '.join(_pieces(command, ctx))}"),
        "",
    ]
    lines += _paragraphs(command.help or "")
    for heading, rows in ((_("Arguments"), arguments), (_("Options"), options)):
        lines += _section(heading, rows)
    return "\n".join(lines)


def overview(door: Command, ctx: Context, groups: Mapping[str, Rows]) -> str:
    """The page that lists every command by group."""
    lines = [_("Usage: {usage}").format(usage=_("rmtool COMMAND ...")), ""]
    lines += _paragraphs(
        _("One line after a visit is all the writing; reports, workbook and reminders come out of that log.")
    )
    for heading, rows in groups.items():
        lines += _section(heading, rows)
    options = [
        (record[0], _(record[1])) for each in door.get_params(ctx) if (record := each.get_help_record(ctx))
    ]
    lines += _section(_("Options"), options)
    lines += ["", *_paragraphs(_(
        "`rmtool COMMAND --help` explains a command with examples; every command also works as `rm COMMAND`."
    ))]  # fmt: skip
    return "\n".join(lines)


def _metavar(parameter: Parameter) -> str:
    return str(getattr(parameter, "metavar", None) or (parameter.name or "").upper()).strip("[]")


def _named(parameter: Parameter) -> str:
    return _metavar(parameter) if parameter.param_type_name == "argument" else parameter.opts[0]


def _pieces(command: Command, ctx: Context) -> list[str]:
    pieces = [_("[OPTIONS]")]
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "argument":
            name = _metavar(parameter)
            pieces.append(name if parameter.required else f"[{name}]")
    return pieces


def _section(heading: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    rows = list(rows)
    if not rows:
        return []
    columns = _columns()
    first = min(max(width(name) for name, _help in rows), 26) + 4
    lines = ["", _("{heading}:").format(heading=heading)]
    for name, text in rows:
        if width(name) + 4 > first:
            lines.append(f"  {name}")
            name = ""
        for line in pages.wrapped(text, columns - first):
            lines.append(f"  {name}{' ' * (first - 2 - width(name))}{line}".rstrip())
            name = ""
    return lines


def _columns() -> int:
    # Longer lines are hard to read, and the pages of the docs would change with the terminal.
    return max(40, min(pages.columns(), 100))


def _paragraphs(text: str) -> list[str]:
    """Text as lines: what begins with two spaces is kept as it is, the lines of a paragraph are wrapped anew."""
    lines: list[str] = []
    paragraph = ""
    for line in [*text.strip().split("\n"), ""]:
        if line and not line.startswith("  "):
            paragraph += (" " if paragraph and line[0].isascii() else "") + line
            continue
        if paragraph:
            lines += pages.wrapped(paragraph, _columns())
            paragraph = ""
        lines.append(line)
    return lines[:-1]


def unknown(word: str, known: Iterable[str]) -> str:
    """The sentence for a command that does not exist."""
    near = get_close_matches(word, list(known), n=3)
    if near:
        return _("There is no command {word}; the nearest: {near}.").format(
            word=shown(word), near=", ".join(near)
        )
    return _("There is no command {word}: see `rmtool --help`.").format(word=shown(word))


def sentence(error: UsageError, command: str = "") -> str:
    """What Typer found wrong on the line of `command`, as one line with the next step."""
    command = (error.ctx.info_name if error.ctx else "") or command
    more = _("see `rmtool {command} --help`").format(command=command) if command else _("see `rmtool --help`")
    if isinstance(error, NoSuchOption):
        return _no_such_option(error, more)
    if isinstance(error, BadOptionUsage):
        return _("{option} needs a value: {more}.").format(option=error.option_name, more=more)
    if isinstance(error, MissingParameter):
        name = _metavar(error.param) if error.param is not None else "?"
        return _("{name} is missing: {more}.").format(name=name, more=more)
    if isinstance(error, BadParameter):
        name = _named(error.param) if error.param is not None else "?"
        kind = error.param.type.name if error.param is not None else "?"
        if kind.split()[0] in ("int", "float"):
            return _number(error.param).format(option=name, more=more)
        return _("The value of {option} can't be right: {more}.").format(option=name, more=more)
    return _("Too many words on the line: put a text of several words in quotes; {more}.").format(more=more)


def _number(parameter: Parameter | None) -> str:
    """The sentence for a number that is none, or out of its range."""
    least, most = (getattr(getattr(parameter, "type", None), name, None) for name in ("min", "max"))
    if least is None:
        return _("{option} takes a number: {more}.")
    if most is None:
        sentence = _("{option} takes a number, {least} or more: {more}.")
    else:
        sentence = _("{option} takes a number from {least} to {most}: {more}.")
    return sentence.replace("{least}", str(least)).replace("{most}", str(most))


def _no_such_option(error: NoSuchOption, more: str) -> str:
    takes_text = error.ctx is not None and any(each.name == "text" for each in error.ctx.command.params)
    option = shown(error.option_name)
    if takes_text and not error.possibilities:
        return _("There is no option {option}: a text that begins with - needs -- before it; {more}.").format(
            option=option, more=more
        )
    if error.possibilities:
        return _("There is no option {option}; the nearest: {near}; {more}.").format(
            option=option, near=", ".join(error.possibilities), more=more
        )
    return _("There is no option {option}: {more}.").format(option=option, more=more)
