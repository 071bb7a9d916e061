"""`fill-form` as it is typed, on the five forms and on what is no form."""

import json
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

FORMS = Path(__file__).parent.parent / "forms"
WEEK = "2026-W48"


@pytest.fixture
def store(run, tmp_path):
    for form in FORMS.glob("*.xlsx"):
        shutil.copy(form, tmp_path)
    run("config", "owner", "王敏", check=0)
    run("config", "department", "公司业务部", check=0)
    run("add-client", "华兴机械", "--tier", "A", "--phone", "13812345678", check=0)
    run("add-client", "云岫精密", check=0)
    run("log-visit", "华兴机械", "谈续贷，手机13812345678", "--minutes", "40", "--next", "下周三", check=0)
    run(
        "log-visit",
        "云岫精密",
        "=1+1",
        "--kind",
        "call",
        "--on",
        "2026-11-23",
        "--minutes",
        "20",
        "--result",
        "同意",
        check=0,
    )
    return run


def sheet(path: Path, place: int = 0) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(path).worksheets[place]


def test_a_weekly_form_of_two_tables_is_filled(store, tmp_path):
    done = store("fill-form", "weekly-two-tables.xlsx", "--yes", lang="zh", check=0)
    path = tmp_path / f"weekly-two-tables-{WEEK}.xlsx"
    assert (done.out, stat.S_IMODE(path.stat().st_mode)) == ("", 0o600)
    assert "2 条拜访" in done.err
    assert "领导批示 (L5)、备注 (K16)" in done.err
    found = sheet(path)
    assert [found[each].value for each in ("B2", "E2", "J2")] == ["王敏", "公司业务部", "第48周"]
    assert found["H2"].value.date().isoformat() == "2026-11-24"
    assert [found[f"{column}6"].value for column in "CEFIK"] == ["云岫精密", "电话", "=1+1", "同意", 20]
    assert found["F6"].data_type == "s"
    assert found["F7"].value == "谈续贷，手机138******78"
    assert found["B6"].value.date().isoformat() == "2026-11-23"
    assert [found[f"{column}17"].value for column in "CE"] == [
        "华兴机械",
        "Follow up: 谈续贷，手机138******78",
    ]
    assert found["K14"].value == "=SUM(K6:K13)"
    assert found["L6"].value is None


def test_a_daily_form_keeps_its_place_for_signatures(store, tmp_path):
    store("fill-form", "daily-sign-off.xlsx", "--yes", lang="zh", check=0)
    found = sheet(tmp_path / "daily-sign-off-2026-11-24.xlsx")
    assert [found[each].value for each in ("A2", "D2", "F2")] == [
        "填报人：王敏",
        "单位：公司业务部",
        "日期：2026-11-24",
    ]
    assert [found[f"{column}4"].value for column in "ACDE"] == [
        1,
        "华兴机械",
        "上门拜访",
        "谈续贷，手机138******78",
    ]
    assert [found[f"E{row}"].value for row in (13, 14, 15)] == ["审核人：", "签字：", "日期："]


def test_placeholders_repeat_rows_and_sums_stay_right(store, tmp_path):
    for number in range(5):
        store("log-visit", "云岫精密", f"第{number}次", "--minutes", "10", check=0)
    store("fill-form", "bank-after-lending.xlsx", WEEK, "-o", "out.xlsx", lang="zh", check=0)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", tmp_path / "computed", tmp_path / "out.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = openpyxl.load_workbook(tmp_path / "computed" / "out.xlsx", data_only=True).worksheets[0]
    assert [found[each].value for each in ("B2", "B4", "F4")] == ["王敏", 7, 2]
    assert found["A7"].value == "检查经过（王敏，共 7 次）"
    assert [found[f"G{row}"].value for row in range(9, 17)] == [20, 40, 10, 10, 10, 10, 10, 110]
    assert found["H16"].value == pytest.approx(110 / 60)
    assert [found[f"{column}18"].value for column in "BC"] == [
        "华兴机械",
        "Follow up: 谈续贷，手机138******78",
    ]
    assert found["A19"].value == "检查结论"


def test_measures_of_the_profile_are_headings_and_bars_stay(store, tmp_path):
    store("use-profile", "tobacco", "--yes", check=0)
    keys = {"stock"}
    store("log-visit", "华兴机械", "看库存", "--measure", f"{keys.pop()}=12", check=0)
    store("fill-form", "tobacco-visit.xlsx", WEEK, "--yes", "-o", "t.xlsx", lang="zh", check=0)
    found = sheet(tmp_path / "t.xlsx")
    assert [found[f"G{row}"].value for row in (5, 6, 7)] == [None, None, 12]
    assert [found[each].value for each in ("A2", "E2")] == ["市场部：公司业务部", "客户经理：王敏"]
    with zipfile.ZipFile(tmp_path / "t.xlsx") as file:
        assert b"x14:sparklineGroup" in file.read("xl/worksheets/sheet1.xml")


def test_a_ten_day_form_takes_the_ten_days_of_its_title(store, tmp_path):
    done = store("fill-form", "dealer-ten-day.xlsx", "--yes", lang="zh", check=0)
    path = tmp_path / "dealer-ten-day-2026-11下旬.xlsx"
    assert path.exists(), done.err
    assert sheet(path)["D2"].value == "起止日期：2026-11-21 至 2026-11-30"
    assert [each.title for each in openpyxl.load_workbook(path).worksheets] == ["旬报", "填报说明"]


def test_a_form_that_was_only_recognised_is_asked_for(store, tmp_path):
    done = store("fill-form", "weekly-two-tables.xlsx", check=1)
    assert "--yes" in done.err
    assert not list(tmp_path.glob("weekly-two-tables-*.xlsx"))


def test_show_tells_cell_by_cell_and_writes_nothing(store, tmp_path):
    found = json.loads(store("fill-form", "weekly-two-tables.xlsx", "--show", "--json", check=0).out)
    by_cell = {each["cell"]: each for each in found}
    assert (by_cell["C6"]["heading"], by_cell["C6"]["name"], by_cell["C6"]["example"]) == (
        "客户名称",
        "visit.client",
        "云岫精密",
    )
    assert (by_cell["L5"]["heading"], by_cell["L5"]["name"]) == ("领导批示", "")
    assert (by_cell["B2"]["heading"], by_cell["B2"]["example"]) == ("姓名", "王敏")
    text = store("fill-form", "weekly-two-tables.xlsx", "--show", lang="zh", check=0).out
    assert "领导批示" in text
    assert not list(tmp_path.glob("weekly-two-tables-*.xlsx"))


def test_a_form_is_corrected_learned_and_known_again(store, tmp_path, home):
    words = ("--set", "备注=owner", "--set", "领导批示=need", "--set", "J2=week_number", "--set", "时长=")
    store("log-visit", "华兴机械", "又谈", "--need", "降息", check=0)
    done = store("fill-form", "weekly-two-tables.xlsx", *words, "--learn", "周报", "-o", "1.xlsx", check=0)
    assert "Left empty" not in done.err
    assert stat.S_IMODE((home / "forms" / "周报.toml").stat().st_mode) == 0o600
    shutil.copy(tmp_path / "weekly-two-tables.xlsx", tmp_path / "renamed.xlsx")
    for extra in ((), ("--as", "周报")):
        store("fill-form", "renamed.xlsx", "-o", "2.xlsx", *extra, check=0)
        found = sheet(tmp_path / "2.xlsx")
        assert [found[each].value for each in ("L8", "K17", "J2", "K6")] == ["降息", "王敏", 48, None]


def test_a_learned_form_says_so_and_a_wrong_file_is_told(store, home):
    store("fill-form", "daily-sign-off.xlsx", "--learn", "day", check=0)
    assert "known as day" in store("fill-form", "daily-sign-off.xlsx", "--learn", "two", check=2).err
    (home / "forms" / "day.toml").write_text(
        (home / "forms" / "day.toml").read_text().replace('list = "visit"', 'list = "vist"')
    )
    assert "day.toml: list is one of" in store("fill-form", "daily-sign-off.xlsx", check=5).err
    (home / "forms" / "day.toml").write_text("[")
    assert "day.toml" in store("fill-form", "daily-sign-off.xlsx", check=5).err


def test_a_value_that_the_form_does_not_take_is_told_with_its_cell(store, tmp_path, home):
    store("log-visit", "华兴机械", "x" * 210, "--kind", "message", check=0)
    done = store("fill-form", "daily-sign-off.xlsx", "--learn", "day", "-o", "d.xlsx", check=1)
    assert "日报!E5" in done.err
    assert not (tmp_path / "d.xlsx").exists()
    assert not (home / "forms").exists()
    done = store(
        "fill-form", "daily-sign-off.xlsx", "--yes", "--skip-bad", "-o", "d.xlsx", lang="zh", check=0
    )
    assert "日报!E5" in done.err
    assert [sheet(tmp_path / "d.xlsx")[each].value for each in ("C5", "E5")] == ["华兴机械", None]


def test_unmasked_leaves_phones_whole(store, tmp_path):
    store(
        "fill-form",
        "daily-sign-off.xlsx",
        "--yes",
        "--unmasked",
        "--reason",
        "audit",
        "-o",
        "d.xlsx",
        check=0,
    )
    assert sheet(tmp_path / "d.xlsx")["E4"].value == "谈续贷，手机13812345678"


def test_every_name_is_listed(store):
    text = store("fill-form", "--fields", check=0).out
    assert "{{ visits_count }}" in text
    assert "{{ visit.client }}" in text
    assert {"name": "plan.due"} in json.loads(store("fill-form", "--fields", "--json", check=0).out)


def test_missing_settings_are_told(run, tmp_path):
    shutil.copy(FORMS / "daily-sign-off.xlsx", tmp_path)
    assert "rmtool config owner" in run("fill-form", "daily-sign-off.xlsx", "--yes", check=0).err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "Name the form"),
        (("none.xlsx",), 8, "no file"),
        (("weekly-two-tables.xlsx", "nonsense"), 2, "no period"),
        (("weekly-two-tables.xlsx", "-o", "out.xlsm", "--yes"), 2, ".xlsx"),
        (("weekly-two-tables.xlsx", "-o", "weekly-two-tables.xlsx", "--yes"), 1, "output"),
        (("weekly-two-tables.xlsx", "--as", "nosuch"), 2, "none yet"),
        (("weekly-two-tables.xlsx", "--learn", "../x"), 2, "can't name"),
        (("weekly-two-tables.xlsx", "--set", "备注"), 2, "HEADING=NAME"),
        (("weekly-two-tables.xlsx", "--set", "无此=text"), 2, "领导批示"),
        (("weekly-two-tables.xlsx", "--set", "备注=txt"), 2, "text"),
        (("weekly-two-tables.xlsx", "--set", "J2=ownr"), 2, "owner"),
        (("bank-after-lending.xlsx", "--learn", "x"), 2, "nothing to learn"),
        (("weekly-two-tables.xlsx", "--set", "K14=owner", "--yes"), 1, "K14"),
    ],
)
def test_bad_input_is_one_line(store, tmp_path, words, code, said):
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = store("fill-form", *words, check=code)
    assert said in done.err
    assert done.err.count("\n") == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_form_without_any_known_heading_says_what_to_do(run, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "说明"
    book.save(tmp_path / "empty.xlsx")
    assert "{{ visit.client }}" in run("fill-form", "empty.xlsx", check=2).err


def test_macros_are_kept_byte_for_byte(store, tmp_path):
    with (
        zipfile.ZipFile(FORMS / "daily-sign-off.xlsx") as old,
        zipfile.ZipFile(tmp_path / "m.xlsm", "w") as new,
    ):
        for each in old.infolist():
            data = old.read(each)
            if each.filename == "[Content_Types].xml":
                data = data.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml").replace(
                    b"<Default ",
                    b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ',
                    1,
                )
            new.writestr(each, data)
        new.writestr("xl/vbaProject.bin", bytes(range(256)))
    store("fill-form", "m.xlsm", "--yes", "-o", "out.xlsm", check=0)
    with zipfile.ZipFile(tmp_path / "out.xlsm") as file:
        assert file.read("xl/vbaProject.bin") == bytes(range(256))
