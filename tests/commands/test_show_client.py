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
