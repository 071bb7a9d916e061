"""What `add-contact` and `edit-contact` share: from the words typed to a checked Contact."""

from typing import Annotated
from typing import NamedTuple

import typer

from rmtool.app import App
from rmtool.commands import _client_form
from rmtool.domain import birthdays
from rmtool.domain import numbers
from rmtool.domain.clients import Contact
from rmtool.domain.text import clean
from rmtool.domain.text import one_line
from rmtool.i18n import _

Role = Annotated[str | None, typer.Option("--role", metavar=_("TEXT"), help=_("What the person does there."))]
Phone = Annotated[
    str | None, typer.Option("--phone", metavar=_("PHONE"), help=_("A phone number, or - to be asked."))
]
Likes = Annotated[str | None, typer.Option("--likes", metavar=_("TEXT"), help=_("What pleases."))]
Taboos = Annotated[str | None, typer.Option("--taboos", metavar=_("TEXT"), help=_("What to avoid."))]
ContactWord = Annotated[
    str,
    typer.Argument(metavar=_("CONTACT"), help=_("The contact's name, part of it, its pinyin or its number.")),
]


class Words(NamedTuple):
    """The options as typed: None means not given, empty text clears what is there."""

    name: str | None = None
    role: str | None = None
    phone: str | None = None
    birthday: str | None = None
    lunar: bool | None = None
    likes: str | None = None
    taboos: str | None = None
    remark: str | None = None


def contact(app: App, words: Words, before: Contact) -> Contact:
    """`before` with what `words` say; raises UsageError for what can't be right."""
    lunar = before.birthday_lunar if words.lunar is None else words.lunar
    birthday = before.birthday if words.birthday is None else words.birthday
    return before._replace(
        name=before.name if words.name is None else one_line(words.name, _("the name")),
        role=before.role if words.role is None else one_line(words.role, "--role", optional=True),
        phone=before.phone if words.phone is None else _phone(app, words.phone),
        # Looked at again when only --lunar is new: a 30th of February is a day of the one calendar only.
        birthday=birthdays.parse_birthday(birthday, lunar) if birthday else "",
        birthday_lunar=lunar,
        likes=before.likes if words.likes is None else clean(words.likes, "--likes"),
        taboos=before.taboos if words.taboos is None else clean(words.taboos, "--taboos"),
        remark=before.remark if words.remark is None else clean(words.remark, "--remark"),
    )


def _phone(app: App, word: str) -> str:
    number = _client_form.secret(word, _("Phone")) or ""
    return numbers.phone(number, app.settings.phone_region) if number else ""
