"""The keys a name is found by."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain.names import LENGTH
from rmtool.domain.names import STARTS
from rmtool.domain.names import is_chinese
from rmtool.domain.names import name_keys
from rmtool.domain.text import fold

COMPANIES = Path("../shared/data/names/companies.txt")


def finds(query: str, name: str, person: bool = False) -> bool:
    return any(key.startswith(fold(query)) for key in name_keys(name, person))


def test_the_keys_of_a_name() -> None:
    assert name_keys("张三", True) == ("张三", "三", "zhangsan", "san", "zs", "s")


@pytest.mark.parametrize(
    ("query", "name", "person"),
    [
        ("张", "张三", True),
        ("三", "张三", True),
        ("zs", "张三", True),
        ("Zhang San", "张三", True),
        ("zhangs", "张三", True),
        ("san", "张三", True),
        ("sxx", "单雄信", True),
        ("zhai", "翟小明", True),
        ("zhangsun", "长孙小明", True),
        ("lvbu", "吕布", True),
        ("lübu", "吕布", True),
        ("lyubu", "吕布", True),
        ("lb", "吕布", True),
        ("户12", "客户12345", False),
        ("kh12345", "客户12345", False),
        ("kehu123", "客户12345", False),
        ("2345", "客户12345", False),
        ("mith", "John Smith", False),
        ("john smith", "JOHN　SMITH", False),
        ("vipls", "VIP李四", False),
        ("lisi", "VIP李四", False),
        ("abcba", "阿里Abc巴", False),
        ("pudong", "上海浦东发展银行", False),
        ("fzyh", "上海浦东发展银行", False),
    ],
)
def test_a_part_of_a_name_finds_it(query: str, name: str, person: bool) -> None:
    assert finds(query, name, person)


@pytest.mark.parametrize(
    ("query", "name", "person"),
    [
        ("李", "张三", True),
        ("dan", "单雄信", True),
        ("shan", "单县酒厂", False),
        ("shan", "单位食堂有限", False),
        ("ang", "张三", True),
        ("xie", "解放北路支行店", True),
    ],
)
def test_what_is_not_in_a_name_does_not_find_it(query: str, name: str, person: bool) -> None:
    assert not finds(query, name, person)


def test_an_empty_name_has_no_keys() -> None:
    assert name_keys(" \u200b", True) == ()


def test_a_long_name_has_a_bounded_number_of_short_keys() -> None:
    keys = name_keys("中国" * 100, False)
    assert len(keys) <= 4 * STARTS
    assert max(map(len, keys)) == LENGTH


def test_latin_names_do_not_load_pypinyin() -> None:
    code = (
        "import sys; from rmtool.domain.names import name_keys; name_keys('Smith & Co. 12', True); "
        "assert 'pypinyin' not in sys.modules; name_keys('张', True); assert 'pypinyin' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(st.text(max_size=30), st.booleans(), st.data())
def test_every_part_of_a_name_finds_it(name: str, person: bool, data: st.DataObject) -> None:
    written = fold(name)
    start = data.draw(st.integers(0, len(written)))
    part = written[start : data.draw(st.integers(start, len(written)))]
    assert part == "" or any(key.startswith(part) for key in name_keys(name, person))


@pytest.mark.skipif(not COMPANIES.exists(), reason="the list of real company names is not beside the project")
def test_real_company_names_are_found_by_pinyin_and_initials() -> None:
    names = COMPANIES.read_text(encoding="utf-8").split()[::200]
    assert len(names) > 100
    for name in names:
        written = fold(name)
        keys = name_keys(name, False)
        assert written in keys
        assert len(set(keys)) == len(keys)
        if all(map(is_chinese, written)) and len(written) < STARTS:
            assert any(key.isascii() and len(key) == len(written) for key in keys), name
            assert any(key.isascii() and len(key) > len(written) for key in keys), name
