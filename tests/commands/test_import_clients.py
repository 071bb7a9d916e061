"""`import-clients`: every row is accounted for, all or none."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Result

Run = Callable[..., Result]
DATA = Path(__file__).parents[3] / "shared" / "data"


def dump(home: Path) -> list[str]:
    with sqlite3.connect(home / "store.db") as db:
        return [line for line in db.iterdump() if not line.startswith("PRAGMA")]


def clients(home: Path, columns: str = "name, tier, area") -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "store.db") as db:
        return db.execute(f"SELECT {columns} FROM clients ORDER BY id").fetchall()


def phones(home: Path) -> list[str]:
    with sqlite3.connect(home / "store.db") as db:
        return [row[0] for row in db.execute("SELECT phone FROM client_phones ORDER BY client_id, id")]


def write(folder: Path, text: str, name: str = "c.csv", encoding: str = "utf-8") -> str:
    (folder / name).write_bytes(text.encode(encoding))
    return name


def counts(result: Result) -> tuple[int, int, int, int]:
    told = json.loads(result.out)
    return told["added"], told["updated"], told["unchanged"], told["rejected"]


def test_a_chinese_table_in_gb18030(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(
        tmp_path,
        "客户名称;手机;级别;片区;星座\n张三;13800138000;A级;城东;狮子\n李四;;特殊;;\n",
        encoding="gb18030",
    )
    result = run("import-clients", file, check=0)
    assert result.out == ""
    for word in ("GB18030", "delimiter ;", "header in row 1", "客户名称 → name", "Ignored: 星座", "2 added"):
        assert word in result.err
    assert clients(home) == [("张三", "A", "城东"), ("李四", "A", "")]
    assert phones(home) == ["13800138000"]


def test_the_same_file_twice_changes_nothing(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(
        tmp_path,
        "name,phone,tier,email,birthday,field.hobby\n张三,13800138000,A,a@b.cn,1985-03-12,tea\n李四,,B,,,\n",
    )
    assert counts(run("import-clients", file, "--json", check=0)) == (2, 0, 0, 0)
    before = dump(home)
    assert counts(run("import-clients", file, "--json", check=0)) == (0, 0, 2, 0)
    assert dump(home) == before


def test_a_blank_cell_never_clears_and_phones_add_up(run: Run, tmp_path: Path, home: Path) -> None:
    run("add-client", "张三", "--phone", "13800138000", "--tier", "A", "--area", "城东", check=0)
    file = write(tmp_path, "name,phone,tier,area\n张三,13900139000,,城西\n")
    assert counts(run("import-clients", file, "--json", check=0)) == (0, 1, 0, 0)
    assert clients(home) == [("张三", "A", "城西")]
    assert phones(home) == ["13800138000", "13900139000"]


def test_one_bad_row_and_nothing_is_stored(run: Run, tmp_path: Path, home: Path) -> None:
    run("add-client", "王五", check=0)
    before = dump(home)
    file = write(tmp_path, "name,phone,note\n张三,13800138000,=x\n李四,123,b\n王五,13900139000,\n")
    result = run("import-clients", file)
    assert result.code == 8
    assert "Row 3 rejected: The phone number" in result.err
    assert "nothing was stored" in result.err
    assert dump(home) == before
    kept = tmp_path / "c.rejected.csv"
    assert kept.stat().st_mode & 0o777 == 0o600
    text = kept.read_bytes().decode("utf-8-sig")
    assert kept.read_bytes().startswith(b"\xef\xbb\xbf")
    assert text.splitlines()[0] == "Rejected because,name,phone,note"
    assert text.splitlines()[1].endswith("李四,123,b")
    assert len(text.splitlines()) == 2


def test_skip_bad_takes_the_rest_and_the_mended_rows_go_in_later(
    run: Run, tmp_path: Path, home: Path
) -> None:
    file = write(tmp_path, "name,phone\n张三,13800138000\n李四,123\n")
    assert counts(run("import-clients", file, "--skip-bad", "--json", check=0)) == (1, 0, 0, 1)
    assert clients(home, "name") == [("张三",)]
    kept = tmp_path / "c.rejected.csv"
    kept.write_text(
        kept.read_text(encoding="utf-8-sig").replace(",123", ",13900139000"), encoding="utf-8-sig"
    )
    assert counts(run("import-clients", kept.name, "--json", check=0)) == (1, 0, 0, 0)


def test_rejected_rows_that_can_not_be_written_stop_it_all(run: Run, tmp_path: Path, home: Path) -> None:
    run("add-client", "王五", check=0)
    before = dump(home)
    file = write(tmp_path, "name,phone\n张三,13800138000\n李四,123\n")
    # A link that leads nowhere is a name nobody may write to.
    (tmp_path / "c.rejected.csv").symlink_to(tmp_path / "nowhere" / "x")
    assert run("import-clients", file, "--skip-bad").code == 7
    assert dump(home) == before


def test_a_rejected_file_that_was_mended_is_not_written_over(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "name,phone\n李四,123\n")
    rejected = tmp_path / "c.rejected.csv"
    for _again in range(2):
        run("import-clients", file, check=8)
        assert not (tmp_path / "c.rejected-2.csv").exists()
    rejected.write_text("name,phone\n李四,13800138000\n", encoding="utf-8")
    run("import-clients", file, check=8)
    assert "13800138000" in rejected.read_text(encoding="utf-8")
    assert "123" in (tmp_path / "c.rejected-2.csv").read_text(encoding="utf-8")


def test_the_map_is_not_saved_over_the_input(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(tmp_path, "name,phone\n张三,13800138000\n")
    before = (tmp_path / file).read_bytes()
    assert "output equal to input" in run("import-clients", file, "--save-map", file, check=1).err
    assert (tmp_path / file).read_bytes() == before
    assert clients(home) == []


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(tmp_path, "name,phone\n张三,13800138000\n李四,123\n")
    assert "1 added" in run("import-clients", file, "--dry-run", check=8).err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["c.csv"]
    assert clients(home) == []
    assert run("import-clients", file, "--dry-run", "--save-map", "m.toml").code == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("李四,13800138000,,", "Two clients are meant"),
        ("王五,13800138000,,", "the name is another"),
        ("张三,,11010519491231002X,", "another number"),
        (",,,91350100M000100Y43", "no name"),
        ("张三\0,,,", "not text"),
        (",13911111111,,", "no name"),
        ("赵六,,4.40524E+17,", "as text"),
    ],
)
def test_what_disagrees_is_rejected(run: Run, tmp_path: Path, row: str, reason: str) -> None:
    run("add-client", "张三", "--phone", "13800138000", "--id-number", "440524198001010013", check=0)
    run("add-client", "李四", check=0)
    file = write(tmp_path, f"name,phone,身份证,uscc\n{row}\n")
    result = run("import-clients", file)
    assert (result.code, reason in result.err) == (8, True), result.err


def test_a_client_is_known_by_its_strongest_number_and_may_have_a_new_name(
    run: Run, tmp_path: Path, home: Path
) -> None:
    run("add-client", "华星机械", "--uscc", "91350100M000100Y43", check=0)
    file = write(tmp_path, "name,uscc\n华星重工,91350100M000100Y43\n")
    assert counts(run("import-clients", file, "--json", check=0)) == (0, 1, 0, 0)
    assert clients(home, "name") == [("华星重工",)]


def test_two_rows_of_a_file_may_add_to_each_other_but_not_disagree(
    run: Run, tmp_path: Path, home: Path
) -> None:
    file = write(tmp_path, "name,phone,tier,area\n张三,13800138000,A,\n张三,,,城东\n张三,,B,\n")
    result = run("import-clients", file, "--skip-bad", "--json", check=0)
    assert counts(result) == (1, 1, 0, 1)
    assert "Row 2 says otherwise" in json.loads(result.out)["rejected_rows"][0]["reason"]
    assert clients(home) == [("张三", "A", "城东")]


def test_a_workbook_with_its_header_under_a_merged_note(run: Run, tmp_path: Path, home: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet["A1"] = "2026年11月客户名单（内部）"
    sheet.merge_cells("A1:D1")
    for place, row in enumerate((("姓名", "手机", "身份证号", "地区"), ("张三", 13800138000, "440524198001010013", "城东"),
                                 ("李四", "139 0013 9000", 440524198001010013, "城西")), 3):  # fmt: skip
        for column, value in enumerate(row, 1):
            sheet.cell(place, column, value)
    made.save(tmp_path / "c.xlsx")
    result = run("import-clients", "c.xlsx", "--skip-bad", "--json", check=0)
    told = json.loads(result.out)
    assert (told["format"], told["header_row"], told["added"]) == ("Excel", 3, 1)
    assert [(each["row"], "as text" in each["reason"]) for each in told["rejected_rows"]] == [(5, True)]
    assert clients(home, "name, id_number, area") == [("张三", "440524198001010013", "城东")]
    assert phones(home) == ["13800138000"]


def test_maps_sets_and_column_numbers(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(tmp_path, "7\t1990-12-13\tF\n8\t1965-02-04\tM\n", "c.tsv")
    words = (
        "--no-header",
        "--set",
        "name=客户{1}",
        "--set",
        "birthday={2}",
        "--set",
        "remark={3}, row {row}",
    )
    run("import-clients", file, *words, "--save-map", "m.toml", check=0)
    assert clients(home, "name, birthday, remark") == [
        ("客户7", "1990-12-13", "F, row 1"),
        ("客户8", "1965-02-04", "M, row 2"),
    ]
    assert counts(run("import-clients", file, "--map", "m.toml", "--json", check=0)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("gone.csv",), 8), (("c.csv", "--sheet", "x"), 8), (("c.csv", "--map", "gone.toml"), 8), (("c.csv", "--set", "x=1"), 2),
        (("c.csv", "--set", "name={gone}"), 2), (("c.csv", "--encoding", "klingon"), 2), ((".",), 8), (("empty.csv",), 8),
        (("unknown.csv",), 8), (("header.csv",), 8),
    ],
)  # fmt: skip
def test_every_failure_is_one_line(run: Run, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    write(tmp_path, "name\n张三\n")
    write(tmp_path, "", "empty.csv")
    write(tmp_path, "foo,bar\n1,2\n", "unknown.csv")
    write(tmp_path, "name,phone\n", "header.csv")
    result = run("import-clients", *words)
    assert (result.code, result.err.count("\n"), result.out) == (code, 1, ""), result.err


def test_the_store_is_no_table(run: Run, home: Path) -> None:
    run("add-client", "张三", check=0)
    result = run("import-clients", home / "store.db")
    assert (result.code, result.err.count("\n")) == (8, 1)


def test_a_phone_book_keeps_what_it_can_not_check(run: Run, tmp_path: Path, home: Path) -> None:
    file = write(
        tmp_path,
        "BEGIN:VCARD\nVERSION:3.0\nFN:张三\nTEL:13800138000\nTEL:95588\nORG:华星\nEND:VCARD\n",
        "c.vcf",
    )
    assert "kept as written" in run("import-clients", file, check=0).err
    assert phones(home) == ["13800138000"]
    ((kind, fields),) = clients(home, "kind, fields")
    assert (kind, json.loads(str(fields))) == ("person", {"company": "华星", "phone_as_written": "95588"})
    assert counts(run("import-clients", file, "--json", check=0)) == (0, 0, 1, 0)


def test_chinese_words_for_chinese_readers(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path, "姓名\n张三\n")
    assert "张三" not in run("import-clients", file, lang="zh", check=0).out


@pytest.mark.skipif(not DATA.exists(), reason="the real data sets are not here")
@pytest.mark.parametrize(
    ("file", "words", "rows"),
    [
        (
            "berka/fin_client.tsv",
            ("--no-header", "--set", "name=客户{1}", "--set", "birthday={2}", "--set", "area={4}"),
            5369,
        ),
        ("names/companies.txt", (), 20569),
        ("vcards/gmail-list.vcf", (), 3),
        ("vcards/gmail.vcf", (), 1),
        ("vcards/ms-outlook.vcf", (), 1),
        ("vcards/rfc6350.vcf", (), 1),
    ],
)
def test_real_files_go_in_and_twice_changes_nothing(
    run: Run, file: str, words: tuple[str, ...], rows: int
) -> None:
    assert counts(run("import-clients", DATA / file, *words, "--json", check=0)) == (rows, 0, 0, 0)
    assert counts(run("import-clients", DATA / file, *words, "--json", check=0)) == (0, 0, rows, 0)


@pytest.mark.skipif(not DATA.exists(), reason="the real data sets are not here")
def test_two_people_of_one_name_in_a_phone_book_are_told_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "android.vcf").write_bytes((DATA / "vcards" / "android.vcf").read_bytes())
    assert counts(run("import-clients", "android.vcf", "--skip-bad", "--json", check=0)) == (5, 0, 0, 1)
