"""Reports through Jinja templates, the user's own before the shipped ones; the only importer of jinja2.

Templates run in Jinja's immutable sandbox with strict undefined: they see the report and a few filters,
nothing else. Whatever goes wrong in one is a SettingsError with its file and line.
"""

import re
from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from jinja2 import BaseLoader
from jinja2 import ChoiceLoader
from jinja2 import FileSystemLoader
from jinja2 import StrictUndefined
from jinja2 import TemplateNotFound
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from rmtool.config.profile import Profile
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.errors import UsageError
from rmtool.i18n import _
from rmtool.writers import charts
from rmtool.writers import template_filters

# The suffix of a file, and of the template that writes it, for each format made by a template.
SUFFIXES = {"text": "txt", "md": "md", "html": "html", "sms": "sms"}
SMS_LENGTH = 300
MOST_CHARACTERS = 10_000_000
_MOST_REPEATS = 100_000
_MOST_POWER = 64


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where templates are looked for: the home's own, then the shipped ones, in one language."""

    home: Path
    shipped: Path
    language: str

    @property
    def own(self) -> tuple[Path, ...]:
        """The user's folders, the one for this language first."""
        return (self.home / "templates" / self.language, self.home / "templates")

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder, in the order they are searched; the last holds what the shipped ones share."""
        return (*self.own, self.shipped / "reports" / self.language, self.shipped / "reports")


@dataclass(frozen=True, slots=True)
class Greetings(Shelf):
    """Where the texts for greetings lie: in a folder of their own, since they are no reports."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder, in the order they are searched."""
        mine, shipped = self.home / "templates" / "greetings", self.shipped / "greetings"
        return (mine / self.language, mine, shipped / self.language)


@dataclass(frozen=True, slots=True)
class Found:
    """One template a user may name: the report, the format it writes, whether it is the user's own, its file."""

    name: str
    format: str
    own: bool
    path: Path


def listing(shelf: Shelf) -> tuple[Found, ...]:
    """Every template there is; where two have the same name, the one that wins."""
    shared = {each.name for each in shelf.folders[-1].glob("*.j2")}
    found: dict[str, Found] = {}
    for folder in shelf.folders[:-1]:
        for path in sorted(folder.glob("*.j2")):
            name, _dot, suffix = path.name.removesuffix(".j2").rpartition(".")
            formats = [key for key, each in SUFFIXES.items() if each == suffix]
            if name and formats and path.name not in shared:
                found.setdefault(path.name, Found(name, formats[0], folder in shelf.own, path))
    return tuple(sorted(found.values(), key=lambda each: (each.name, list(SUFFIXES).index(each.format))))


def format_of(word: str) -> str | None:
    """The format a template's file name tells, as `weekly.md.j2` does, or None."""
    suffix = word.removesuffix(".j2").rpartition(".")[2]
    return next((key for key, each in SUFFIXES.items() if each == suffix), None)


def render(report: Mapping[str, object], word: str, format: str, shelf: Shelf, profile: Profile) -> str:  # noqa: A002
    """`report` as the template `word` (a name, a file name or a path) shows it in `format`.

    Raises NotFoundError where there is no such template, SettingsError where it is broken.
    """
    return renderer(word, format, shelf, profile)(report)


def renderer(
    word: str,
    format: str,  # noqa: A002
    shelf: Shelf,
    profile: Profile,
) -> Callable[[Mapping[str, object]], str]:
    """What shows one record after the other as `render` shows a report; the template is read once."""
    path = Path(word)
    is_path = path.name != word or (word.endswith(".j2") and path.is_file() and not _on_shelf(word, shelf))
    told = format_of(word) if word.endswith(".j2") or is_path else None
    if told and told != format:
        raise UsageError(
            _(
                "The template {name} writes {told}, not {format}: leave --format out or name another template."
            ).format(name=shown(word), told=told, format=format)
        )
    name = path.name if is_path or word.endswith(".j2") else f"{word}.{SUFFIXES[format]}.j2"
    folders = ((path.parent,) if is_path else ()) + shelf.folders
    if is_path or any(folder.is_dir() and next(folder.glob("*.j2"), None) for folder in shelf.own):
        # What somebody else wrote runs in a process that can do no harm.
        # Imported here: the shipped templates need none.
        from rmtool.writers import template_box

        return template_box.Box(Page(name, word, format, shelf.language, tuple(map(str, folders))), profile)
    loader: BaseLoader = ChoiceLoader([FileSystemLoader(each) for each in folders])
    env = environment(loader, format, shelf.language, profile)
    return lambda record: finished(rendered(env, name, word, record), format)


def _on_shelf(name: str, shelf: Shelf) -> bool:
    return any((folder / name).is_file() for folder in shelf.folders)


@dataclass(frozen=True, slots=True)
class Page:
    """A template as it is named: its file, the word it was asked for by, its format and language, and where to look for it."""

    name: str
    word: str
    format: str
    language: str
    folders: tuple[str, ...]


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which also refuses to grow a text or number without end."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """`left * right` or `left ** right`, within bounds."""
        if operator == "**" and isinstance(right, int | float) and abs(right) > _MOST_POWER:
            raise SecurityError(_("a power of more than {most}").format(most=_MOST_POWER))
        for one, other in ((left, right), (right, left)):
            if (
                isinstance(one, int)
                and isinstance(other, str | list | tuple)
                and one * len(other) > _MOST_REPEATS
            ):
                raise SecurityError(_("a text of more than {most} characters").format(most=_MOST_REPEATS))
        return super().call_binop(context, operator, left, right)


def environment(loader: BaseLoader, format: str, language: str, profile: Profile) -> _Sandbox:  # noqa: A002
    """Jinja as it is for templates: they see a record, the filters and the charts, and nothing else."""
    env = _Sandbox(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=format == "html",
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(template_filters.made(language, profile))
    env.globals.update(columns=charts.columns, bars=charts.bars, language=language)
    return env


def _printable(value: object) -> object:
    """What an expression leaves on the page: never None, and no character that acts on a terminal."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return shown(value, newlines=True)
    return value


def rendered(env: _Sandbox, name: str, word: str, report: Mapping[str, object]) -> str:
    """`report` as template `name` shows it; raises NotFoundError and SettingsError, with the place in the template."""
    try:
        made: list[str] = []
        length = 0
        for piece in env.get_template(name).generate(report):
            made.append(piece)
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise _broken(
                    name, 1, _("a text of more than {most} characters").format(most=MOST_CHARACTERS)
                )
        return "".join(made)
    except TemplateSyntaxError as error:
        raise _broken(error.filename or name, error.lineno, error.message or "") from error
    except TemplateNotFound as error:
        place = _place(error.__traceback__)
        if place is None and error.name == name:
            raise NotFoundError(
                _("There is no template {name}: see `rmtool report --list`.").format(
                    name=shown(word if word.endswith(".j2") else name)
                )
            ) from error
        raise _broken(
            *(place or (name, 1)), _("there is no template {name}").format(name=error.name)
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            _("The template {name} is not UTF-8: save it as UTF-8.").format(name=shown(name))
        ) from error
    except SettingsError:
        raise
    except Exception as error:  # a template may fail in every way Python can
        place = _place(error.__traceback__)
        if place is None:
            raise
        problem = (
            _("it asks for more memory than it may use") if isinstance(error, MemoryError) else str(error)
        )
        raise _broken(*place, problem or type(error).__name__) from error


def _place(trace: TracebackType | None) -> tuple[str, int] | None:
    """File and line of the innermost template in a traceback; Jinja has put its own lines there."""
    place = None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2") or "__jinja_template__" in trace.tb_frame.f_globals:
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _broken(file: str, line: int, problem: str) -> SettingsError:
    return SettingsError(
        _(
            "{file}, line {line}: {problem}. Put that line right; docs/templates.md tells what there is."
        ).format(file=file, line=line, problem=shown(problem.rstrip("."))[:300])
    )


def finished(text: str, format: str) -> str:  # noqa: A002
    """A text as it is given away: sections that vanished leave no holes; a short message is one paragraph of at most 300 characters."""
    if format == "sms":
        return shortened(" ".join(text.split()), SMS_LENGTH) + "\n"
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return (
        lines.strip("\n") + "\n" if format == "html" else re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
    )


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters as a phone counts them, cut after a clause, with … where it was cut."""
    if _units(text) <= most:
        return text
    kept = text
    while _units(kept) > most - 1:
        kept = kept[: len(kept) - max(1, (_units(kept) - most + 1) // 2)]
    ends = [match.start() for match in re.finditer(r"[；;。，,、 ]", kept)]
    if ends and ends[-1] > len(kept) * 2 // 3:
        kept = kept[: ends[-1]]
    return kept.rstrip("；;。，,、 ") + "…"


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
