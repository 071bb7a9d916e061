"""Texts for greetings, by the template of the occasion: the user's own before the shipped ones."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from pathlib import Path

from rmtool.config.profile import Profile
from rmtool.domain.text import shown
from rmtool.errors import NotFoundError
from rmtool.errors import SettingsError
from rmtool.i18n import _
from rmtool.writers import templates

_FORMATS = ("sms", "text")


def writer(
    word: str, names: Iterable[str], shelf: templates.Greetings, profile: Profile
) -> Callable[[Mapping[str, object]], str]:
    """What makes a text of one line from a record, by the template `word` names, else by the first of `names` there is.

    Raises NotFoundError where there is none, SettingsError where it is broken or writes nothing.
    """
    word, kind = _file(word) if word.endswith(".j2") else _named((word,) if word else names, shelf)
    render = templates.renderer(word, kind, shelf, profile)

    def text(record: Mapping[str, object]) -> str:
        made = " ".join(render(record).split())
        if not made:
            raise SettingsError(
                _("The template {name} writes nothing for {client}: put a text into it.").format(
                    name=shown(word), client=shown(str(record["client"]))
                )
            )
        return made

    return text


def _file(word: str) -> tuple[str, str]:
    if not Path(word).is_file():
        raise NotFoundError(
            _("There is no template {name}: name a file that ends in .sms.j2 or .txt.j2.").format(
                name=shown(word)
            )
        )
    return word if Path(word).name != word else f"./{word}", templates.format_of(word) or "sms"


def _named(names: Iterable[str], shelf: templates.Greetings) -> tuple[str, str]:
    wanted = ""
    for wanted in names:
        for kind in _FORMATS:
            file = f"{wanted}.{templates.SUFFIXES[kind]}.j2"
            if Path(file).name == file and any((folder / file).is_file() for folder in shelf.folders):
                return wanted, kind
    raise NotFoundError(
        _("There is no template {name}: put it into {folder} as {file}, or name a file.").format(
            name=shown(wanted), folder=shown(str(shelf.folders[1])), file=shown(f"{wanted}.sms.j2")
        )
    )
