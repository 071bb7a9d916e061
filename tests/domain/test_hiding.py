"""Names and amounts hidden too, wherever they stand. All people and firms are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import money
from rmtool.domain.hiding import STRICT
from rmtool.domain.hiding import WHOLE
from rmtool.domain.hiding import Hiding
from rmtool.domain.hiding import Names
from rmtool.domain.masking import mask
from rmtool.domain.masking import mask_text

ALL = Hiding("all", Names(["张三", "张三丰", "欧阳明月", "云岫精密机械有限公司", "云岫", "Grace Lin", "阿"]))


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("张三", "张**"),
        ("欧阳明月", "欧阳**"),
        ("云岫精密机械有限公司", "云岫**"),
        ("Grace Lin", "Lin**"),
        ("Acme", "A**"),
        ("阿依古丽·买买提", "阿依**"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_surname(name: str, hidden: str) -> None:
    assert mask(name, "name", "all") == hidden
    assert mask(name, "name", "strict") == name


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        ("500万", "100万–1,000万"),
        ("1.2亿", "1亿–10亿"),
        ("8,500元", "1,000–1万"),
        ("3,000,000", "1,000,000–10,000,000"),
        ("about", "*****"),
    ],
)
def test_an_amount_becomes_a_band(amount: str, band: str) -> None:
    assert mask(amount, "amount", "all") == band
    assert mask(amount, "amount", "strict") == amount


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("张三丰介绍了张三", "张**介绍了张**"),
        ("去云岫精密机械有限公司看货", "去云岫**看货"),
        ("贷款500万元，期限3年，利率3.85%", "贷款100万–1,000万，期限3年，利率3.85%"),
        ("13800138000 找欧阳明月", "138******00 找欧阳**"),
        ("阿姨来过", "阿姨来过"),
        ("第3千米处", "第3千米处"),
        ("2026年11月", "2026年11月"),
    ],
)
def test_names_and_amounts_in_a_text(text: str, hidden: str) -> None:
    assert ALL.text(text) == hidden
    assert WHOLE.text(text) == text
    assert STRICT.text(text) == mask_text(text)


@given(st.floats(0, 9e12), st.sampled_from(["zh", "en"]))
def test_a_band_holds_its_amount_and_says_no_more(yuan: float, language: str) -> None:
    band = money.band(yuan, language)
    assert band == money.band(10 ** (len(str(int(yuan))) - 1) if yuan >= 1 else 0, language)


@given(
    st.lists(st.text("张王欧阳云岫精密机械", min_size=3, max_size=8), min_size=1, max_size=4),
    st.text("去看。张云", max_size=9),
)
def test_no_name_is_left_whole(names: list[str], between: str) -> None:
    hidden = Names(names).hide("。".join([between, *names, between]))
    assert not [each for each in names if each in hidden and each not in between]


def test_a_record_is_hidden_to_its_leaves() -> None:
    record = {
        "client": "张三",
        "deals": {
            "won": 5_000_000.0,
            "open": 2,
            "total": 12_000.0,
            "rows": [{"client": "云岫", "amount": 10.0}],
        },
        "average": 4.5,
        "count": 3,
    }
    assert ALL.record(record, "zh") == {
        "client": "张**",
        "deals": {
            "won": "100万–1,000万",
            "open": 2,
            "total": "1万–10万",
            "rows": [{"client": "云**", "amount": "10–100"}],
        },
        "average": 4.5,
        "count": 3,
    }
    assert WHOLE.record(record, "zh") == record


def test_values_are_hidden_by_their_kind() -> None:
    assert (STRICT.value("13800138000", "mobile"), STRICT.value("张三", "name")) == ("138******00", "张三")
    assert (ALL.value("张三", "name"), WHOLE.value("13800138000", "mobile")) == ("张**", "13800138000")
    assert [each.masked for each in (STRICT, ALL, WHOLE)] == [True, True, False]
    assert (STRICT.amount(5.0, "zh"), ALL.amount(5.0, "zh"), ALL.amount(0.0, "zh")) == (5.0, "1–10", 0.0)
    assert STRICT.record(["13800138000", 7], "zh") == ["138******00", 7]
