"""A client (客户) and the contacts (联系人) at it, as values."""

from dataclasses import dataclass
from dataclasses import field

KINDS = ("person", "company")


@dataclass(frozen=True, slots=True)
class Client:
    """A person or company; empty text means not known, `number` 0 means not stored yet."""

    name: str
    number: int = 0
    uuid: str = ""
    kind: str = "company"
    tier: str = ""
    stage: str = "active"
    industry: str = ""
    area: str = ""
    route: str = ""
    address: str = ""
    source: str = ""
    referred_by: int | None = None
    birthday: str = ""
    birthday_lunar: bool = False
    id_number: str = ""
    uscc: str = ""
    wechat: str = ""
    owner: str = ""
    remark: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    added_on: str = ""
    archived_on: str = ""


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client as a listing shows it, with what its visits say."""

    number: int
    name: str
    tier: str
    stage: str
    area: str
    route: str
    industry: str
    owner: str
    phones: tuple[str, ...]
    added_on: str
    last_touch: str
    visits: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A person at a client; `number` 0 means not stored yet."""

    client: int
    name: str
    number: int = 0
    uuid: str = ""
    role: str = ""
    phone: str = ""
    birthday: str = ""
    birthday_lunar: bool = False
    likes: str = ""
    taboos: str = ""
    remark: str = ""
