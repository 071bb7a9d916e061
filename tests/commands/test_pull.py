"""`pull`: an exported workbook that was edited, taken back."""

import json
import shutil
import subprocess

import openpyxl
import pytest

FILE = "rmtool-export-all.xlsx"


@pytest.fixture
def store(run):
    run("add-client", "张三", "--tier", "A", "--phone", "13812345678", "--remark", "=老客户", check=0)
    run("add-client", "华兴机械", "--phone", "010-65432100", "--area", "东区", check=0)
    run(
        "log-visit",
        "张三",
        "谈续贷，电话13812345678",
        "--next",
        "下周三",
        "--with",
        "王芳",
        "--with",
        "李雷",
        "--minutes",
        "30",
        check=0,
    )
    run(
        "log-visit",
        "华兴机械",
        "=1+1",
        "--kind",
        "call",
        "--on",
        "2026-11-20",
        "--at",
        "15:30",
        "--measure",
        "stock=2.5",
        check=0,
    )
    run("log-visit", "张三", "第一行\n  第二行", "--on", "2026-11-19", "--result", "-1", check=0)
    run("export", "all", lang="zh", check=0)
    return run


@pytest.fixture
def book(store, tmp_path):
    """The exported workbook, and how it is saved again."""
    return openpyxl.load_workbook(tmp_path / FILE)


def place(sheet, heading: str, row: int):
    column = next(cell.column for cell in sheet[1] if str(cell.value).replace("\n", "") == heading)
    return sheet.cell(row, column)


def differences(store) -> list[dict]:
    return json.loads(store("pull", FILE, "--json", check=0).out)


def fields(found: dict) -> tuple[str, str, str, str]:
    return found["state"], found["key"], found["old"], found["new"]


def test_an_untouched_workbook_makes_no_difference(store):
    done = store("pull", FILE, check=0)
    assert (done.out, "Nothing is to be taken" in done.err) == ("", True)


def test_what_openpyxl_or_libreoffice_saves_again_makes_no_difference(store, book, tmp_path):
    book.save(tmp_path / FILE)
    assert differences(store) == []
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path / "again", tmp_path / FILE],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    shutil.copy(tmp_path / "again" / FILE, tmp_path / FILE)
    assert differences(store) == []


def test_sorted_rows_and_renamed_headings_make_no_difference(store, book, tmp_path):
    sheet = book["拜访"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
            sheet.cell(at, column).data_type = (
                "s" if isinstance(value, str) else sheet.cell(at, column).data_type
            )
    place(sheet, "谈了什么", 1).value = "干了啥"
    book.save(tmp_path / FILE)
    assert differences(store) == []
    assert "another order: 2" in store("pull", FILE, check=0).err


def test_a_column_of_ones_own_is_told_and_left_alone(store, book, tmp_path):
    sheet = book["拜访"]
    sheet.insert_cols(3)
    sheet.cell(1, 3).value = "领导意见"
    sheet.cell(2, 3).value = "好"
    book.save(tmp_path / FILE)
    done = store("pull", FILE, check=0)
    assert (done.out, "领导意见" in done.err) == ("", True)


def test_edited_cells_are_shown_and_taken(store, book, tmp_path):
    visits, clients, tasks = book["拜访"], book["客户"], book["事项"]
    place(visits, "谈了什么", 3).value = "谈授信500万"
    place(visits, "类型", 3).value = "拜访"
    place(visits, "日期", 3).value = "2026/11/18"
    place(visits, "时长（分钟）", 3).value = None
    place(clients, "片区", 3).value = "西区"
    place(tasks, "期限", 2).value = "2026-12-04"
    book.save(tmp_path / FILE)
    found = {(each["sheet"], each["key"]): (each["old"], each["new"]) for each in differences(store)}
    assert found == {
        ("拜访", "text"): ("=1+1", "谈授信500万"), ("拜访", "kind"): ("电话", "拜访"), ("拜访", "day"): ("2026-11-20", "2026-11-18"),
        ("客户", "area"): ("东区", "西区"), ("事项", "due"): ("2026-12-02", "2026-12-04"),
    }  # fmt: skip
    done = store("pull", FILE, check=1)
    assert ("谈授信500万" in done.out, "--yes" in done.err) == (True, True)
    done = store("pull", FILE, "--yes", lang="zh", check=0)
    assert "改了 5 格" in done.err
    visit = json.loads(store("show-visit", "2", "--json", check=0).out)
    assert (visit["text"], visit["kind"], visit["day"]) == ("谈授信500万", "visit", "2026-11-18")
    assert json.loads(store("show-task", "1", "--json", check=0).out)["due"] == "2026-12-04"
    assert differences(store) == []


def test_a_masked_cell_that_was_not_touched_is_no_change_and_one_that_was_is_refused(store, book, tmp_path):
    sheet = book["客户"]
    place(sheet, "电话", 3).value = "010-65432199"
    book.save(tmp_path / FILE)
    assert [each["new"] for each in differences(store)] == ["010-65432199"]
    place(sheet, "电话", 2).value = str(place(sheet, "电话", 2).value) + "；13900000000"
    book.save(tmp_path / FILE)
    done = store("pull", FILE, "--yes", check=8)
    assert "masked" in done.err
    assert "010-65432100" in store("show-client", "华兴机械", check=0).out


def test_a_clash_with_newer_data_is_refused_and_listed(store, book, tmp_path):
    sheet = book["拜访"]
    place(sheet, "谈了什么", 3).value = "甲"
    place(sheet, "结果", 2).value = "乙"
    book.save(tmp_path / FILE)
    store("edit-visit", "2", "--text", "丙", check=0)
    done = store("pull", FILE, "--yes", check=1)
    assert ("clash" in done.out, "拜访!" in done.err, "--skip-clashes" in done.err) == (True, True, True)
    assert json.loads(store("show-visit", "3", "--json", check=0).out)["result"] == "-1"
    store("pull", FILE, "--yes", "--skip-clashes", check=0)
    texts = [json.loads(store("show-visit", number, "--json", check=0).out) for number in ("2", "3")]
    assert (texts[0]["text"], texts[1]["result"]) == ("丙", "乙")


def test_the_same_edit_on_both_sides_is_no_difference(store, book, tmp_path):
    place(book["拜访"], "谈了什么", 3).value = "丙"
    book.save(tmp_path / FILE)
    store("edit-visit", "2", "--text", "丙", check=0)
    assert differences(store) == []


def test_new_rows_are_added_by_the_rules_of_the_imports(store, book, tmp_path):
    visits, clients, tasks = book["拜访"], book["客户"], book["事项"]
    for heading, value in (
        ("日期", "2026-11-21"),
        ("客户", "华兴机械"),
        ("谈了什么", "新的一次"),
        ("类型", "电话"),
    ):
        place(visits, heading, 5).value = value
    place(clients, "名称", 4).value = "云岫精密"
    for heading, value in (("期限", "2026-12-01"), ("客户", "张三"), ("事项", "送合同")):
        place(tasks, heading, 3).value = value
    book.save(tmp_path / FILE)
    assert [each["state"] for each in differences(store)] == ["added"] * 3
    done = store("pull", FILE, "--yes", check=0)
    assert "rows added 3" in done.err
    assert "新的一次" in store("list-visits", check=0).out
    assert "送合同" in store("list-tasks", check=0).out
    assert "云岫精密" in store("list-clients", check=0).out
    # Taken back once more, they are there already.
    assert differences(store) == []


def test_a_new_row_that_is_wrong_stops_everything(store, book, tmp_path):
    sheet = book["拜访"]
    for heading, value in (("日期", "2026-11-21"), ("客户", "查无此人"), ("谈了什么", "x")):
        place(sheet, heading, 5).value = value
    place(sheet, "结果", 2).value = "乙"
    book.save(tmp_path / FILE)
    done = store("pull", FILE, "--yes", check=8)
    assert ("拜访!5" in done.err, "查无此人" in done.err) == (True, True)
    assert json.loads(store("show-visit", "3", "--json", check=0).out)["result"] == "-1"


def test_rows_that_are_gone_are_told_and_deleted_only_when_asked(store, book, tmp_path):
    book["拜访"].delete_rows(3)
    book["客户"].delete_rows(3)
    book["事项"].delete_rows(2)
    book.save(tmp_path / FILE)
    store("log-visit", "张三", "后来的", check=0)
    assert [(each["state"], each["sheet"], each["number"]) for each in differences(store)] == [
        ("deleted", "拜访", 2), ("deleted", "客户", 2), ("deleted", "事项", 1),
    ]  # fmt: skip
    assert "--deletions" in store("pull", FILE, "--yes", check=0).err
    assert "=1+1" in store("list-visits", check=0).out
    store("pull", FILE, "--yes", "--deletions", check=0)
    assert "=1+1" not in store("list-visits", check=0).out
    assert "后来的" in store("list-visits", check=0).out
    assert "华兴机械" in store("list-clients", "--archived", check=0).out
    assert "续贷" in store("list-tasks", check=0).out


def test_what_rmtool_counts_itself_is_left_alone_and_said(store, book, tmp_path):
    place(book["客户"], "拜访", 2).value = 99
    book.save(tmp_path / FILE)
    assert [fields(each)[:2] for each in differences(store)] == [("fixed", "visits")]
    assert "left alone" in store("pull", FILE, "--yes", check=0).err


@pytest.mark.parametrize(
    ("heading", "row", "value", "said"),
    [
        ("日期", 2, "昨儿", "昨儿"),
        ("日期", 2, "2027-01-01", "to come"),
        ("类型", 2, "托梦", "托梦"),
        ("时长（分钟）", 4, "很久", "minutes"),
        ("谈了什么", 2, None, "text"),
    ],
)
def test_a_value_that_can_not_be_right_is_told_with_its_cell(
    store, book, tmp_path, heading, row, value, said
):
    place(book["拜访"], heading, row).value = value
    book.save(tmp_path / FILE)
    done = store("pull", FILE, "--yes", check=8)
    assert said in done.err
    assert done.err.count("\n") == 1


def test_keys_that_are_gone_twice_or_damaged_are_one_line(store, book, tmp_path):
    sheet = book["拜访"]
    last = sheet.max_column
    kept = sheet.cell(2, last).value
    sheet.cell(3, last).value = kept
    book.save(tmp_path / FILE)
    done = store("pull", FILE, check=8)
    assert ("row 2" in done.err, "row 3" in done.err, done.err.count("\n")) == (True, True, 1)
    sheet.cell(3, last).value = "x"
    book.save(tmp_path / FILE)
    assert "damaged" in store("pull", FILE, check=8).err
    for each in book.worksheets:
        each.delete_cols(each.max_column)
    book.save(tmp_path / FILE)
    assert "hidden key column" in store("pull", FILE, check=8).err


def test_what_is_no_workbook_is_one_line(store, tmp_path):
    (tmp_path / "x.csv").write_text("a,b\n")
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04" + bytes(40))
    for name in ("x.csv", "x.xlsx", "none.xlsx"):
        assert store("pull", name, check=8).err.count("\n") == 1
