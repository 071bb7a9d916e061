"""Who is known to an import: the clients in the store and those it will add, found by what a row says of them."""

from collections.abc import Iterable
from sqlite3 import Connection

from rmtool.domain.clients import Client
from rmtool.domain.text import fold
from rmtool.domain.text import shown
from rmtool.errors import RefusedError
from rmtool.i18n import _
from rmtool.store import client_lists
from rmtool.store import clients
from rmtool.store import database


class KnownClients:
    """Clients by credit code, identity number, phone and name; what was changed is kept until `store`."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._known = client_lists.identities(db)
        self._next = database.next_number(db, "clients")
        self._new: dict[int, Client] = {}
        self._changed: dict[int, Client] = {}

    def __len__(self) -> int:
        return len(self._new) + len(self._changed)

    def get(self, number: int) -> Client:
        """The client of that number as it will be."""
        return self._new.get(number) or self._changed.get(number) or clients.get(self._db, number)

    def find(self, said: Client) -> Client | None:
        """The one client that `said` describes, or None; raises RefusedError where what is said disagrees."""
        known = self._known
        hits = [
            (what, found)
            for what, found in (
                (_("the credit code"), known.uscc.get(said.uscc) if said.uscc else None),
                (_("the identity number"), known.id_number.get(said.id_number) if said.id_number else None),
                *((_("the phone"), known.phone.get(clients.tail(phone))) for phone in said.phones),
                (_("the name"), known.name.get(fold(said.name)) if said.name else None),
            )
            if found
        ]
        if not hits:
            return None
        first, numbers = hits[0][0], set(hits[0][1])
        for what, found in hits[1:]:
            if numbers.isdisjoint(found):
                raise self._disagree(first, min(numbers), what, min(found))
            numbers.intersection_update(found)
        if len(numbers) > 1:
            raise RefusedError(
                _("Several clients fit ({numbers}): give the phone, identity number or credit code.").format(
                    numbers=_(", ").join(map(str, sorted(numbers)[:5]))
                )
            )
        client = self.get(numbers.pop())
        self._compare(said, client)
        return client

    def _disagree(self, first: str, one: int, second: str, other: int) -> RefusedError:
        return RefusedError(
            _("Two clients are meant: {first} is that of {one}, {second} that of {other}.").format(
                first=first, one=self._brief(one), second=second, other=self._brief(other)
            )
        )

    def _brief(self, number: int) -> str:
        return f"{number} {shown(self.get(number).name)}"

    def _compare(self, said: Client, client: Client) -> None:
        """Raise RefusedError where the client found has another number than the row says."""
        for what, ours, theirs in (
            (_("the credit code"), client.uscc, said.uscc),
            (_("the identity number"), client.id_number, said.id_number),
        ):
            if ours and theirs and ours != theirs:
                raise RefusedError(
                    _("Client {client} has another number than the row says: compare {what}.").format(
                        client=self._brief(client.number), what=what
                    )
                )
        certain = (said.uscc and said.uscc == client.uscc) or (
            said.id_number and said.id_number == client.id_number
        )
        if said.name and not certain and fold(said.name) != fold(client.name):
            raise RefusedError(
                _("The phone is that of client {client}, but the name is another.").format(
                    client=self._brief(client.number)
                )
            )

    def add(self, client: Client) -> Client:
        """`client` with its number, to be stored."""
        client = client._replace(number=self._next)
        self._next += 1
        self._new[client.number] = client
        self._learn(client, ())
        return client

    def change(self, before: Client, after: Client) -> None:
        """Keep `after` in the place of `before`."""
        (self._new if after.number in self._new else self._changed)[after.number] = after
        self._learn(after, before.phones)
        if fold(before.name) != fold(after.name):
            self._known.name[fold(before.name)].remove(after.number)

    def _learn(self, client: Client, before: Iterable[str]) -> None:
        for index, key in (
            (self._known.uscc, client.uscc),
            (self._known.id_number, client.id_number),
            (self._known.name, fold(client.name)),
            *((self._known.phone, clients.tail(phone)) for phone in client.phones if phone not in before),
        ):
            if key:
                numbers = index.setdefault(key, [])
                if client.number not in numbers:
                    numbers.append(client.number)

    def store(self, recorded_at: str) -> None:
        """Put what is new or changed into the store."""
        clients.add_many(self._db, list(self._new.values()), recorded_at)
        for client in self._changed.values():
            clients.set(self._db, client)
        self._new.clear()
        self._changed.clear()
