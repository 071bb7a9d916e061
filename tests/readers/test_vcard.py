"""vCards of the three versions."""

from pathlib import Path

import pytest

from rmtool.errors import BadFileError
from rmtool.readers import vcard

DATA = Path(__file__).parents[3] / "shared" / "data" / "vcards"


def read(text: str, **more: str) -> list[dict[str, str]]:
    return records(text.encode(), **more)


def records(data: bytes, encoding: str = "") -> list[dict[str, str]]:
    rows = vcard.read(data, encoding).rows
    return [{key: cell for key, cell in zip(vcard.COLUMNS, row.cells, strict=True) if cell} for row in rows]


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def test_a_card_of_version_3() -> None:
    (found,) = read(
        card(
            "FN:张三", "TEL;TYPE=CELL:138 0013 8000", "TEL:010-62771234", "EMAIL:a@b.cn", "ORG:华星\\, 机械;财务部", "TITLE:科长",
            "BDAY:1985-03-12", "ADR:;;人民路1号;苏州市;江苏省;215000;中国", "NOTE:一\\n二\\;三",
        )
    )  # fmt: skip
    assert found == {
        "name": "张三", "kind": "person", "phone_as_written": "138 0013 8000\n010-62771234", "email_as_written": "a@b.cn",
        "field.company": "华星, 机械", "field.title": "科长", "birthday": "1985-03-12",
        "address": "人民路1号苏州市江苏省215000中国", "remark": "一\n二;三",
    }  # fmt: skip


def test_version_2_with_quoted_printable_base64_and_charset() -> None:
    (found,) = read(
        card(
            "N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C8=FD;;;",
            "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E4=B8=80=0D=0A=E4=",
            "=BA=8C",
            "ORG;CHARSET=UTF-8;ENCODING=BASE64:5Y2O5pif",
            version="2.1",
        )
    )
    assert found == {"name": "张三", "kind": "person", "remark": "一\n二", "field.company": "华星"}


def test_version_4_with_uris_groups_and_half_a_birthday() -> None:
    (found,) = read(
        card(
            "item1.FN:Simon",
            'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102',
            "BDAY:--0203",
            version="4.0",
        )
    )
    assert found == {
        "name": "Simon",
        "kind": "person",
        "phone_as_written": "+1-418-656-9254 ext 102",
        "birthday": "02-03",
    }


def test_folded_lines_are_put_together() -> None:
    (found,) = read(card("FN:Jo", " hn", "NOTE:a", "\tb"))
    assert found["name"] == "John"
    assert found["remark"] == "ab"


@pytest.mark.parametrize(
    ("lines", "name", "kind"),
    [
        (("N:Doe;John;M;;",), "John M Doe", "person"),
        (("N:欧阳;娜娜;;;",), "欧阳娜娜", "person"),
        (("ORG:华星机械",), "华星机械", "company"),
        (("FN:华星机械", "ORG:华星机械"), "华星机械", "company"),
        (("FN:华星", "KIND:org"), "华星", "company"),
        (("EMAIL;PREF:a@b.cn",), "a@b.cn", "person"),
    ],
)
def test_who_a_card_is(lines: tuple[str, ...], name: str, kind: str) -> None:
    (found,) = read(card(*lines))
    assert (found["name"], found["kind"]) == (name, kind)


def test_a_card_knows_the_line_it_begins_in() -> None:
    assert [row.place for row in vcard.read((card("FN:a") + card("FN:b")).encode()).rows] == [1, 5]


def test_gb18030_cards_are_read() -> None:
    assert records(card("FN:张三").encode("gb18030"))[0]["name"] == "张三"


@pytest.mark.parametrize(
    "text", ["", "hello", "BEGIN:VCARD\nFN:a\n", "BEGIN:VCARD\nFN:a\nBEGIN:VCARD\nFN:b\nEND:VCARD\n"]
)
def test_what_is_no_whole_card_is_refused(text: str) -> None:
    with pytest.raises(BadFileError):
        read(text)


@pytest.mark.skipif(not DATA.exists(), reason="the vCards of real programs are not here")
@pytest.mark.parametrize(
    ("name", "count"), [("android", 6), ("gmail-list", 3), ("gmail", 1), ("ms-outlook", 1), ("rfc6350", 1)]
)
def test_cards_of_real_programs_are_read(name: str, count: int) -> None:
    found = records((DATA / f"{name}.vcf").read_bytes())
    assert len(found) == count
    assert all(each["name"] for each in found)
