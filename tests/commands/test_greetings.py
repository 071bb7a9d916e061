import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

SEPTEMBER = "2026-09-20T09:30:00+08:00"


@pytest.fixture
def people(run) -> None:
    run("add-client", "张伟", "--phone", "13800138000", "--tier", "A", "--field", "性别=男", check=0)
    run("add-client", "华星机械", "--phone", "010-65432100", check=0)
    run("add-contact", "华星", "李梅", "--role", "总经理", "--birthday", "09-22", check=0)
    run("add-client", "=1+1", "--kind", "company", "--remark", "x", check=0)
    run("config", "owner", "林")


def sent(run) -> list[tuple[str, str, str]]:
    found = json.loads(run("list-greetings", "--json", check=0).out)
    return [(each["client_name"], each["contact_name"], each["gift"]) for each in found]


def test_shown_masked_and_nothing_kept(run, people) -> None:
    done = run("greetings", "中秋", "--tier", "A", now=SEPTEMBER, lang="zh", check=0)
    assert done.out.startswith("张伟  138******00  张先生，中秋快乐！")
    assert done.out.count("\n") == 1
    assert "13800138000" in run("greetings", "中秋", "--unmasked", now=SEPTEMBER, check=0).out
    assert sent(run) == []


def test_sent_once_only(run, people) -> None:
    first = run("greetings", "mid-autumn", "--sent", "--gift", "茶叶", now=SEPTEMBER, check=0)
    assert first.err.split("\n")[:3] == [
        "Mid-Autumn Festival, 2026-09-25 Fri: 3 texts.", "1 has no phone: =1+1.", "Kept as sent today: 3.",
    ]  # fmt: skip
    assert sent(run) == [("张伟", "", "茶叶"), ("华星机械", "李梅", "茶叶"), ("=1+1", "", "茶叶")]
    second = run("greetings", "中秋", "--sent", now=SEPTEMBER, check=0)
    assert second.out == ""
    assert "3 were greeted already: --again greets again." in second.err
    assert len(sent(run)) == 3
    # The year after, the same gift is not given again.
    later = run(
        "greetings", "中秋", "--gift", "茶叶", "--year", "2027", now="2027-09-10T09:30:00+08:00", check=0
    )
    assert (
        "3 got the same gift before and are left out: 张伟, 华星机械, =1+1. Choose another, or add --again."
        in later.err
    )
    assert (
        run("greetings", "中秋", "--gift", "酒", now="2027-09-10T09:30:00+08:00", check=0).out.count("\n")
        == 3
    )
    assert run("greetings", "中秋", "--again", now=SEPTEMBER, check=0).out.count("\n") == 3
    assert "greeted  (rmtool" in run("care", now=SEPTEMBER, check=0).out


def test_a_file_holds_phones_whole_and_text_stays_text(run, people, tmp_path: Path) -> None:
    done = run("greetings", "中秋", "-o", "x.csv", now=SEPTEMBER, lang="en", check=0)
    assert done.out == ""
    assert "Wrote x.csv for the message platform: phones stand in it whole." in done.err
    path = tmp_path / "x.csv"
    assert path.stat().st_mode & 0o777 == 0o600
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert [row["Phone"] for row in rows] == ["13800138000", "010-65432100", ""]
    assert [row["Client"] for row in rows] == ["张伟", "华星机械", "'=1+1"]
    run("greetings", "中秋", "-o", "x.xlsx", now=SEPTEMBER, check=0)
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet["D"][1:3]] == [
        ("13800138000", "s", "@"), ("010-65432100", "s", "@"),
    ]  # fmt: skip
    assert sheet["B4"].value == "=1+1"
    assert b"<f>" not in zipfile.ZipFile(tmp_path / "x.xlsx").read("xl/worksheets/sheet1.xml")
    run("greetings", "中秋", "-o", "x.json", now=SEPTEMBER, check=0)
    assert [each["phone"] for each in json.loads((tmp_path / "x.json").read_text())] == [
        "13800138000",
        "010-65432100",
        "",
    ]
    run("greetings", "中秋", "-o", "x.txt", now=SEPTEMBER, check=0)
    assert "13800138000" in (tmp_path / "x.txt").read_text()


def test_json_and_csv_on_the_screen_are_masked(run, people) -> None:
    found = json.loads(run("greetings", "中秋", "--format", "json", now=SEPTEMBER, check=0).out)
    assert [(each["number"], each["contact"], each["phone"]) for each in found[:2]] == [
        (1, "", "138******00"), (2, "李梅", "010-******00"),
    ]  # fmt: skip
    assert "138******00" in run("greetings", "中秋", "--format", "csv", "-o", "-", now=SEPTEMBER, check=0).out


def test_birthdays_and_own_days(run, people) -> None:
    assert run("greetings", "生日", now=SEPTEMBER, lang="zh", check=0).out.startswith(
        "李梅  010-******00  李总，生日快乐！"
    )
    assert run("greetings", "birthday", "--days", "2", now=SEPTEMBER, check=0).out == ""
    run("add-client-day", "华星", "成立日", "09-24", check=0)
    assert "成立日" in run("greetings", "成立日", now=SEPTEMBER, lang="zh", check=0).out
    assert "--year is for festivals" in run("greetings", "成立日", "--year", "2027", check=2).err


def test_ones_own_text(run, people, home: Path, tmp_path: Path) -> None:
    folder = home / "templates" / "greetings"
    folder.mkdir(parents=True)
    (folder / "mid-autumn.sms.j2").write_text(
        "{{ address }}，{{ owner }}祝您中秋快乐，{{ gift }}请笑纳", encoding="utf-8"
    )
    done = run("greetings", "中秋", "--client", "张伟", "--gift", "茶", now=SEPTEMBER, lang="zh", check=0)
    assert "张先生，" in done.out
    assert "祝您中秋快乐，茶请笑纳" in done.out
    assert "mid-autumn" not in run("report", "--list", check=0).out
    (tmp_path / "bad.sms.j2").write_text("{{ oops }}")
    assert (
        "bad.sms.j2, line 1"
        in run("greetings", "中秋", "--template", "bad.sms.j2", "--sent", now=SEPTEMBER, check=5).err
    )
    assert sent(run) == []


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("中秋季",), 2, "Unknown occasion 中秋季; the nearest: 中秋"), (("",), 2, "Unknown occasion"), (("中秋", "--tier", "Z"), 2, "Unknown tier"),
        (("中秋", "--client", "nobody"), 4, "No client is named nobody"), (("中秋", "--year", "2200"), 2, "not in 2200"),
        (("中秋", "-o", "x.doc"), 2, "does not tell its format"), (("中秋", "-o", "x.csv", "--format", "xlsx"), 2, "disagree"),
        (("中秋", "--format", "xlsx"), 2, "name a file"), (("中秋", "--format", "pdf"), 2, "Unknown format pdf"),
        (("中秋", "--template", "nobody"), 4, "There is no template nobody"), (("中秋", "--gift", " "), 2, "--gift is empty"),
        (("中秋", "-o", "no/x.csv"), 7, "no/x.csv"),
    ],
)  # fmt: skip
def test_bad_input_keeps_nothing(words: tuple[str, ...], code: int, says: str, run, people) -> None:
    done = run("greetings", *words, "--sent", now=SEPTEMBER, check=code)
    assert says in done.err
    assert done.err.count("\n") == 1
    assert sent(run) == []


def test_json_as_every_listing_has_it(run, people) -> None:
    as_format = run("greetings", "中秋", "--format", "json", now=SEPTEMBER, check=0).out
    assert run("greetings", "中秋", "--json", now=SEPTEMBER, check=0).out == as_format
    assert "contradict" in run("greetings", "中秋", "--json", "--format", "csv", now=SEPTEMBER, check=2).err
