def test_the_days_there_are_are_named(run) -> None:
    run("add-client", "华星机械", check=0)
    assert (
        run("remove-client-day", "华星", "x", check=4).err
        == "rmtool: 华星机械 has no day x; its days: none.\n"
    )
    run("add-client-day", "华星", "成立日", "06-18", check=0)
    assert "its days: 成立日" in run("remove-client-day", "华星", "x", check=4).err
    assert run("remove-client-day", "nobody", "成立日", check=4).err.startswith(
        "rmtool: No client is named nobody"
    )
