import json


def test_by_period_and_client(run) -> None:
    for name in ("甲", "乙"):
        run("add-client", name, check=0)
    assert run("list-greetings", check=0).err.startswith("Nothing was sent or given then")
    run("greetings", "元旦", "--client", "甲", "--sent", now="2026-12-31T09:30:00+08:00", check=0)
    run("record-gift", "乙", "茶", "--occasion", "birthday", check=0)
    assert "New Year's Day" in run("list-greetings", "--client", "甲", check=0).out
    table = run("list-greetings", "2026-11", check=0).out
    assert "birthday" in table
    assert "New Year" not in table
    assert [each["gift"] for each in json.loads(run("list-greetings", "--json", check=0).out)] == ["茶", ""]
    assert "is no period" in run("list-greetings", "soon", check=2).err
    assert "No client" in run("list-greetings", "--client", "nobody", check=4).err
