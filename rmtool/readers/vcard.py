"""vCards 2.1, 3.0 and 4.0, as rows under the names of client fields."""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rmtool.domain.names import is_chinese
from rmtool.errors import BadFileError
from rmtool.i18n import _
from rmtool.readers.csv_text import decoded
from rmtool.readers.tables import Row
from rmtool.readers.tables import Source

COLUMNS = (
    "name",
    "kind",
    "phone_as_written",
    "email_as_written",
    "birthday",
    "address",
    "remark",
    "field.company",
    "field.title",
)
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    value: str
    parameters: dict[str, str]
    version: str


def read(data: bytes, encoding: str = "") -> Source:
    """A row for each card; raises BadFileError where there is none or one does not end."""
    text, name = decoded(data, encoding)
    rows = tuple(_cards(text))
    if not rows:
        raise BadFileError(_("The file holds no vCard: it should begin with BEGIN:VCARD."))
    return Source("vCard", rows, encoding=name, columns=COLUMNS)


def _cards(text: str) -> Iterator[Row]:
    card: list[tuple[str, str]] = []
    begun = 0
    for place, line in _logical_lines(text):
        head, _colon, value = line.partition(":")
        word = (head.strip().upper(), value.strip().upper())
        if word == ("BEGIN", "VCARD"):
            if begun:
                raise _unended(begun)
            card, begun = [], place
        elif word == ("END", "VCARD"):
            if begun:
                yield Row(begun, _cells(card))
            begun = 0
        elif begun and head and value:
            card.append((head, value))
    if begun:
        raise _unended(begun)


def _unended(line: int) -> BadFileError:
    return BadFileError(
        _("The vCard that begins in line {line} has no END:VCARD: the file is cut off.").format(line=line)
    )


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their number, folded ones and those of quoted-printable put together."""
    kept, place, soft = "", 0, False
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if soft:
            kept, soft = kept[:-1] + line, line.endswith("=")
        elif line[:1] in (" ", "\t") and kept:
            kept += line[1:]
        else:
            if kept:
                yield place, kept
            kept, place = line, number
            soft = line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
    if kept:
        yield place, kept


def _cells(card: list[tuple[str, str]]) -> tuple[str, ...]:
    version = next((value.strip() for head, value in card if head.upper() == "VERSION"), "3.0")
    found: dict[str, list[_Property]] = {}
    for head, value in card:
        made = _property(head, value, version)
        found.setdefault(made.name, []).append(made)
    company = _first([_parts(each, ";")[0] for each in found.get("ORG", ())])
    person = _name(found)
    emails = [_plain(each) for each in found.get("EMAIL", ())]
    is_company = bool(company and not person) or _says_company(found, person, company)
    phones = [_phone(_plain(each)) for each in found.get("TEL", ())]
    return (
        person or company or _first(emails),
        "company" if is_company else "person",
        "\n".join(phones),
        "\n".join(emails),
        _birthday(_first([_plain(each) for each in found.get("BDAY", ())])),
        _first([_address(each) for each in found.get("ADR", ())]),
        "\n".join(_plain(each) for each in found.get("NOTE", ())),
        "" if is_company else company,
        _first([_plain(each) for each in found.get("TITLE", ())]),
    )


def _property(head: str, value: str, version: str) -> _Property:
    words = re.findall(r'(?:[^;"]|"[^"]*")+', head)
    parameters: dict[str, str] = {}
    for word in words[1:]:
        key, equals, setting = word.partition("=")
        # In 2.1 the encoding may stand alone: TEL;QUOTED-PRINTABLE.
        bare = key.strip().upper()
        if equals:
            parameters[bare] = setting.strip('"').strip().upper()
        elif bare in ("QUOTED-PRINTABLE", "BASE64"):
            parameters["ENCODING"] = bare
    name = words[0].rpartition(".")[2].strip().upper() if words else ""
    return _Property(name, _uncoded(value, parameters), parameters, version)


def _uncoded(value: str, parameters: dict[str, str]) -> str:
    """`value` without its transfer encoding; what can't be decoded is seen as U+FFFD."""
    encoding = parameters.get("ENCODING", "")
    if encoding == "QUOTED-PRINTABLE":
        data = quopri.decodestring(value.encode("utf-8"))
    elif encoding in ("BASE64", "B") and len(value) < 100_000:
        try:
            data = base64.b64decode("".join(value.split()), validate=True)
        except (binascii.Error, ValueError):
            return value
    else:
        return value
    try:
        return data.decode(parameters.get("CHARSET", "utf-8"), "replace")
    except (LookupError, UnicodeError):
        return data.decode("utf-8", "replace")


def _parts(each: _Property, separator: str) -> list[str]:
    """The components of a value, each with its backslashes undone."""
    return [_unescaped(part).strip() for part in re.split(rf"(?<!\\){separator}", each.value)] or [""]


def _plain(each: _Property) -> str:
    return _unescaped(each.value).strip()


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: _BREAK if found[1] in "nN" else found[1], value).replace(
        "\r\n", _BREAK
    )


def _first(values: list[str]) -> str:
    return next((value for value in values if value), "")


def _name(found: dict[str, list[_Property]]) -> str:
    full = _first([_plain(each) for each in found.get("FN", ())])
    if full:
        return full
    for each in found.get("N", ()):
        family, given, middle, *_more = [*_parts(each, ";"), "", "", ""]
        if is_chinese(family + given):
            return family + given
        return " ".join(filter(None, (given, middle, family)))
    return ""


def _says_company(found: dict[str, list[_Property]], person: str, company: str) -> bool:
    kinds = [_plain(each).lower() for each in (*found.get("KIND", ()), *found.get("X-ABSHOWAS", ()))]
    return any(kind in ("org", "company") for kind in kinds) or bool(company and person == company)


def _address(each: _Property) -> str:
    parts = [re.sub(r"\s*\n\s*", " ", part) for part in _parts(each, ";") if part]
    return (
        "".join(parts)
        if parts and all(_has_chinese(part) or part.isdigit() for part in parts)
        else ", ".join(parts)
    )


def _has_chinese(text: str) -> bool:
    return any(is_chinese(character) for character in text)


def _phone(value: str) -> str:
    """The number without what 4.0 writes around it: tel:+1-418-656-9254;ext=102."""
    number = re.sub(r"^tel:", "", value, flags=re.IGNORECASE)
    number = re.sub(r";ext=(\d+)", r" ext \1", number, flags=re.IGNORECASE)
    return number.partition(";")[0]


def _birthday(value: str) -> str:
    """The birthday as it is typed here: 1980-03-22, 02-03 where the year is not said; a bare year says nothing."""
    word = value.partition("T")[0]
    found = re.fullmatch(r"(\d{4}|--)-?(\d{2})-?(\d{2})", word)
    if found is None:
        return "" if re.fullmatch(r"\d{4}(-\d{2})?|---\d{2}|--\d{2}", word) else value
    return f"{found[2]}-{found[3]}" if found[1] == "--" else f"{found[1]}-{found[2]}-{found[3]}"
