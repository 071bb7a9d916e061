import sqlite3
from collections.abc import Iterable

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.visits import Visit
from rmtool.errors import NotFoundError
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"
FULL = Client(
    name="张三", kind="person", tier="A", stage="prospect", industry="贸易", area="城东", route="一线",
    address="某路1号", source="转介绍", birthday="1985-03-12", birthday_lunar=True, id_number="11010119900307743X",
    uscc="91350100M000100Y43", wechat="zs", owner="林", remark="=cmd()", phones=("13800138000", "010-65432100"),
    emails=("zs@example.com",), fields={"规模": "大"}, added_on="2026-11-01",
)  # fmt: skip


def add(db: sqlite3.Connection, name: str, **values: object) -> int:
    client = Client(name=name, added_on="2026-11-01", **values)  # type: ignore[arg-type]
    return clients.add(db, client, AT)


def names(found: Iterable[Client]) -> list[str]:
    return [each.name for each in found]


def test_what_is_added_comes_back_whole(db: sqlite3.Connection) -> None:
    number = clients.add(db, FULL, AT)
    stored = clients.get(db, number)
    assert stored._replace(number=0, uuid="") == FULL
    assert stored.number == number
    assert len(stored.uuid) == 36


def test_set_changes_everything_and_the_old_name_finds_nothing(db: sqlite3.Connection) -> None:
    number = clients.add(db, FULL, AT)
    stored = clients.get(db, number)
    wanted = Client(
        name="李四", number=number, uuid=stored.uuid, added_on="2026-11-02", phones=("13900139000",)
    )
    clients.set(db, wanted)
    assert clients.get(db, number) == wanted
    assert clients.matching(db, "张三") == ()
    assert clients.matching(db, "138000") == ()
    assert names(clients.matching(db, "lisi")) == ["李四"]


def test_no_such_number(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFoundError, match="There is no client number 7"):
        clients.get(db, 7)


@pytest.fixture
def town(db: sqlite3.Connection) -> sqlite3.Connection:
    add(db, "张三", kind="person", phones=("13800138000",))
    add(db, "张三丰", kind="person", phones=("13900139000",))
    add(db, "赵四", kind="person", phones=("13700131234",))
    add(db, "华星机械", phones=("010-65435678转8",))
    add(db, "Huaxing Trade")
    add(db, "吕梁超市")
    gone = add(db, "张三旧", archived_on="2026-11-02")
    assert gone == 7
    contacts.add(db, Contact(client=3, name="单小红"), AT)
    return db


@pytest.mark.parametrize(
    ("word", "found"),
    [
        # The full name wins over a part of another's; width, case and blanks make no difference.
        ("张三", ["张三"]),
        (" 张 三 ", ["张三"]),
        ("ＨＵＡＸＩＮＧ trade", ["Huaxing Trade"]),
        # Parts, pinyin, initials.
        ("三丰", ["张三丰"]),
        ("张", ["张三", "张三丰"]),
        ("zhangsanf", ["张三丰"]),
        ("zsf", ["张三丰"]),
        ("zhaosi", ["赵四"]),
        ("huaxing", ["华星机械", "Huaxing Trade"]),
        ("jixie", ["华星机械"]),
        ("lvliang", ["吕梁超市"]),
        ("lüliang", ["吕梁超市"]),
        # Numbers and phone tails: together, four digits at least.
        ("3", ["赵四"]),
        ("no:3", ["赵四"]),
        ("#3", ["赵四"]),
        ("8000", ["张三"]),
        ("1234", ["赵四"]),
        ("5678", ["华星机械"]),
        ("138-0013-8000", ["张三"]),
        ("000", []),
        ("no:99", []),
        ("1234567890123456", []),
        # A contact's name comes last.
        ("单小红", ["赵四"]),
        ("shanxiaohong", ["赵四"]),
        # Archived ones only when no other is meant.
        ("三旧", ["张三旧"]),
        ("no:7", ["张三旧"]),
        # Nothing.
        ("王五", []),
        ("", []),
        ("  ", []),
        ("%", []),
        ("'; DROP TABLE clients", []),
    ],
)
def test_naming(town: sqlite3.Connection, word: str, found: list[str]) -> None:
    assert sorted(names(clients.matching(town, word))) == sorted(found)


def test_a_number_and_a_phone_tail_that_both_match_are_ambiguous(db: sqlite3.Connection) -> None:
    add(db, "甲", phones=("13800001234",))
    db.execute("UPDATE sqlite_sequence SET seq = 1233 WHERE name = 'clients'")
    assert add(db, "乙") == 1234
    assert sorted(names(clients.matching(db, "1234"))) == ["乙", "甲"]
    assert names(clients.matching(db, "no:1234")) == ["乙"]


def test_many_matches_stop_at_the_limit(db: sqlite3.Connection) -> None:
    for place in range(30):
        add(db, f"客户{place}")
    assert len(clients.matching(db, "客户")) == 21
    assert len(clients.searched(db, "客户")) == 30


def test_names_leave_out_the_archived(town: sqlite3.Connection) -> None:
    assert "张三" in clients.names(town)
    assert "张三旧" not in clients.names(town)


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (Client(name="别名", uscc=FULL.uscc), ["uscc"]),
        (Client(name="别名", id_number=FULL.id_number), ["id_number"]),
        (Client(name="别名", phones=("138-0013-8000",)), ["phone"]),
        (Client(name="张 三"), ["name"]),
        (Client(name="张三", phones=FULL.phones), ["phone", "phone", "name"]),
        (Client(name="李四", phones=("13900000000",)), []),
        (Client(name="张三", number=1), []),
    ],
)
def test_same(db: sqlite3.Connection, other: Client, what: list[str]) -> None:
    clients.add(db, FULL, AT)
    assert [word for word, _client in clients.same(db, other)] == what


def test_walks(db: sqlite3.Connection) -> None:
    for name in ("乙", "甲"):
        add(db, name)
    visits.add(db, Visit(client=2, day="2026-10-01", text="x", recorded_at=AT))
    assert names(clients.everyone(db)) == ["乙", "甲"]
    assert names(clients.during(db, "2026-09-01", "2026-10-31")) == ["甲"]
