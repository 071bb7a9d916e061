import json

from rmtool.domain.text import width


def test_all_of_it_is_shown(run) -> None:
    run("add-client", "张三", check=0)
    run(
        "log-visit", "张三", "谈续贷" * 60 + "\nsecond line", "--need", "利率", "--minutes", "40", "--with", "陈波",
        "--measure", "stock=120", "--next", "+2d", "--todo", "问利率", check=0,
    )  # fmt: skip
    out = run("show-visit", "1", check=0).out
    assert out.count("谈续贷") == 60 or out.replace("\n", "").count("谈续贷") == 60
    for piece in ("Needs heard  利率", "40 minutes", "stock 120", "second line", "2026-11-26 Thu  问利率"):
        assert piece in out
    assert max(map(width, out.splitlines())) <= 80
    assert json.loads(run("show-visit", "1", "--json").out)["tasks"][0]["text"] == "问利率"
    assert run("show-visit", "2").code == 4
