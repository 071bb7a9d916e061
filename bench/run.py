"""Speed as ratios within one run: `python bench/run.py` prints the table of docs/benchmarks.md.

Every figure is the median of whole processes, our own against something well known doing the
same, one after the other in turn, so that a busy machine slows both.
"""

import marshal
import os
import platform
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "data"
NOW = "2026-11-24T09:30:00+08:00"
BARE = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("CREATE TABLE IF NOT EXISTS visits (client, day, text)")
db.execute("INSERT INTO visits VALUES (1, '2026-11-24', 'x')")
db.commit()
db.close()
"""
PLAIN_EXPORT = """
import marshal, sys
from openpyxl import Workbook
book = Workbook(write_only=True)
for rows in marshal.load(open(sys.argv[1], "rb")):
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
book.save(sys.argv[2])
"""
CONSTANT_MEMORY = """
import marshal, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
for rows in marshal.load(open(sys.argv[1], "rb")):
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(number, place, value)
book.close()
"""
PLAIN_FORM = """
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for number in range(2000):
    for place, value in enumerate((number + 1, "2026-11-24", "客户1", "谈续贷，要求下调利率", "拜访"), 1):
        sheet.cell(60 + number, place, value)
book.save(sys.argv[2])
"""
READ_ALL = """
import sys
from pathlib import Path
from openpyxl import load_workbook
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = load_workbook(path, read_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            pass
    book.close()
"""


WITHOUT_HISTORY = """
import sys
from rmtool import cli
from rmtool.store import history
history.begin, history.end = (lambda db, by: 0), (lambda db, number: None)
sys.exit(cli.main(sys.argv[1:]))
"""


def main() -> None:
    """Measure everything and print Markdown."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores.\n"
        )
        print("| what | against | ratio | goal |\n| --- | --- | --- | --- |", flush=True)
        everyday(folder)
        years(folder)
        due(folder)
        imports(folder)
        history(folder)
        encryption(folder)
        export(folder)
        forms(folder)
        team(folder)


def row(what: str, against: str, ratio: float, goal: str) -> None:
    """Print one line of the table."""
    print(f"| {what} | {against} | {ratio:.2f} | {goal} |", flush=True)


def rmtool(home: Path, *words: str) -> None:
    """Run the program once; it must succeed."""
    subprocess.run([_program(), *words], env=_environ(home), check=True, capture_output=True)


def _environ(home: Path) -> dict[str, str]:
    return {**os.environ, "RMTOOL_HOME": str(home), "RMTOOL_NOW": NOW, "RMTOOL_LANG": "zh"}


def _program() -> str:
    return str(Path(sys.executable).with_name("rmtool"))


def compared(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> float:
    """The median time of `ours` over that of `theirs`, run in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for place in range(rounds + 1):
        for which, run in enumerate((ours, theirs)):
            start = time.perf_counter()
            run()
            if place:  # the first warms the caches
                times[which].append(time.perf_counter() - start)
    return statistics.median(times[0]) / statistics.median(times[1])


def everyday(folder: Path) -> None:
    """`log-visit` against a bare committed insert."""
    home = folder / "everyday"
    rmtool(home, "add-client", "张三", "--phone", "13800138000")
    script = folder / "bare.py"
    script.write_text(BARE)
    bare = [sys.executable, "-I", str(script), str(folder / "bare.db")]
    ratio = compared(
        lambda: rmtool(home, "log-visit", "zs", "谈续贷，要求下调利率", "--next", "下周三"),
        lambda: subprocess.run(bare, check=True),
        40,
    )
    row("`log-visit`, whole process", "`python -I` with one committed insert", ratio, "≤ 4.5, better 4")


def years(folder: Path) -> None:
    """The same commands at 1,000 and at 1,000,000 visits of the same 1,000 clients."""
    small, large = folder / "small", folder / "large"
    fill(small, 1_000)
    fill(large, 1_000_000)
    for words, goal in (
        (("log-visit", "客户7", "谈续贷"), "≤ 1.2"),
        (("weekly-report", "last week"), "≤ 1.3"),
        (("today",), "≤ 1.3"),
        (("show-client", "客户7"), "≤ 1.3"),
        (("list-visits", "--search", "续贷", "--limit", "20"), "none"),
    ):
        ratio = compared(lambda w=words: rmtool(large, *w), lambda w=words: rmtool(small, *w), 12)  # type: ignore[misc]
        row(
            f"`{words[0]}{' --search' if '--search' in words else ''}` at 1,000,000 visits",
            "the same at 1,000",
            ratio,
            goal,
        )


def fill(home: Path, visits: int) -> None:
    """1,000 clients; 300 visits last week and the rest over the years before, through the store's own schema."""
    for number in range(1, 3):
        rmtool(home, "add-client", f"客户{number}", "--tier", "A")
    db = sqlite3.connect(home / "store.db")
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
        " INSERT INTO clients (id, uuid, name, name_key, kind, stage, tier, added_on, recorded_at)"
        " SELECT i, 'c' || i, '客户' || i, '客户' || i, 'company', 'active', 'B', '2015-01-01', '' FROM n"
    )
    sys.path.insert(0, str(ROOT))
    from rmtool.store import search

    texts = ("谈续贷，要求下调利率", "贷后检查，库存正常", "送材料，约下周签约", "介绍大额存单")
    cut = [" ".join(search.tokens(text)) for text in texts]
    rows = range(1, visits + 1)
    db.executemany(
        "INSERT INTO visits (id, uuid, client_id, day, kind, text, recorded_at)"
        " VALUES (?, ?, ?, date('2026-11-15', ?), 'visit', ?, '')",
        ((i, f"v{i}", i % 1000 + 1, f"+{i % 5 + 1} days" if i <= 300 else f"-{i % 3600} days", texts[i % 4]) for i in rows),
    )  # fmt: skip
    db.executemany("INSERT INTO visit_words (rowid, words) VALUES (?, ?)", ((i, cut[i % 4]) for i in rows))
    db.commit()
    db.close()


DUE_SQL = """SELECT id, name, (SELECT day || ' ' || kind FROM visits WHERE client_id = clients.id AND day <= '2026-11-24'
AND kind IN ('visit', 'call', 'reception', 'return-visit', 'meeting', 'check') ORDER BY day DESC LIMIT 1)
FROM clients WHERE stage IN ('active', 'prospect');"""


def due(folder: Path) -> None:
    """`due` over 10,000 clients with 2,000,000 visits, against a bare insert and against its SQL in the sqlite3 shell."""
    home, chance = folder / "due", random.Random(1)
    rmtool(home, "add-client", "客户1", "--tier", "A")
    db = sqlite3.connect(home / "store.db")
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
        " INSERT INTO clients (id, uuid, name, name_key, kind, stage, tier, added_on, recorded_at)"
        " SELECT i, 'c' || i, '客户' || i, '客户' || i, 'company', 'active', substr('ABCD', i % 4 + 1, 1), '2015-01-01', ''"
        " FROM n"
    )
    db.executemany(
        "INSERT INTO visits (uuid, client_id, day, kind, text, recorded_at)"
        " VALUES (?, ?, date('2026-11-24', ?), 'visit', 'x', '')",
        (
            (f"v{i}", chance.randrange(10_000) + 1, f"-{chance.randrange(3600)} days")
            for i in range(2_000_000)
        ),
    )
    db.commit()
    db.close()
    script = folder / "bare.py"
    script.write_text(BARE)
    bare = [sys.executable, "-I", str(script), str(folder / "bare.db")]
    ours = lambda: rmtool(home, "due")  # noqa: E731
    what = "`due`, 10,000 clients with 2,000,000 visits"
    ratio = compared(ours, lambda: subprocess.run(bare, check=True), 12)
    row(what, "`python -I` with one committed insert", ratio, "≤ 8")
    shell = shutil.which("sqlite3")
    if shell:
        words = [shell, str(home / "store.db"), DUE_SQL]
        row(
            what,
            "its SQL in the sqlite3 shell",
            compared(ours, lambda: subprocess.run(words, check=True, capture_output=True), 12),
            "none",
        )


def imports(folder: Path) -> None:
    """The UCI file, clients and visits, against `sqlite-utils insert` of the same file."""
    archive = DATA / "uci-bank" / "bank-additional-full.zip"
    if not archive.exists():
        print("| import | the UCI file is not here | | |")
        return
    with zipfile.ZipFile(archive) as file:
        name = next(each for each in file.namelist() if each.endswith("full.csv"))
        (folder / "uci.csv").write_bytes(file.read(name))
    utils = str(Path(sys.executable).with_name("sqlite-utils"))

    def ours() -> None:
        shutil.rmtree(folder / "import", ignore_errors=True)
        rmtool(
            folder / "import", "import-visits", str(folder / "uci.csv"), "--create-clients",
            "--set", "client=客户{row}", "--set", "day=first {day_of_week} of {month} 2010",
            "--set", "kind=call", "--set", "text={job} {poutcome} {y}",
        )  # fmt: skip

    def theirs() -> None:
        (folder / "uci.db").unlink(missing_ok=True)
        words = [
            utils,
            "insert",
            str(folder / "uci.db"),
            "calls",
            str(folder / "uci.csv"),
            "--csv",
            "--delimiter",
            ";",
        ]
        subprocess.run(words, check=True, capture_output=True)

    row(
        "import of 41,188 clients and visits",
        "`sqlite-utils insert` of the file",
        compared(ours, theirs, 3),
        "≤ 6",
    )


def history(folder: Path) -> None:
    """The same import with history and without: its triggers gone, nothing sealed."""
    (folder / "many.csv").write_text(
        "客户,日期,内容\n" + "".join(f"客户{i},2026-11-{i % 20 + 1:02},谈续贷 {i}\n" for i in range(41_188))
    )
    script = folder / "without.py"
    script.write_text(WITHOUT_HISTORY)
    words = ("import-visits", str(folder / "many.csv"), "--create-clients")
    # Made before: only the import is compared.
    homes = [folder / f"history-{number}" for number in range(8)]
    for home in homes:
        rmtool(home, "list-visits")

    def ours() -> None:
        rmtool(homes.pop(), *words)

    def theirs() -> None:
        home = homes.pop()
        db = sqlite3.connect(home / "store.db")
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.close()
        command = [sys.executable, str(script), *words]
        subprocess.run(command, env=_environ(home), check=True, capture_output=True)

    row("import of 41,188 clients and visits", "the same without history", compared(ours, theirs, 3), "≤ 1.6")


def encryption(folder: Path) -> None:
    """The same commands on a store in clear and on one that is encrypted, its key in a file or made of a passphrase."""
    plain = folder / "in-clear"
    fill(plain, 200_000)
    homes = {name: folder / name for name in ("a key file", "a passphrase")}
    for number, home in enumerate(homes.values()):
        shutil.copytree(plain, home)
        key = folder / f"{number}.key"
        if number:
            key.write_text("四月的 horse 与 battery")
            key.chmod(0o600)
        rmtool(home, "encrypt", "--key-file", str(key))
    for words, shown in (
        (("log-visit", "客户7", "谈续贷"), "`log-visit`"),
        (("list-visits", "--search", "续贷", "--limit", "20"), "`list-visits --search` at 200,000 visits"),
        (
            ("export", "all", "--sheets", "visits", "-o", "-", "--format", "csv"),
            "export of 200,000 visits as CSV",
        ),
    ):
        for name, home in homes.items():
            if name == "a passphrase" and words[0] != "log-visit":
                continue
            ratio = compared(
                lambda w=words, h=home: rmtool(h, *w),
                lambda w=words: rmtool(plain, *w),
                5 if words[0] == "export" else 15,
            )  # type: ignore[misc]
            row(f"{shown}, encrypted with {name}", "the same in clear", ratio, "none")


def export(folder: Path) -> None:
    """100,000 visits as a workbook, against plain openpyxl writing the same cells."""
    home = folder / "export"
    fill(home, 100_000)
    target = folder / "all.xlsx"
    rmtool(home, "export", "all", "-o", str(target))
    from openpyxl import load_workbook

    book = load_workbook(target, read_only=True)
    cells = [
        [
            [v.isoformat() if hasattr(v, "isoformat") else v for v in each]
            for each in s.iter_rows(values_only=True)
        ]
        for s in book
    ]
    # Marshal, because it is read in no time: what is compared is the writing.
    (folder / "cells").write_bytes(marshal.dumps(cells))
    for script, against, goal in (
        (PLAIN_EXPORT, "plain openpyxl, write-only, the same cells", "≤ 1.2"),
        (CONSTANT_MEMORY, "XlsxWriter in constant-memory mode, the same cells", "≤ 1"),
    ):
        words = _script(folder, script, str(folder / "cells"), str(folder / "plain.xlsx"))
        ratio = compared(
            lambda: rmtool(home, "export", "all", "-o", str(target)),
            lambda w=words: subprocess.run(w, check=True),  # type: ignore[misc]
            2,
        )
        row("export of 100,000 visits", against, ratio, goal)
    memory = peak(home, target)
    print(f"| its peak memory | | {memory:.0f} MB | < 150 MB |")


def _script(folder: Path, text: str, *words: str) -> list[str]:
    """The words that run a script of the other side."""
    path = folder / "other.py"
    path.write_text(text)
    return [sys.executable, str(path), *words]


def forms(folder: Path) -> None:
    """A form filled with 2,000 rows, against openpyxl that loads it, puts as many rows in and saves what it understood."""
    home, form = folder / "forms", ROOT / "tests" / "forms" / "weekly-two-tables.xlsx"
    fill(home, 2_000)
    words = _script(folder, PLAIN_FORM, str(form), str(folder / "other.xlsx"))
    ratio = compared(
        lambda: rmtool(home, "fill-form", str(form), "all", "--yes", "-o", str(folder / "filled.xlsx")),
        lambda: subprocess.run(words, check=True),
        5,
    )
    row("`fill-form` with 2,000 rows", "openpyxl: load, put 2,000 rows in, save", ratio, "none")


def team(folder: Path) -> None:
    """100 workbooks of 1,000 visits each in one, against reading them."""
    books, maker = folder / "team", Path(__file__).with_name("team.py")
    subprocess.run([sys.executable, str(maker), str(books), "100", "1000"], check=True, cwd=ROOT)
    files = [str(each) for each in sorted(books.glob("*.xlsx"))]
    words = _script(folder, READ_ALL, str(books))
    ratio = compared(
        lambda: rmtool(folder / "leader", "combine", *files, "-o", str(folder / "team.xlsx")),
        lambda: subprocess.run(words, check=True),
        1,
    )
    row("`combine` of 100 files of 1,000 visits", "openpyxl, read-only, reading them", ratio, "≤ 1.5")


MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(home: Path, target: Path) -> float:
    """The peak memory of one export, in MB; started from a small process, because a fork counts its parent's."""
    environ = {**os.environ, "RMTOOL_HOME": str(home), "RMTOOL_NOW": NOW}
    words = [sys.executable, "-c", MEASURED, _program(), "export", "all", "-o", str(target)]
    done = subprocess.run(words, env=environ, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


if __name__ == "__main__":
    main()
