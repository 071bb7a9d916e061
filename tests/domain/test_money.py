import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import money
from rmtool.errors import UsageError


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("500万", 5_000_000), ("1.2亿", 120_000_000), ("3000000", 3_000_000), ("3,000,000", 3_000_000),
        ("50.5万元", 505_000), ("8500元", 8_500), ("5m", 5_000_000), ("20k", 20_000), ("￥100", 100), ("2千万", 20_000_000),
        ("0.01", 0.01), ("５００万", 5_000_000), ("51.2764 百万", 51_276_400), ("800 yuan", 800),
    ],
)  # fmt: skip
def test_parse(text: str, yuan: float) -> None:
    assert money.parse(text) == round(yuan * 100)


@pytest.mark.parametrize(
    "text", ["", "0", "-5", "many", "5亿万", "1,00", "0.001", "1e9", "9" * 13, "99999999亿", "5%"]
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(UsageError, match="no amount"):
        money.parse(text)


@pytest.mark.parametrize(
    ("fen", "zh", "en"),
    [
        (500_000_000, "500万", "5,000,000"),
        (12_000_000_000, "1.2亿", "120,000,000"),
        (850_000, "8,500", "8,500"),
        (123_456_789, "1,234,567.89", "1,234,567.89"),
        (8_500_050, "85,000.50", "85,000.50"),
        (1, "0.01", "0.01"),
    ],
)
def test_show(fen: int, zh: str, en: str) -> None:
    assert (money.show(fen, "zh"), money.show(fen, "en")) == (zh, en)


@given(st.integers(1, money.MOST), st.sampled_from(["zh", "en"]))
def test_what_is_shown_is_read_back(fen: int, language: str) -> None:
    assert money.parse(money.show(fen, language)) == fen


def test_yuan_are_rounded_to_fen() -> None:
    assert money.show_yuan(85_000.5, "zh") == "85,000.50"
    assert money.show_yuan(0.1 + 0.2, "en") == "0.30"
    assert money.show_yuan(5_000_000.0, "zh") == "500万"
