"""`export` as it is typed."""

import csv
import io
import json
import os
import stat

import openpyxl
import pytest


@pytest.fixture
def store(run):
    run("add-client", "张三", "--tier", "A", "--phone", "13812345678", check=0)
    run("log-visit", "张三", "谈续贷", "--next", "下周三", check=0)
    run("log-visit", "张三", "=1+1", "--on", "2026-10-08", check=0)
    return run


def test_this_week_is_a_workbook_in_the_current_folder(store, tmp_path):
    done = store("export", check=0)
    path = tmp_path / "rmtool-export-2026-W48.xlsx"
    assert (done.out, "rmtool-export-2026-W48.xlsx: 1 visit, 1 client, 1 task." in done.err) == ("", True)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Summary", "Visits", "Clients", "Tasks"]
    assert [cell.value for cell in book["Visits"][2]][3:6] == ["张三", "visit", "谈续贷"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_chinese_sheets_have_chinese_names(store, tmp_path):
    store("export", "all", "-o", "all.xlsx", lang="zh", check=0)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == ["汇总", "拜访", "客户", "事项"]
    assert [row[5].value for row in book["拜访"].iter_rows(min_row=2)] == ["=1+1", "谈续贷"]


def test_csv_is_the_visits_and_guards_formulas(store, tmp_path):
    store("export", "all", "-o", "v.csv", "--columns", "client,day,text", check=0)
    data = (tmp_path / "v.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1:] == [["张三", "2026-10-08", "'=1+1"], ["张三", "2026-11-24", "谈续贷"]]


def test_json_keeps_types_on_standard_output(store):
    done = store("export", "all", "-o", "-", "--format", "json", "--sheets", "visits,clients", check=0)
    made = json.loads(done.out)
    assert list(made) == ["visits", "clients"]
    assert made["visits"][0]["text"] == "=1+1"
    assert made["visits"][0]["people"] == []
    assert made["clients"][0]["phones"] == ["138******78"]


def test_unmasked_writes_identifiers_whole_and_says_so(store):
    done = store("export", "-o", "-", "--format", "json", "--unmasked", check=0)
    assert json.loads(done.out)["clients"][0]["phones"] == ["13812345678"]
    assert "whole" in done.err


def test_an_empty_period_is_a_workbook_and_is_said(store, tmp_path):
    done = store("export", "2025-01", "-o", "e.xlsx", check=0)
    assert "no visits in January 2025" in done.err or "no visits in Jan 2025" in done.err
    assert openpyxl.load_workbook(tmp_path / "e.xlsx")["Visits"].max_row == 1


def test_a_folder_takes_the_usual_name(store, tmp_path):
    (tmp_path / "out").mkdir()
    store("export", "2026-10", "-o", "out/", check=0)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["rmtool-export-2026-10.xlsx"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["-o", "missing/x.xlsx"], 7, "the folder does not exist"),
        (["-o", "missing/"], 7, "the folder does not exist"),
        (["-o", "x.pdf"], 2, "use .xlsx, .csv or .json"),
        (["-o", "x"], 2, "use .xlsx, .csv or .json"),
        (["-o", "x.csv", "--format", "json"], 2, "disagree"),
        (["--format", "pdf"], 2, "use xlsx, csv or json"),
        (["--sheets", "deals"], 2, "use some of summary, visits, clients, tasks"),
        (["--columns", "deals"], 2, "use some of number, day"),
        (["--columns", "day", "--sheets", "clients"], 2, "add visits to --sheets"),
        (["-o", "x.csv", "--sheets", "visits,clients"], 2, "holds one sheet"),
        (["nonsense"], 2, "no period"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(store, tmp_path, words, code, said):
    before = sorted(tmp_path.iterdir())
    done = store("export", *words, check=code)
    assert said in done.err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--format", "csv", "-o", "store.db.csv"),
        ("export", "-o", "new.xlsx"),
        ("weekly-report", "--format", "md", "-o", "store.db"),
        ("daily-report", "-o", "config.md"),
        ("backup", "config.toml", "--force"),
    ],
)
def test_nothing_is_written_among_rmtools_own_files(store, home, words):
    before = sorted((path, path.read_bytes()) for path in home.rglob("*") if path.is_file())
    words = [word if "." not in word else home / word for word in words]
    assert "rmtool's own files" in store(*words, check=1).err
    assert sorted((path, path.read_bytes()) for path in home.rglob("*") if path.is_file()) == before


def test_another_name_of_the_store_is_not_the_output_either(store, home, tmp_path):
    os.link(home / "store.db", tmp_path / "x.xlsx")
    assert "rmtool's own files" in store("export", "-o", "x.xlsx", check=1).err


def test_quiet_says_nothing(store):
    done = store("export", "--quiet", check=0)
    assert (done.out, done.err) == ("", "")
