"""Twelve weeks of a corporate-bank RM, the same for the same day: clients, contacts, visits, tasks, deals, notes."""

from datetime import date
from datetime import timedelta
from random import Random
from sqlite3 import Connection

from rmtool.commands._demo_story import AREAS
from rmtool.commands._demo_story import FIRST
from rmtool.commands._demo_story import GIVEN
from rmtool.commands._demo_story import LIKES
from rmtool.commands._demo_story import PITCHES
from rmtool.commands._demo_story import ROLES
from rmtool.commands._demo_story import RUMOURS
from rmtool.commands._demo_story import SOURCES
from rmtool.commands._demo_story import SURNAMES
from rmtool.commands._demo_story import TABOOS
from rmtool.commands._demo_story import TALKS
from rmtool.commands._demo_story import TRADES
from rmtool.commands._demo_story import Pitch
from rmtool.commands._demo_story import Rumour
from rmtool.commands._demo_story import Talk
from rmtool.domain import periods
from rmtool.domain.clients import Client
from rmtool.domain.clients import Contact
from rmtool.domain.deals import Deal
from rmtool.domain.notes import Note
from rmtool.domain.targets import Target
from rmtool.domain.tasks import Task
from rmtool.domain.visits import Visit
from rmtool.store import clients
from rmtool.store import contacts
from rmtool.store import deals
from rmtool.store import notes
from rmtool.store import targets
from rmtool.store import tasks
from rmtool.store import visits

OWNER = "林致远"
CLIENTS = 60
WEEKS = 12
_TIERS = "AABBBBCCCCCD"


class Demo:
    """One filling of an empty store; `random` decides everything that is not written down."""

    def __init__(self, db: Connection, today: date, recorded_at: str) -> None:
        self.db = db
        self.today = today
        self.recorded_at = recorded_at
        # The same story each time; nothing secret hangs on it.
        self.random = Random(20261124)  # noqa: S311
        self.first_day = today - timedelta(days=7 * WEEKS - 1)

    def fill(self) -> None:
        """Store clients with contacts, then visits day by day with the tasks they open."""
        numbers = [self._client(place) for place in range(CLIENTS)]
        # The last ones heard nothing for weeks: `today` has to find them.
        busy = numbers[: CLIENTS - 6]
        day = self.first_day
        while day <= self.today:
            if day.weekday() < 5:
                self._day(day, busy, numbers)
            day += timedelta(days=1)
        for client, pitch in zip(numbers, PITCHES, strict=False):
            self._deal(client, pitch)
        for client, rumour in zip(numbers, RUMOURS, strict=False):
            self._note(client, rumour)
        month = periods.of("month", self.today)
        for measure, value in (("visits", 180.0), ("won", 5_000_000.0)):
            targets.set(self.db, Target(measure, month, value, OWNER))

    def _client(self, place: int) -> int:
        random = self.random
        industry, ending = TRADES[place % len(TRADES)]
        late = place >= CLIENTS - 14 and place < CLIENTS - 6
        added = self.first_day + timedelta(days=random.randrange(30, 82)) if late else self.first_day
        number = clients.add(
            self.db,
            Client(
                name=FIRST[(place * 7 + place // len(FIRST)) % len(FIRST)] + ending,
                uuid=self._uuid(),
                tier=_TIERS[place % len(_TIERS)],
                stage="prospect" if late else "active",
                industry=industry,
                area=AREAS[place % len(AREAS)],
                route=f"{AREAS[place % len(AREAS)]}{place // 12 + 1}线",
                source=random.choice(SOURCES),
                owner=OWNER,
                # 190-0000 is no block that is given out.
                phones=(f"1900000{place:04d}",),
                added_on=added.isoformat(),
            ),
            self.recorded_at,
        )
        for _person in range(1 + place % 2):
            self._contact(number)
        return number

    def _contact(self, client: int) -> None:
        random = self.random
        role, _title = random.choice(ROLES)
        month, day = random.randrange(1, 13), random.randrange(1, 29)
        if client % 20 == 3:
            soon = self.today + timedelta(days=client % 7)
            month, day = soon.month, soon.day
        contact = Contact(
            client=client, name=random.choice(SURNAMES) + random.choice(GIVEN), uuid=self._uuid(), role=role,
            birthday=f"--{month:02d}-{day:02d}", likes=random.choice(LIKES), taboos=random.choice(TABOOS),
        )  # fmt: skip
        contacts.add(self.db, contact, self.recorded_at)

    def _day(self, day: date, busy: list[int], everyone: list[int]) -> None:
        random = self.random
        quiet_since = self.today - timedelta(days=55)
        among = everyone if day < quiet_since else busy
        hour = 9 * 60
        for client in random.sample(among, 5 if day == self.today else random.randrange(8, 12)):
            hour += random.randrange(25, 70)
            if clients.get(self.db, client).added_on <= day.isoformat():
                self._visit(
                    day,
                    f"{hour // 60:02d}:{hour % 60 // 5 * 5:02d}",
                    client,
                    random.choices(TALKS, [talk.weight for talk in TALKS])[0],
                )

    def _visit(self, day: date, time: str, client: int, talk: Talk) -> None:
        random = self.random
        numbers = {"m": random.randrange(2, 40) * 50, "n": random.randrange(2, 10)}
        people = contacts.of(self.db, client)
        number = visits.add(
            self.db,
            Visit(
                client=client, day=day.isoformat(), time=time, uuid=self._uuid(), kind=talk.kind,
                minutes=random.randrange(2, 13) * 5 if talk.kind != "message" else None,
                people=(people[0].name,) if people and talk.kind in ("visit", "meeting") else (),
                purpose=talk.purpose, text=talk.text.format(**numbers), result=talk.result.format(**numbers),
                need=talk.need.format(**numbers), feedback=talk.feedback, owner=OWNER,
                competitor=talk.competitor.format(**numbers), recorded_at=self.recorded_at,
                products=(talk.product,) if talk.product else (),
            ),
        )  # fmt: skip
        if talk.todo:
            self._task(day, number, client, talk)

    def _task(self, day: date, visit: int, client: int, talk: Talk) -> None:
        due = day + timedelta(days=talk.days)
        due += timedelta(days={5: 2, 6: 1}.get(due.weekday(), 0))
        # Nearly everything is done by its day; a few slip, as in life.
        done = due <= self.today and self.random.random() < (
            0.997 if due < self.today - timedelta(days=10) else 0.9
        )
        closed = min(due, self.today).isoformat() if done else ""
        tasks.add(
            self.db,
            Task(
                text=talk.todo, uuid=self._uuid(), client=client, visit=visit, kind=talk.task, due=due.isoformat(),
                first_due=due.isoformat(), owner=OWNER, opened_on=day.isoformat(), closed_on=closed,
                result="已办" if closed else "", recorded_at=self.recorded_at,
            ),
        )  # fmt: skip

    def _deal(self, client: int, pitch: Pitch) -> None:
        begun, moved = (self._ago(days) for days in (pitch.begun, pitch.moved))
        outcome = pitch.stage if pitch.stage in ("won", "lost") else ""
        deal = Deal(
            client=client, product=pitch.product, amount=pitch.amount * 1_000_000, uuid=self._uuid(), stage="lead",
            expected=self._ago(-pitch.moved), owner=OWNER, opened_on=begun, moved_on=begun, recorded_at=self.recorded_at,
        )  # fmt: skip
        number = deals.add(self.db, deal)
        deals.set(
            self.db,
            deal._replace(
                number=number, stage=pitch.stage, outcome=outcome, reason=pitch.reason, moved_on=moved,
                closed_on=moved if outcome else "",
            ),
        )  # fmt: skip

    def _note(self, client: int, rumour: Rumour) -> None:
        notes.add(
            self.db,
            Note(
                rumour.text, rumour.kind, uuid=self._uuid(), client=client if rumour.tell else None,
                day=self._ago(rumour.ago), product=rumour.product, tell=rumour.tell,
                severity="urgent" if rumour.tell else "normal", owner=OWNER, recorded_at=self.recorded_at,
            ),
        )  # fmt: skip

    def _ago(self, days: int) -> str:
        return (self.today - timedelta(days=days)).isoformat()

    def _uuid(self) -> str:
        text = f"{self.random.getrandbits(128) & ~(0xF << 76) | 0x8 << 76:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
