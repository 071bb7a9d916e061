import json

import pytest


@pytest.fixture
def known(run):
    run("add-client", "张三", check=0)
    run("add-client", "华星机械", check=0)
    run("log-visit", "张三", "谈续贷", check=0)
    return run


def test_what_was_typed_comes_back(known) -> None:
    done = known(
        "add-task",
        "营业执照",
        "--visit",
        "1",
        "--kind",
        "补件",
        "--due",
        "下周三 15:00",
        "--owner",
        "林",
        "--json",
        check=0,
    )
    assert done.err == "Added task 1, due 2026-12-02 Wed 15:00: 营业执照 (张三)\n"
    (task,) = json.loads(done.out)
    assert {key: task[key] for key in ("client", "visit", "kind", "due", "due_time", "first_due", "moves", "owner")} == {
        "client": 1, "visit": 1, "kind": "paper", "due": "2026-12-02", "due_time": "15:00", "first_due": "2026-12-02",
        "moves": 0, "owner": "林",
    }  # fmt: skip


def test_a_text_is_enough(known) -> None:
    assert known("add-task", "=cmd() \x1b[31m", check=0).err == "Added task 1: =cmd() \u241b[31m\n"
    (task,) = json.loads(known("list-tasks", "--json").out)
    assert (task["text"], task["client"], task["due"], task["kind"]) == (
        "=cmd() \x1b[31m",
        None,
        "",
        "follow-up",
    )


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("",), 2, "empty"),
        (("x", "--kind", "chore"), 2, "milestone"),
        (("x", "--due", "2026-02-30"), 2, "2026-02-30"),
        (("x", "--due", "yesterday"), 2, "--force"),
        (("x", "--due", "2099-01-01"), 2, "--force"),
        (("x", "--client", "nobody"), 4, "nobody"),
        (("x", "--visit", "9"), 4, "9"),
        (("x", "--visit", "1", "--client", "华星"), 2, "another client"),
        (("x" * 10_001,), 2, "10001"),
        ((), 2, "TEXT"),
    ],
)
def test_bad_input_stores_nothing(known, words, code: int, said: str) -> None:
    done = known("add-task", *words)
    assert (done.code, said in done.err, done.err.count("\n")) == (code, True, 1), done.err
    assert json.loads(known("list-tasks", "--json").out) == []


@pytest.mark.parametrize(
    ("profile", "severity", "due"),
    [
        ("bank-corporate", "", "2026-12-09"),
        ("bank-corporate", "一般", "2026-12-09"),
        ("bank-corporate", "complex", "2026-12-24"),
        ("bank-corporate", "special", "2027-01-23"),
        ("distributor", "", "2026-11-24 17:30"),
        ("distributor", "normal", "2026-11-24 17:30"),
        ("distributor", "serious", "2026-11-24 13:30"),
        ("decoration", "serious", "2026-11-24"),
        ("auto", "serious", "2026-11-25"),
    ],
)
def test_a_complaint_is_due_by_its_severity(run, profile, severity, due) -> None:
    run("use-profile", profile, "--yes", check=0)
    more = ("--severity", severity) if severity else ()
    (task,) = json.loads(run("add-task", "x", "--kind", "complaint", *more, "--json", check=0).out)
    assert f"{task['due']} {task['due_time']}".strip() == due
    assert (task["opened_on"], task["opened_time"]) == ("2026-11-24", "09:30")


def test_a_severity_that_is_none(run) -> None:
    done = run("add-task", "x", "--severity", "complex", check=2)
    assert "serious" in done.err


def test_the_minute_it_was_closed_is_kept(run) -> None:
    run("add-task", "x", check=0)
    run("close-task", "1", now="2026-11-24T16:05:00+08:00", check=0)
    (task,) = json.loads(run("list-tasks", "--state", "closed", "--json", check=0).out)
    assert (task["closed_on"], task["closed_time"], task["state"]) == ("2026-11-24", "16:05", "closed")
