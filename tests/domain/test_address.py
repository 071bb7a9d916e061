import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmtool.domain import address
from rmtool.domain.address import Person
from rmtool.domain.address import Sex


@pytest.mark.parametrize(
    ("name", "role", "sex", "said"),
    [
        ("张伟", "总经理", "", "张总"), ("张伟", "副总经理", "male", "张总"), ("张伟", "董事长兼总裁", "", "张总"),
        ("李梅", "财务总监", "female", "李总"), ("李梅", "CEO", "", "李总"), ("李梅", "老板", "", "李总"), ("李梅", "法人", "", "李总"),
        ("张伟", "总经理助理", "male", "张先生"), ("张伟", "董事长秘书", "", "张伟"), ("张伟", "商会秘书长", "", "张秘书长"),
        ("张伟", "总裁办主任", "", "张主任"), ("张伟", "项目经理", "", "张经理"), ("张伟", "信贷科科长", "", "张科长"),
        ("张伟", "总务", "", "张伟"), ("张伟", "销售副总（华东）", "", "张总"), ("张伟", "班主任", "", "张老师"),
        ("张伟", "主治医师", "", "张医生"), ("张伟", "外联", "male", "张先生"), ("张伟", "", "female", "张女士"), ("张伟", "", "", "张伟"),
        ("张伟", "General Manager", "", "张总"), ("张伟", "sales manager", "", "张经理"), ("张伟", "Assistant to the CEO", "", "张伟"),
        ("欧阳修", "经理", "", "欧阳经理"), ("司马相如", "", "male", "司马先生"), ("欧阳", "", "male", "欧先生"), ("诸葛亮", "总", "", "诸葛总"),
        ("东方红", "", "female", "东方女士"), ("阿依古丽·买买提", "", "female", "阿依古丽·买买提女士"), ("阿依古丽·买买提", "总经理", "", "阿依古丽·买买提"),
        ("王总", "会计", "", "王总"), ("李女士", "", "", "李女士"), ("陈老师", "", "male", "陈老师"), ("总", "", "", "总"), ("张", "总经理", "", "张"),
        ("华星机械有限公司", "", "", "华星机械有限公司"), ("欧阳华星机械", "", "male", "欧阳华星机械先生"),
        ("Chen Bo", "CFO", "", "Chen总"), ("John Smith", "", "male", "Smith先生"), ("Mr Smith", "CEO", "", "Mr Smith"),
        ("Wei Zhang", "CEO", "male", "Wei Zhang"), (" 张  伟 ", "总经理", "", "张总"),
    ],
)  # fmt: skip
def test_in_chinese(name: str, role: str, sex: Sex, said: str) -> None:
    assert address.addressed(Person(name, role, sex), "zh") == said


@pytest.mark.parametrize(
    ("name", "role", "sex", "said"),
    [
        ("Chen Bo", "CFO", "male", "Mr Chen"), ("Mary Jane O'Neill", "", "female", "Ms O'Neill"), ("Li Mei", "doctor", "", "Dr Li"),
        ("Ann Lee", "professor", "female", "Professor Lee"), ("Chen Bo", "CFO", "", "Chen Bo"), ("Wei Zhang", "", "male", "Wei Zhang"),
        ("Bo Chen", "", "female", "Ms Chen"), ("张伟", "总经理", "male", "张伟"), ("Dr. House", "", "", "Dr. House"), ("Cher", "", "female", "Cher"),
        ("José Núñez", "", "male", "José Núñez"),
    ],
)  # fmt: skip
def test_in_english(name: str, role: str, sex: Sex, said: str) -> None:
    assert address.addressed(Person(name, role, sex), "en") == said


@pytest.mark.parametrize(
    ("id_number", "fields", "sex"),
    [
        ("11010519491231002X", {}, "female"), ("440308199901101512", {}, "male"), ("", {"性别": "女"}, "female"),
        ("", {" Gender": "Male"}, "male"), ("", {"sex": "?"}, ""), ("", {"hobby": "m"}, ""), ("", {}, ""),
        ("440308199901101512", {"性别": "女"}, "male"),
    ],
)  # fmt: skip
def test_sex(id_number: str, fields: dict[str, str], sex: Sex) -> None:
    assert address.sex(id_number, fields) == sex


def test_who_speaks_for_a_firm() -> None:
    assert [role for role in ("会计", "总经理", "经理", "法人代表", "总经理助理", "") if address.leads(role)] == [
        "总经理", "经理", "法人代表",
    ]  # fmt: skip


@given(st.text(min_size=1, max_size=12), st.text(max_size=12), st.sampled_from(["", "female", "male"]))
def test_something_is_always_said(name: str, role: str, sex: Sex) -> None:
    said = address.addressed(Person(name, role, sex), "zh")
    assert bool(said) == bool(name.split())
    # Who has been addressed is not addressed again.
    assert address.addressed(Person(said, "", ""), "zh") == said
