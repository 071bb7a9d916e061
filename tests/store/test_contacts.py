import sqlite3

import pytest

from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.errors import NotFoundError
from rmtool.store import clients
from rmtool.store import contacts

AT = "2026-11-24T01:30:00Z"
FULL = Contact(
    client=1, name="陈波", role="财务总监", phone="13900139000", birthday="--08-15", birthday_lunar=True,
    likes="喝茶", taboos="周一不接电话", remark="[red]",
)  # fmt: skip


@pytest.fixture
def firm(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client(name="华星机械", added_on="2026-11-01"), AT)
    contacts.add(db, FULL, AT)
    return db


def test_what_is_added_comes_back_whole(firm: sqlite3.Connection) -> None:
    (stored,) = contacts.of(firm, 1)
    assert stored._replace(number=0, uuid="") == FULL
    assert contacts.everyone(firm) == (stored,)
    assert contacts.of(firm, 2) == ()


def test_set_moves_the_name_the_client_is_found_by(firm: sqlite3.Connection) -> None:
    wanted = contacts.find(firm, 1, "陈波")._replace(name="李明", likes="", birthday_lunar=False)
    contacts.set(firm, wanted)
    assert contacts.of(firm, 1) == (wanted,)
    assert clients.matching(firm, "陈波") == ()
    assert [each.name for each in clients.matching(firm, "liming")] == ["华星机械"]


def test_delete_leaves_nothing_behind(firm: sqlite3.Connection) -> None:
    contacts.delete(firm, contacts.find(firm, 1, "陈波"))
    assert contacts.of(firm, 1) == ()
    assert clients.matching(firm, "陈波") == ()
    assert [each.name for each in clients.matching(firm, "华星")] == ["华星机械"]


@pytest.mark.parametrize("word", ["陈波", " 陈 波", "1", "no:1", "波", "chenbo", "cb"])
def test_a_contact_is_named_like_a_client(firm: sqlite3.Connection, word: str) -> None:
    contacts.add(firm, Contact(client=1, name="王五"), AT)
    assert contacts.find(firm, 1, word).name == "陈波"


@pytest.mark.parametrize("word", ["李四", "", "陈", "2", "99"])
def test_none_or_several_is_an_error_that_names_them(firm: sqlite3.Connection, word: str) -> None:
    if word == "陈":
        contacts.add(firm, Contact(client=1, name="陈静"), AT)
    with pytest.raises(NotFoundError, match="1 陈波"):
        contacts.find(firm, 1, word)


def test_the_whole_name_wins_over_a_part(firm: sqlite3.Connection) -> None:
    contacts.add(firm, Contact(client=1, name="陈波涛"), AT)
    assert contacts.find(firm, 1, "陈波").number == 1


def test_a_client_without_contacts_says_so(db: sqlite3.Connection) -> None:
    clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    with pytest.raises(NotFoundError, match="none"):
        contacts.find(db, 1, "x\x1b[31m")
