import json


def test_a_late_complaint_whole(run) -> None:
    run("use-profile", "distributor", "--yes", check=0)
    run("add-client", "华星酒业", check=0)
    run("config", "supervisor", "王总", check=0)
    run("add-complaint", "华星酒业", "两箱\n渗漏", "--who", "陈总", "--cause", "quality", check=0)
    run("hand-over", "1", "质检部", "--to", "周敏", check=0)
    run("move-task", "1", "2026-11-25", check=0)
    out = run("show-task", "1", lang="zh", now="2026-11-26T09:00:00+08:00", check=0).out
    for wanted in (
        "质量投诉",
        "陈总",
        "产品质量",
        "2026-11-24 周二 09:30",
        "王总",
        "质检部",
        "周敏",
        "两箱\n渗漏",
    ):
        assert wanted in out
    assert "moved 1 time, first due 2026-11-24" in run("show-task", "1", check=0).out


def test_a_bare_task(run) -> None:
    run("add-task", "x", check=0)
    assert run("show-task", "1", check=0).out.split("\n")[0] == "1  follow-up"
    assert "open, in time" in run("show-task", "1", check=0).out
    run("close-task", "1", check=0)
    assert json.loads(run("show-task", "1", "--json", check=0).out)["state"] == "closed"


def test_no_such_task(run) -> None:
    assert (
        run("show-task", "3", check=4).err == "rmtool: There is no task number 3: see `rmtool list-tasks`.\n"
    )
