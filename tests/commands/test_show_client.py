import json

from rmtool.domain.text import width


def test_the_page(run) -> None:
    run("add-client", "赵总", check=0)
    run("add-client", "华星机械", "--tier", "B", "--referred-by", "赵总", "--remark", "长" * 60, check=0)
    run(
        "add-contact",
        "华星",
        "陈波",
        "--role",
        "财务总监",
        "--likes",
        "喝茶",
        "--taboos",
        "周一不接电话",
        "--birthday",
        "11-26",
    )
    for day in range(1, 8):
        run("log-visit", "华星", f"第{day}次 " + "谈" * 200, "--on", f"2026-11-0{day}", check=0)
    run("log-visit", "华星", "x", "--on", "2026-11-20", "--next", "+2d", "--todo", "问利率", check=0)
    run("add-task", "营业执照", "--client", "华星", check=0)
    out = run("show-client", "华星", check=0).out
    lines = out.splitlines()
    assert lines[:3] == [
        "2  华星机械",
        "Last touch 2026-11-20 Fri, 4 days ago; visits so far: 8.",
        "Birthday of 陈波: 2026-11-26 Thu.",
    ]
    assert "  陈波  likes  喝茶" in lines
    assert "  陈波  avoid  周一不接电话" in lines
    assert lines[lines.index("Promised") + 1].endswith("2026-11-26 Thu  问利率")
    assert lines[lines.index("Open tasks") + 1].endswith("营业执照")
    assert "第4次" in out
    assert "第3次" not in out
    # Five visits; each text in two lines at most.
    assert lines.index("Contacts") - lines.index("Last visits") <= 2 + 5 * 3
    assert "  Brought by  赵总" in lines
    assert max(map(width, lines)) <= 80


def test_json(run) -> None:
    run("add-client", "张三", check=0)
    page = json.loads(run("show-client", "张三", "--json", check=0).out)
    assert list(page) == [
        "client", "referrer", "contacts", "last_touch", "days", "visits_count", "visits", "promised", "tasks",
        "deals", "birthdays", "notes", "own_days", "gifts", "papers", "recommended",
    ]  # fmt: skip
    assert (page["days"], page["last_touch"]) == (None, "")


def test_a_client_never_touched(run) -> None:
    run("add-client", "张三", check=0)
    assert "Never touched; added on 2026-11-24." in run("show-client", "张三", check=0).out
    assert run("show-client", "李四").code == 4


def test_the_page_of_an_earlier_day_is_as_it_stood(run) -> None:
    run("add-client", "张三", "--tier", "B", now="2026-10-01T10:00:00+08:00", check=0)
    run("log-visit", "张三", "谈续贷", "--next", "+3d", now="2026-10-01T10:05:00+08:00", check=0)
    run("edit-client", "张三", "--tier", "A", now="2026-10-03T10:00:00+08:00", check=0)
    run("edit-visit", "1", "--text", "改了", now="2026-10-03T10:01:00+08:00", check=0)
    run("close-task", "1", now="2026-10-03T10:02:00+08:00", check=0)

    def page(when: str) -> tuple[str, str, int, int]:
        found = json.loads(run("show-client", "张三", "--as-of", when, "--json", check=0).out)
        return found["client"]["tier"], found["visits"][0]["text"], len(found["promised"]), found["days"]

    assert page("2026-10-01") == ("B", "谈续贷", 1, 0)
    assert page("2026-10-03 10:00") == ("A", "谈续贷", 1, 2)
    assert page("today") == ("A", "改了", 0, 54)
    assert run("show-client", "张三", "--as-of", "2026-10-01 10:01").code == 0
    assert "begins on 2026-10-01" in run("show-client", "张三", "--as-of", "2026-09-30", check=4).err
    assert run("show-client", "张三", "--as-of", "2026-12-01").code == 2
    assert run("show-client", "张三", "--as-of", "什么").code == 2
