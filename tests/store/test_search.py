import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.clients import Client
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import search
from rmtool.store import visits

AT = "2026-11-24T01:30:00Z"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("谈续贷", ["谈续", "续贷", "贷"]),
        ("贷", ["贷"]),
        ("续贷500万", ["续贷", "贷", "500", "万"]),
        ("Lower RATE, 3.1%", ["lower", "rate", "3", "1"]),
        ("ＬＰＲ下调", ["lpr", "下调", "调"]),
        ("", []),
        ("，。！", []),
        ("𠮷野家", ["𠮷野", "野家", "家"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert search.tokens(text) == tokens


@pytest.fixture
def said(db: sqlite3.Connection) -> sqlite3.Connection:
    clients.add(db, Client(name="甲", added_on="2026-11-01"), AT)
    for text in ("谈续贷500万，要求下调利率", "sent the papers, O'Neill", "利好；率先完成", "𠮷野家 LPR"):
        visits.add(db, Visit(client=1, day="2026-11-24", text=text, recorded_at=AT))
    return db


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("续贷", [1]),
        ("利率", [1]),
        ("利", [1, 3]),
        ("下调利率", [1]),
        ("续贷 利率", [1]),
        ("续贷500", [1]),
        ("50", [1]),
        ("paper", [2]),
        ("SENT", [2]),
        ("o'neill", [2]),
        ("lpr", [4]),
        ("𠮷野", [4]),
        ("贷利", []),
        ('"', []),
        ("AND", []),
        ("NEAR(a b)", []),
        ("*", []),
    ],
)
def test_what_is_found(said: sqlite3.Connection, word: str, numbers: list[int]) -> None:
    assert [each.number for each in visits.between(said, visits.Filter(search=word))] == numbers


@given(st.text(max_size=30))
def test_no_text_breaks_the_search_expression(text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE visit_words USING fts5 (words, content = '')")
    kept = text.encode("utf-8", "ignore").decode()
    search.add(db, 1, kept)
    wanted = search.expression(kept)
    if wanted:
        assert db.execute(
            "SELECT rowid FROM visit_words WHERE visit_words MATCH ?", (wanted,)
        ).fetchall() == [(1,)]
    search.delete(db, 1, kept)
    if wanted:
        assert (
            db.execute("SELECT rowid FROM visit_words WHERE visit_words MATCH ?", (wanted,)).fetchall() == []
        )
    db.close()
