"""What somebody in the county still has to do: danger signs that no supervisor has taken up, by commune and how long they wait."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from app.domain.corrections import told_anew
from app.domain.kinds import ASSESSMENT, TASK
from sync.core.merge import shown_groups
from sync.server import tables
from sync.server.overview import states

DAY_S = 86_400
WAITING = ((1, "up to 1 day"), (3, "2-3 days"), (7, "4-7 days"), (30, "8-30 days"))
LONGER = "over 30 days"


class OpenTask(msgspec.Struct, frozen=True):
    """A task that was neither done nor taken back; ``since`` by the clock of the county."""

    commune: str
    family: bytes
    what: str
    form_id: str
    since: int

    def days(self, now_s: int) -> int:
        """Whole days that it waits; a clock that was ahead makes it new, not negative."""
        return max(0, now_s - self.since) // DAY_S

    def waiting(self, now_s: int) -> str:
        """The group of ``WAITING`` it belongs to."""
        days = self.days(now_s)
        return next((words for most, words in WAITING if days <= most), LONGER)


class WaitingLine(msgspec.Struct, frozen=True):
    """One commune in ``vatra-county tasks``; ``waiting`` counts by how long."""

    commune: str
    name: str
    open: int
    oldest_days: int
    waiting: dict[str, int]


def open_tasks(connection: Connection) -> list[OpenTask]:
    """All open tasks, those that wait longest first; danger that the task of a correction tells again is not told twice."""
    found: list[tuple[object, OpenTask]] = []
    amends: dict[bytes, object] = {}
    told: set[bytes] = set()
    for commune, record, state in states(connection):
        if state.kind not in (TASK.name, ASSESSMENT.name) or state.family is None:
            continue
        groups = shown_groups(state)
        if state.kind == ASSESSMENT.name:
            amends[record] = groups.get("form", {}).get("amends")
            continue
        if groups.get("withdrawn", {}).get("withdrawn_at"):
            continue
        task = groups.get("task", {})
        about = task.get("about")
        if isinstance(about, bytes):
            told.add(about)
        if not groups.get("done", {}).get("done_at"):
            since = min((one.at_s for one in state.groups.get("task", ())), default=0)
            said = (str(task.get("what") or ""), str(task.get("form_id") or ""))
            found.append((about, OpenTask(commune, state.family, *said, since)))
    again = told_anew(told, amends)
    waiting = (one for about, one in found if not (isinstance(about, bytes) and about in again))
    return sorted(waiting, key=lambda one: (one.since, one.family))


def waiting_lines(connection: Connection, now_s: int) -> list[WaitingLine]:
    """The communes in which something waits."""
    of_commune: defaultdict[str, list[OpenTask]] = defaultdict(list)
    for one in open_tasks(connection):
        of_commune[one.commune].append(one)
    communes = connection.execute(select(tables.commune).order_by(tables.commune.c.code))
    return [
        WaitingLine(
            row.code,
            row.name,
            len(tasks),
            max(one.days(now_s) for one in tasks),
            by_waiting(tasks, now_s),
        )
        for row in communes
        if (tasks := of_commune[row.code])
    ]


def by_waiting(tasks: Iterable[OpenTask], now_s: int) -> dict[str, int]:
    """How many wait how long, in the order of time, groups without any included."""
    counted = Counter(one.waiting(now_s) for one in tasks)
    return {words: counted[words] for words in (*(words for _, words in WAITING), LONGER)}
