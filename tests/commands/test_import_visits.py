"""`import-visits`: visits are known by client, day, time, kind and text."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

Run = Callable[..., Result]
DATA = Path(__file__).parents[3] / "shared" / "data"


def visits(
    home: Path, columns: str = "clients.name, day, time, visits.kind, text"
) -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "store.db") as db:
        return db.execute(
            f"SELECT {columns} FROM visits JOIN clients ON clients.id = client_id ORDER BY visits.id"
        ).fetchall()


def dump(home: Path) -> list[str]:
    with sqlite3.connect(home / "store.db") as db:
        return [line for line in db.iterdump() if not line.startswith("PRAGMA")]


def write(folder: Path, text: str, name: str = "v.csv") -> str:
    (folder / name).write_bytes(text.encode())
    return name


def counts(result: Result) -> tuple[int, int, int, int]:
    told = json.loads(result.out)
    return told["added"], told["updated"], told["unchanged"], told["rejected"]


TABLE = (
    "客户名称,拜访日期,拜访时间,拜访方式,拜访内容,意向产品\n"
    "张三,2026/11/3,9:30,电话,谈续贷,存款、理财\n"
    "张三,2026年11月4日,,,送资料,\n"
)


def test_a_chinese_table_of_visits(run: Run, tmp_path: Path, home: Path) -> None:
    run("add-client", "张三", check=0)
    run("import-visits", write(tmp_path, TABLE), check=0)
    assert visits(home) == [
        ("张三", "2026-11-03", "09:30", "call", "谈续贷"),
        ("张三", "2026-11-04", "", "visit", "送资料"),
    ]
    assert json.loads(str(visits(home, "products")[0][0])) == ["存款", "理财"]
    assert "谈续贷" in run("list-visits", "--search", "续贷", "--json", check=0).out


def test_the_same_file_twice_changes_nothing(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(tmp_path, TABLE + "张三,2026年11月4日,,,送资料,\n")
    assert counts(run("import-visits", file, "--create-clients", "--json", check=0)) == (2, 0, 1, 0)
    before = dump(home)
    assert counts(run("import-visits", file, "--create-clients", "--json", check=0)) == (0, 0, 3, 0)
    assert dump(home) == before


def test_a_known_visit_is_added_to_and_blanks_clear_nothing(run: Run, tmp_path: Path, home: Path) -> None:
    first = write(tmp_path, "client,date,text,result,place\n张三,2026-11-03,谈续贷,ok,office\n")
    run("import-visits", first, "--create-clients", check=0)
    second = write(tmp_path, "client,date,text,result,place,measure.stock\n张三,2026-11-03,谈续贷,,home,12\n")
    assert counts(run("import-visits", second, "--json", check=0)) == (0, 1, 0, 0)
    assert visits(home, "result, place") == [("ok", "home")]
    assert counts(run("import-visits", second, "--json", check=0)) == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("李四,2026-11-03,x,,", "--create-clients"), (",2026-11-03,x,,", "no client"), ("张三,,x,,", "no date"),
        ("张三,昨天,x,,", "no date with its year"), ("张三,11-03,x,,", "no date with its year"), ("张三,2026-11-03,,,", "text"),
        ("张三,2027-11-03,x,,", "still to come"), ("张三,2026-11-03,x,dance,", "Unknown kind"), ("张三,2026-02-30,x,,", "2026-02-30"),
        ("张三,2026-11-03,x,,many", "minutes"),
    ],
)  # fmt: skip
def test_what_can_not_be_a_visit_is_rejected(
    run: Run, tmp_path: Path, home: Path, row: str, reason: str
) -> None:
    run("add-client", "张三", check=0)
    before = dump(home)
    file = write(tmp_path, f"client,date,text,kind,minutes\n张三,2026-11-01,good,,\n{row}\n")
    result = run("import-visits", file)
    assert (result.code, reason in result.err) == (8, True), result.err
    assert dump(home) == before


def test_skip_bad_makes_no_client_for_a_rejected_row(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(tmp_path, "client,date,text\n张三,2026-11-03,x\n李四,2026-99-99,x\n")
    result = run("import-visits", file, "--create-clients", "--skip-bad", "--json", check=0)
    assert counts(result) == (1, 0, 0, 1)
    assert json.loads(result.out)["clients_added"] == 1
    assert [row[0] for row in visits(home)] == ["张三"]
    assert run("show-client", "李四").code == 4


def test_a_client_may_be_known_by_its_phone_alone(run: Run, tmp_path: Path, home: Path) -> None:
    run("add-client", "张三", "--phone", "13800138000", check=0)
    run("import-visits", write(tmp_path, "手机,日期,内容\n138-0013-8000,2026-11-03,x\n"), check=0)
    assert visits(home)[0][0] == "张三"


def test_two_rows_that_disagree_on_a_visit(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "client,date,text,result\n张三,2026-11-03,x,yes\n张三,2026-11-03,x,no\n")
    result = run("import-visits", file, "--create-clients")
    assert (result.code, "Row 2 says otherwise" in result.err) == (8, True)


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path, home: Path) -> None:
    result = run("import-visits", write(tmp_path, TABLE), "--create-clients", "--dry-run", check=0)
    assert "2 added" in result.err
    assert "New clients: 1" in result.err
    assert visits(home) == []


def test_vcards_are_no_visits(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "BEGIN:VCARD\nFN:张三\nEND:VCARD\n", "v.vcf")
    result = run("import-visits", file)
    assert (result.code, "import-clients" in result.err) == (8, True)


UCI = DATA / "uci-bank" / "bank-additional-full.zip"


@pytest.mark.skipif(not UCI.exists(), reason="the UCI file is not here")
def test_the_uci_file_with_a_client_and_a_call_each(run: Run, tmp_path: Path, home: Path) -> None:
    with zipfile.ZipFile(UCI) as file:
        file.extract("bank-additional-full.csv", tmp_path)
    (tmp_path / "uci.toml").write_text(
        '[set]\nclient = "客户{row}"\nkind = "call"\nday = "first {day_of_week} of {month} 2010"\n'
        'text = "{contact}, campaign {campaign}, {poutcome}: {y}"\n',
        encoding="utf-8",
    )
    words = ("import-visits", "bank-additional-full.csv", "--map", "uci.toml", "--create-clients", "--json")
    result = run(*words, check=0)
    told = json.loads(result.out)
    assert (told["delimiter"], told["clients_added"], counts(result)) == (";", 41188, (41188, 0, 0, 0))
    assert visits(home)[0] == ("客户1", "2010-05-03", "", "call", "telephone, campaign 1, nonexistent: no")
    assert counts(run(*words, check=0)) == (0, 0, 41188, 0)
