import json


def test_a_paper_goes_even_if_the_profile_no_longer_has_it(run) -> None:
    run("use-profile", "bank-corporate", "--yes", check=0)
    run("add-client", "华星机械", check=0)
    run("add-paper", "1", "licence", check=0)
    run("add-paper", "1", "articles", check=0)
    assert "--yes" in run("remove-paper", "1", "营业执照", check=1).err
    assert (
        run("remove-paper", "1", "营业执照", "--yes", check=0).err
        == "Removed business licence of 华星机械.\n"
    )
    assert "list-papers 1" in run("remove-paper", "1", "licence", "--yes", check=4).err
    assert run("remove-paper", "1", "moon", "--yes", check=2).err.count("\n") == 1
    run("use-profile", "tobacco", "--yes", check=0)
    run("remove-paper", "1", "articles", "--yes", check=0)
    found = json.loads(run("list-papers", "1", "--json", check=0).out)
    assert {each["state"] for each in found} == {"missing"}
