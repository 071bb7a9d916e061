"""Keep the Chinese catalogue complete: check it, or bring it up to date.

python .ci/catalogue.py                   check: every sentence of the code has its translation
python .ci/catalogue.py --update [PO ...] take in new sentences, and translations from other PO files
"""

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent
PO = ROOT / "rmtool" / "locale" / "zh_CN" / "LC_MESSAGES" / "messages.po"
# Typer's own words that reach the user; they are not in our code.
TYPERS = (
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
)


def main(words: list[str]) -> int:
    """Check or update; answer the exit code."""
    wanted = extracted()
    have = read(PO)
    if "--update" in words:
        others = [read(Path(word)) for word in words if word != "--update"]
        update(wanted, [have, *others])
        have = read(PO)
    problems = [*hidden(), *wrong(wanted, have)]
    for problem in problems:
        print(problem)
    print(f"{PO.relative_to(ROOT)}: {len(wanted)} sentences, {len(problems)} problems")
    return 1 if problems else 0


def extracted() -> dict[object, tuple[str, int]]:
    """Every sentence of the code, with the place of its first use."""
    found: dict[object, tuple[str, int]] = {}
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    for file, line, message, _comments, _context in extract_from_dir(
        ROOT / "rmtool", method_map=[("**.py", "python")], keywords=keywords
    ):
        found.setdefault(message, (file, line))
    return found | dict.fromkeys(TYPERS, ("typer", 0))


def hidden() -> list[str]:
    """The sentences inside f-strings, where they are not found."""
    calls = re.compile(r"\bf\"[^\"\n]*\{[^}\"\n]*\b(?:_|N_|ngettext)\(")
    return [
        f"{path.relative_to(ROOT)}:{number}: a sentence inside an f-string is not found"
        for path in sorted((ROOT / "rmtool").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if calls.search(line)
    ]


def read(path: Path) -> Catalog:
    """The catalogue in `path`, empty where it is missing."""
    if not path.exists():
        return Catalog(locale="zh_CN")
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN")


def update(wanted: dict[object, tuple[str, int]], sources: list[Catalog]) -> None:
    """Write the catalogue anew: the wanted sentences only, each with the first translation there is."""
    made = Catalog(locale="zh_CN", project="rmtool", fuzzy=False)
    for message in sorted(wanted, key=lambda each: wanted[each]):
        key = message[0] if isinstance(message, tuple) else message
        translated = [
            found.string
            for source in sources
            if (found := source.get(key)) is not None and text(found.string)
        ]
        made.add(message, translated[0] if translated else "", locations=[])
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, made, omit_header=False, width=110, sort_output=False, include_previous=False)


def wrong(wanted: dict[object, tuple[str, int]], have: Catalog) -> list[str]:
    """What is missing, left over, or has other {fields} than the sentence it translates."""
    problems = []
    for message, (file, line) in wanted.items():
        key = message[0] if isinstance(message, tuple) else message
        found = have.get(key)
        if found is None or not text(found.string):
            problems.append(f"rmtool/{file}:{line}: not translated: {key!r}")
        elif fields(message[1] if isinstance(message, tuple) else key) != fields(text(found.string)):
            problems.append(f"rmtool/{file}:{line}: other fields in the translation: {key!r}")
    keys = {message[0] if isinstance(message, tuple) else message for message in wanted}
    for each in have:
        key = each.id[0] if isinstance(each.id, tuple) else each.id
        if key and key not in keys:
            problems.append(f"left over: {key!r}")
    return problems


def text(string: object) -> str:
    """The translation, of a plural its first form."""
    return str(string[0] if isinstance(string, list | tuple) else string or "")


def fields(sentence: object) -> set[str]:
    """The {fields} in a sentence."""
    return set(re.findall(r"\{(\w*)[^}]*\}", text(sentence)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
