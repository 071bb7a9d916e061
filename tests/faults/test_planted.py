"""Ten thousand identity, card and phone numbers are planted; none may stand whole in what the program leaves behind.

Left out are the store and its backups, which hold them, and what is whole on purpose and says so.
"""

import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.changes import Change
from tests.faults.machine import Machine

CLIENTS = 3_334
REPORTS = (
    ("daily-report", "-o", "out.md"), ("weekly-report", "-o", "out.html"), ("weekly-report", "-o", "weekly.txt"),
    ("monthly-report", "-o", "out.json"), ("monthly-report", "-o", "out.docx"), ("weekly-report", "--sources", "-o", "out.xlsx"),
    ("client-report", "5", "-o", "client.md"), ("satisfaction-report", "-o", "satisfaction.md"),
    ("complaints-report", "-o", "complaints.md"), ("market-report", "-o", "market.md"), ("client-base", "-o", "base.html"),
    ("export", "2026-11", "-o", "all.xlsx"), ("export", "2026-11", "-o", "all.json"),
    ("export", "2026-11", "--sheets", "clients", "-o", "clients-out.csv"),
    ("export", "2026-11", "--sheets", "visits", "-o", "visits-out.csv"),
    ("combine", "all.xlsx", "-o", "team.xlsx"), ("fill-form", "form.xlsx", "--yes", "-o", "filled.xlsx"),
    ("run-schedule", "1"), ("run-schedule", "--missed"), ("check",), ("check", "--full"), ("history", "--json"),
)  # fmt: skip


def test_no_number_is_left_behind_whole(seed: Machine) -> None:
    here = seed.fresh()
    known = planted(here)
    assert len(known) >= 10_000
    for name in ("planted-clients.csv", "planted-visits.csv"):
        assert here.run(Change((f"import-{name.split('-')[1][:-4]}", name))).code == 0
        (here.folder / name).unlink()
    one = next(iter(sorted(known)))
    for words in REPORTS:
        done = here.run(Change(words))
        assert (done.code, whole(done.err, known)) == (0, set()), (words, done.err)
    for words in (
        ("add-client", "张三丰", "--phone", "-"), ("add-client", "张三丰", "--id-number", "-"), ("edit-visit", "1", "--at", "x"),
        ("list-visits", "--search", '"', "--limit", "1"), ("report", "none"), ("export", "-o", "no/such/place.xlsx"),
    ):  # fmt: skip
        done = here.run(Change(words, f"{one}1\n"))
        assert whole(done.err, known) == set(), (words, done.err)
    left = {str(path.relative_to(here.folder)): whole(text, known) for path, text in texts(here)}
    assert {name: numbers for name, numbers in left.items() if numbers} == {}
    assert {"all.xlsx", "out.docx", "crontab", "home/schedule.log", "weekly-2026-W48.md"} <= set(left)


def test_a_number_left_whole_would_be_found(seed: Machine) -> None:
    """The control."""
    here = seed.fresh()
    known = planted(here)
    here.run(Change(("import-clients", "planted-clients.csv")))
    assert (
        here.run(Change(("export", "2026-11", "--unmasked", "--reason", "audit", "-o", "all.xlsx"))).code == 0
    )
    left = {path.name: whole(text, known) for path, text in texts(here)}
    assert len(left["all.xlsx"]) > CLIENTS


def planted(here: Machine) -> set[str]:
    """Put numbers into two tables to be imported: in the columns for them, and in free text."""
    chance = random.Random(1)
    known: set[str] = set()
    clients, talks = ["姓名,手机号,身份证号,备注"], ["客户,日期,内容,结果"]
    for place in range(CLIENTS):
        phone, identity, card = (
            f"1{chance.randrange(3, 10)}{chance.randrange(10**9):09d}",
            person(chance),
            bank(chance),
        )
        known |= {phone, identity, card}
        clients.append(f"户主{place},{phone},{identity},工资卡 {card}，电话{phone}")
        if place % 10 == 0:
            talks.append(
                f"户主{place},2026-11-{chance.randrange(20, 25)},改用手机{phone}，卡{card}，证件{identity}。,已记{phone}"
            )
    for name, lines in (("clients", clients), ("visits", talks)):
        (here.folder / f"planted-{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return known


def person(chance: random.Random) -> str:
    """An identity number that adds up (GB 11643)."""
    number = f"{chance.choice((110105, 310104, 440305))}19{chance.randrange(50, 99)}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}{chance.randrange(1000):03d}"
    total = sum(int(digit) * (1 << (17 - place)) for place, digit in enumerate(number))
    return number + "10X98765432"[total % 11]


def bank(chance: random.Random) -> str:
    """A card number that adds up (Luhn)."""
    number = f"62{chance.randrange(10**16):016d}"
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(number)))
    return number + str(-total % 10)


def texts(here: Machine) -> Iterator[tuple[Path, str]]:
    """What the program left behind, archives unpacked."""
    for path in sorted(here.folder.rglob("*")):
        name = str(path.relative_to(here.folder))
        if (
            not path.is_file()
            or path.suffix == ".db"
            or name.startswith(("home/store.", "planted-", "form.xlsx"))
        ):
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as file:
                yield path, " ".join(file.read(each).decode("utf-8", "replace") for each in file.namelist())
        else:
            yield path, path.read_text(encoding="utf-8", errors="replace")


def whole(text: str, known: set[str]) -> set[str]:
    """The planted numbers that stand whole in `text`, also inside longer runs and with blanks and dashes between."""
    found = set()
    for run in re.findall(r"[0-9](?:[ -]?[0-9Xx])+", text):
        digits = re.sub("[ -]", "", run).upper()
        for length in (11, 18, 19):
            found |= {digits[start : start + length] for start in range(len(digits) - length + 1)} & known
    return found
