import json

SEPTEMBER = "2026-09-20T09:30:00+08:00"


def test_what_comes_up(run) -> None:
    assert (
        run("care", "--days", "1", now=SEPTEMBER, check=0).err
        == "Nothing comes up within 1 day: look further with --days.\n"
    )
    run("add-client", "张伟", "--birthday", "1985-09-25", "--owner", "林", check=0)
    assert run("care", "--owner", "林", now=SEPTEMBER, check=0).out.split("\n")[:3] == [
        "2026-09-25 Fri  in 5 days",
        "  Mid-Autumn Festival: 0 of 1 clients greeted  (rmtool greetings mid-autumn)",
        "     1  张伟  birthday, becomes 41",
    ]
    found = json.loads(run("care", "--json", "--days", "6", now=SEPTEMBER, lang="zh", check=0).out)
    assert [(each["kind"], each["label"], each["age"], each["greeted"]) for each in found] == [
        ("festival", "中秋节", None, 0), ("birthday", "", 41, 0),
    ]  # fmt: skip
    assert run("care", "--days", "0", check=2).err.count("\n") == 1
