"""One compartment file while it is open: every write goes through here.

A write is one ``BEGIN IMMEDIATE ... COMMIT``; after the commit the head file is written and fsynced, and only then does
the call return. A caller that got its answer may say "saved". If the head cannot be written the save is reported as
failed although the rows may be there: a worker who saves again gets a second value, never a lost one.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec

from app.domain.ids import random_id
from app.errors import SaveTooLarge
from storage.driver import Connection, over
from storage.faults import told_as_ours
from storage.head import Head, HeadFile
from storage.opening import present_head
from storage.parting import (
    Parted,
    came_back,
    first_unheard,
    gone_families,
    has_blotted_after,
    has_unheard_of_former,
    note_erased,
    note_left,
    part,
)
from storage.projection import Projection
from sync.core.chain import genesis, next_hash
from sync.core.laptop import (
    Former,
    Sent,
    agreed_place,
    chained_again,
    in_order_of_saving,
    lost_of_former_replicas,
    stuck_at_blotted,
    unheard_of_former,
)
from sync.core.merge import PENDING_CSN, RecordState, apply_effect, apply_op, own_chain
from sync.protocol import (
    MAX_TXN_BYTES,
    Answer,
    Effect,
    Mark,
    Op,
    Page,
    Parent,
    Parting,
    Sibling,
    Txn,
    TxnHeader,
    commune_of_stream,
    decode,
    encode,
    raw,
)

FORM_VERSION = 1
DONE_WITH = "done_with"
"""The reason of a save that was held back and sent again or put away (``storage.held_back``): nobody waits for it here."""
SHARED_FACTS = frozenset(
    {
        "county",
        "county_name",
        "county_card",
        "county_url",
        "commune",
        "commune_key",
        "epoch",
        "device",
        "device_sign_key",
        "device_receive_key",
    }
)
"""Facts about laptop and county, the same in every compartment; the others are of one file."""


class Write(msgspec.Struct, frozen=True):
    """What one save writes to one record: whole groups; an empty group clears it."""

    kind: str
    record: bytes
    family: bytes | None
    groups: Mapping[str, Mapping[str, Any]]
    family_key: bytes | None = None
    form_version: int = FORM_VERSION


class Tip(msgspec.Struct, frozen=True):
    """The own chain: which replica, how many txns, the hash after the last."""

    replica: bytes
    n: int
    h: bytes


class Waiting(msgspec.Struct, frozen=True):
    """A txn of the outbox, as the exchange sends it."""

    n: int
    txn: Txn
    h: bytes


class Compartment:
    """An open store file. Belongs to the thread that opened it."""

    def __init__(self, name: str, connection: Connection, head: HeadFile) -> None:
        self.name = name
        self.connection = connection
        self.db = over(connection)
        self._head = head
        self._projection = Projection(connection)
        self._parents: dict[bytes, tuple[bytes, int]] | None = None
        self._touched: set[bytes] = set()

    # facts

    def fact(self, name: str) -> bytes | None:
        """A fact about this file, or None."""
        row = self.connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return bytes(row[0]) if row else None

    def number(self, name: str) -> int | None:
        """A fact that is a number, or None."""
        value = self.fact(name)
        return int(value) if value else None

    def facts(self) -> dict[str, bytes]:
        """What this file shares with the others of its vault: who the laptop is and where it belongs."""
        rows = self.connection.execute("SELECT name, value FROM fact").fetchall()
        return {str(name): bytes(value) for name, value in rows if name in SHARED_FACTS}

    def set_facts(self, **facts: bytes) -> None:
        """Write facts; inside ``writing`` only."""
        self.connection.executemany("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", facts.items())

    def tip(self) -> Tip:
        row = self.connection.execute("SELECT replica, n, h FROM head").fetchone()
        return Tip(bytes(row[0]), int(row[1]), bytes(row[2]))

    def sequence(self) -> int:
        """Number of commits so far."""
        return int(self.connection.execute("SELECT sequence FROM head").fetchone()[0])

    def family_key(self, family: bytes | None) -> bytes:
        """K_family, or the commune's key for what belongs to no family known here."""
        if family is not None:
            row = self.connection.execute("SELECT key FROM family_key WHERE family = ?", (family,)).fetchone()
            if row:
                return bytes(row[0])
        return self.fact("commune_key") or bytes(32)

    def learn_family(self, family: bytes, key: bytes) -> None:
        """Keep the key of a family that another compartment of this vault created; inside ``writing`` only."""
        self.connection.execute("INSERT OR IGNORE INTO family_key (family, key) VALUES (?, ?)", (family, key))

    # writing

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One durable transaction; everything inside is kept together or not at all."""
        with told_as_ours(self.name):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._projection.refresh(self._touched, self.state_with_pending)
                self.connection.execute("UPDATE head SET sequence = sequence + 1")
                row = self.connection.execute("SELECT sequence, h FROM head").fetchone()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                self._parents = None
                raise
            finally:
                self._touched = set()
            self._head.write(Head(int(row[0]), bytes(row[1])))

    def save(self, author: bytes, writes: Iterable[Write], *, now_s: int | None = None) -> bytes:
        """Append one txn to the chain, with its outbox row and what screens show; inside ``writing`` only.

        Returns the txn_id. SaveTooLarge when it is over 64 KiB.
        """
        epoch = int(self.fact("epoch") or b"1")
        return self.append(author, [self._op(write, epoch) for write in writes], now_s=now_s)

    def append(self, author: bytes, ops: Sequence[Op], *, now_s: int | None = None) -> bytes:
        """As ``save``, for ops that say themselves what their author had seen."""
        wall_s = int(time.time()) if now_s is None else now_s
        tip = self.tip()
        header = TxnHeader(random_id(), tip.n + 1, author, wall_s, self._clock_offset())
        txn = Txn(encode(header), tuple(encode(op) for op in ops))
        size = len(encode(txn))
        if size > MAX_TXN_BYTES:
            raise SaveTooLarge(size_bytes=size)
        families = [
            (op.family, op.family_key) for op in ops if op.family is not None and op.family_key is not None
        ]
        self.connection.executemany("INSERT OR IGNORE INTO family_key (family, key) VALUES (?, ?)", families)
        h = next_hash(tip.h, txn, cache(self.family_key))
        family = next((op.family for op in ops if op.family is not None), None)
        kinds = " ".join(sorted({op.kind for op in ops}))
        self.connection.execute(
            "INSERT INTO outbox (replica, n, txn_id, txn, h, saved_at, author, family, kinds, state) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'to_send')",
            (tip.replica, header.n, header.txn_id, encode(txn), h, wall_s, author, family, kinds),
        )
        self._lay_over(tip.replica, header, author, wall_s, txn.ops)
        self.connection.execute("UPDATE head SET n = ?, h = ?", (header.n, h))
        self._touched.update(op.record for op in ops)
        return header.txn_id

    def _op(self, write: Write, epoch: int) -> Op:
        groups = {name: raw(dict(fields)) for name, fields in write.groups.items()}
        row = self.connection.execute("SELECT csn FROM record WHERE id = ?", (write.record,)).fetchone()
        base = (epoch, int(row[0]) if row else 0)
        return Op(write.kind, write.record, write.family, write.form_version, base, groups, write.family_key)

    def _clock_offset(self) -> int | None:
        offset = self.fact("clock_offset_s")
        return int(offset) if offset is not None else None

    def under_new_key(self, head: HeadFile) -> None:
        """The file was written anew under another data key: from now on this head file, whose key belongs to it."""
        head.write(present_head(self.connection))
        self._head.close()
        self._head = head

    # records

    def state(self, record: bytes) -> RecordState | None:
        """What the county says of a record."""
        row = self.connection.execute(
            "SELECT kind, family, csn, groups FROM record WHERE id = ?", (record,)
        ).fetchone()
        if row is None:
            return None
        groups = decode(row[3], dict[str, tuple[Sibling, ...]])
        return RecordState(str(row[0]), bytes(row[1]) if row[1] is not None else None, int(row[2]), groups)

    def state_with_pending(self, record: bytes) -> tuple[RecordState | None, bool]:
        """The county's view with own saves laid over it, and whether there are any."""
        state = self.state(record)
        rows = self.connection.execute(
            "SELECT replica, n, author, at, op FROM pending_op WHERE record = ? ORDER BY n, place", (record,)
        ).fetchall()
        if len({row[0] for row in rows}) > 1:
            lives = self.lives()
            rows.sort(key=lambda row: lives.index(bytes(row[0])) if bytes(row[0]) in lives else -1)
        csn, before = PENDING_CSN, None
        for replica, n, author, at, encoded in rows:
            csn, before = csn + (before != (replica, n)), (replica, n)
            op = decode(bytes(encoded), Op)
            writer = Sibling(csn, bytes(replica), int(n), op.base[1], bytes(author), b"", int(at), raw(None))
            own = own_chain(bytes(replica), int(n), self._lineage())
            seen = state.csn if state else 0
            state = apply_op(state, op, writer, own)
            state.csn = seen
        return state, bool(rows)

    def lives(self) -> list[bytes]:
        """The replicas under which this file was written, the first one first."""
        return list(in_order_of_saving(self.tip().replica, self._lineage()))

    def _lineage(self) -> dict[bytes, tuple[bytes, int]]:
        if self._parents is None:
            rows = self.connection.execute(
                "SELECT id, parent, parent_n FROM replica WHERE parent IS NOT NULL"
            )
            self._parents = {bytes(row[0]): (bytes(row[1]), int(row[2])) for row in rows}
        return self._parents

    def touch(self, records: Iterable[bytes]) -> None:
        """Have what screens show of these records derived again at the end of ``writing``."""
        self._touched.update(records)

    # exchange

    def waiting(self, after_n: int, limit_bytes: int) -> list[Waiting]:
        """Own txns after ``after_n`` of the present replica, in order, up to about ``limit_bytes`` (at least one)."""
        found: list[Waiting] = []
        total = 0
        rows = self.connection.execute(
            "SELECT n, txn, h FROM outbox WHERE replica = (SELECT replica FROM head) AND n > ? ORDER BY n",
            (after_n,),
        )
        for n, txn, h in rows:
            total += len(txn)
            if found and total > limit_bytes:
                break
            found.append(Waiting(int(n), decode(bytes(txn), Txn), bytes(h)))
        return found

    def waits_to_send(self, kind: str) -> bool:
        """Whether a save that touches a record of this kind has not been answered by the county."""
        waiting = self.connection.execute("SELECT kinds FROM outbox WHERE state = 'to_send'").fetchall()
        return any(kind in str(row[0]).split() for row in waiting)

    def hash_at(self, n: int) -> bytes | None:
        """The hash of the present chain at ``n``, None when it is not kept."""
        row = self.connection.execute(
            "SELECT h FROM outbox WHERE replica = (SELECT replica FROM head) AND n = ?", (n,)
        ).fetchone()
        return bytes(row[0]) if row else None

    def parent_of(self, replica: bytes) -> Parent | None:
        """Where a replica continues a former one."""
        row = self.connection.execute(
            "SELECT parent, parent_n, parent_h FROM replica WHERE id = ? AND parent IS NOT NULL", (replica,)
        ).fetchone()
        return Parent(bytes(row[0]), int(row[1]), bytes(row[2])) if row else None

    def cursor(self, stream: str) -> int:
        row = self.connection.execute("SELECT csn FROM cursor WHERE stream = ?", (stream,)).fetchone()
        return int(row[0]) if row else 0

    def cursors(self) -> dict[str, int]:
        """How far each stream of this compartment was read: the commune's, and those of others the laptop serves."""
        rows = self.connection.execute("SELECT stream, csn FROM cursor ORDER BY stream")
        return {str(row[0]): int(row[1]) for row in rows}

    def take_answers(self, answers: Iterable[Answer]) -> None:
        """Note what became of own txns; inside ``writing`` only."""
        states = {"applied": "sent", "parked": "held_back", "erased": "erased"}
        for answer in answers:
            self.connection.execute(
                "UPDATE outbox SET state = ?, csn = ?, reason = iif(reason = ?, reason, ?) "
                "WHERE txn_id = ? AND state <> 'at_county'",
                (states[answer.outcome.value], answer.csn, DONE_WITH, answer.reason, answer.txn_id),
            )
            if answer.outcome.value == "erased":
                self.drop_pending(answer.txn_id)
                family = self.connection.execute(
                    "SELECT family FROM outbox WHERE txn_id = ? AND family IS NOT NULL AND NOT blotted",
                    (answer.txn_id,),
                ).fetchone()
                if family is not None:
                    note_erased(self.connection, bytes(family[0]))

    def take_page(self, page: Page) -> frozenset[bytes]:
        """Apply effects in csn order, with their cursor; inside ``writing`` only. Returns the families touched.

        Applying a page again changes nothing: effects at or below the cursor are passed over.
        """
        at = self.cursor(page.stream)
        families: set[bytes] = set()
        gone = gone_families(self.connection)
        for encoded in page.effects:
            effect = decode(encoded, Effect)
            if effect.csn <= at:
                continue
            at = effect.csn
            if effect.left:
                note_left(self.connection, effect.left, effect.csn)
                gone = gone_families(self.connection)
            for change in effect.records:
                if change.family in gone and change.family is not None:
                    came_back(self.connection, change.family)
                    gone -= {change.family}
                if change.family is not None and change.family_key is not None:
                    self.connection.execute(
                        "INSERT OR IGNORE INTO family_key (family, key) VALUES (?, ?)",
                        (change.family, change.family_key),
                    )
                held = self.state(change.record)
                if held is not None and held.csn >= effect.csn:
                    continue  # read again after a restore of the county, which kept this
                state = apply_effect(held, change, effect.csn)
                self.connection.execute(
                    "INSERT OR REPLACE INTO record (id, kind, family, csn, groups) VALUES (?, ?, ?, ?, ?)",
                    (change.record, state.kind, state.family, state.csn, encode(state.groups)),
                )
                self._touched.add(change.record)
                if state.family is not None:
                    families.add(state.family)
            self.drop_pending(effect.txn_id)
            self.connection.execute(
                "UPDATE outbox SET state = 'at_county', csn = ? WHERE txn_id = ?", (effect.csn, effect.txn_id)
            )
        self._note_home(commune_of_stream(page.stream), families)
        self.connection.execute(
            "INSERT OR REPLACE INTO cursor (stream, csn) VALUES (?, ?)", (page.stream, max(at, page.cursor))
        )
        return frozenset(families)

    def _note_home(self, commune: str, families: Iterable[bytes]) -> None:
        """Whose families these are, of a laptop that serves several communes; its own need no note."""
        if commune == (self.fact("commune") or b"").decode():
            self.connection.executemany(
                "DELETE FROM family_home WHERE family = ?", [(one,) for one in families]
            )
        else:
            self.connection.executemany(
                "INSERT OR REPLACE INTO family_home (commune, family) VALUES (?, ?)",
                [(commune, one) for one in families],
            )

    def part(self, head: int, durable_csn: int) -> tuple[Parted, ...]:
        """Let go of families that left, once nothing of them waits; inside ``writing`` only (``storage.parting``)."""
        parted, touched = part(self.connection, head, durable_csn, self.family_key)
        self._leave_blotted()
        self._touched |= touched | {one.family for one in parted}
        if any(one.parting is Parting.ERASED for one in parted):
            self.set_facts(erased_from_copies=b"0")
        return parted

    def ask_again(self) -> bool:
        """Have the next request ask for answers that were lost and that no effect replaces: the county kept a save aside, or
        its family left. To be called when everything was received; inside ``writing`` only. Whether there are any.
        """
        unheard = first_unheard(self.connection, self.number("county_has_n") or 0)
        if unheard is not None:
            self.set_facts(county_has_n=str(unheard - 1).encode())
            self._leave_blotted()
            return True
        if not has_unheard_of_former(self.connection):
            return False
        former = unheard_of_former(self._own_sent(), self.tip().replica)
        assert former is not None
        self.go_on(former)
        return True

    def _leave_blotted(self) -> None:
        """A chain that cannot be told further, because it was blotted before the county held that place of it, goes on under a
        new replica.
        """
        has_n = self.number("county_has_n") or 0
        if has_blotted_after(self.connection, has_n):
            stuck = stuck_at_blotted(self._own_sent(), self.tip().replica, has_n)
            assert stuck is not None
            self.go_on(stuck)

    def drop_pending(self, txn_id: bytes) -> None:
        """Lay a save over the records no more; inside ``writing`` only."""
        touched = self.connection.execute(
            "SELECT record FROM pending_op WHERE txn_id = ?", (txn_id,)
        ).fetchall()
        self._touched.update(bytes(row[0]) for row in touched)
        self.connection.execute("DELETE FROM pending_op WHERE txn_id = ?", (txn_id,))

    def part_ways(self, agreed: Mark) -> None:
        """Go on under a new replica from the last common place with the county, or from the beginning where that cannot
        be verified here: what the county has already, it knows by its ``txn_id``. Inside ``writing`` only.
        """
        former = self.tip().replica
        common = agreed_place(former, agreed, self.hash_at)
        replica = random_id()
        self.start_new_replica(replica, genesis(replica), common.n, common.h)
        self.set_facts(county_has_n=b"0")

    def start_new_replica(self, replica: bytes, genesis: bytes, agreed_n: int, agreed_h: bytes) -> None:
        """Continue under a new identity after a fork: own txns past ``agreed_n`` are chained again, same txn_id.

        Inside ``writing`` only. Happens when this laptop or the county was restored, or a disk was copied.
        """
        former = self.tip().replica
        rows = self.connection.execute(
            "SELECT replica, n, txn FROM outbox WHERE replica = ? AND n > ? AND NOT blotted ORDER BY n",
            (former, agreed_n),
        ).fetchall()
        self._chain_again(rows, replica, genesis, Parent(former, agreed_n, agreed_h))

    def go_on(self, former: Former) -> None:
        """Chain everything from ``former.first`` on again, under a new replica; inside ``writing`` only."""
        replica = random_id()
        parent = Parent(former.replica, former.after.n, former.after.h)
        rows = [row for row in self._own("replica, n, txn, blotted")[former.first :] if not row[3]]
        self._chain_again(rows, replica, genesis(replica), parent)
        self.set_facts(county_has_n=b"0")

    def _own_sent(self) -> list[Sent]:
        return [
            Sent(bytes(replica), int(n), bytes(h), csn, bool(blotted))
            for replica, n, h, csn, blotted in self._own("replica, n, h, csn, blotted")
        ]

    def _own(self, columns: str) -> list[Any]:
        """The whole outbox in the order of saving, whatever replica it was under."""
        lives = self.lives()
        query = f"SELECT {columns} FROM outbox WHERE replica = ? ORDER BY n"  # noqa: S608 - names of columns
        return [row for life in lives for row in self.connection.execute(query, (life,))]

    def _chain_again(self, rows: Sequence[Any], replica: bytes, start: bytes, parent: Parent) -> None:
        self.connection.execute(
            "INSERT INTO replica (id, parent, parent_n, parent_h) VALUES (?, ?, ?, ?)",
            (replica, parent.replica, parent.n, parent.h),
        )
        chain = chained_again([decode(bytes(row[2]), Txn) for row in rows], start, self.family_key)
        for (former, n, *_), link in zip(rows, chain, strict=True):
            place = link.header.n
            self.connection.execute(
                "UPDATE outbox SET replica = ?, n = ?, txn = ?, h = ? WHERE replica = ? AND n = ?",
                (replica, place, encode(link.txn), link.h, bytes(former), n),
            )
            self.connection.execute(
                "UPDATE pending_op SET replica = ?, n = ? WHERE txn_id = ?",
                (replica, place, link.header.txn_id),
            )
        h = chain[-1].h if chain else start
        self.connection.execute("UPDATE head SET replica = ?, n = ?, h = ?", (replica, len(chain), h))
        # What now stands under a former replica may have come to the log later than a family went.
        self.connection.execute("UPDATE parted SET head = NULL")
        self._parents = None
        self._touch_pending()

    def forget_after(self, cut: int) -> Former | None:
        """The county was restored and lost its log after ``cut``: its word on what came later is void.

        Own saves it had answered wait again and are laid over the records again; the log is read from its beginning.
        Returns from where own saves under former replicas have to go along. Inside ``writing`` only.
        """
        gone = self.connection.execute("SELECT id FROM record WHERE csn > ?", (cut,)).fetchall()
        self._touched.update(bytes(row[0]) for row in gone)
        self.connection.execute("DELETE FROM record WHERE csn > ?", (cut,))
        self.connection.execute("DELETE FROM cursor")
        self.connection.execute("DELETE FROM leaving")
        self.connection.execute("UPDATE chunk SET at_county = 0")
        self.connection.execute("UPDATE parted SET head = NULL")  # it was of a log that is no more
        # Keys of families that this commune may never have again; the log brings those it has.
        self.connection.execute(
            "DELETE FROM family_key WHERE family NOT IN (SELECT family FROM record WHERE family IS NOT NULL) "
            "AND family NOT IN (SELECT family FROM outbox WHERE family IS NOT NULL AND NOT blotted)"
        )
        sent = self._own_sent()
        lost = self.connection.execute(
            "SELECT replica, n, author, saved_at, txn FROM outbox WHERE csn > ? AND NOT blotted", (cut,)
        ).fetchall()
        for replica, _, author, saved_at, encoded in lost:
            txn = decode(bytes(encoded), Txn)
            self._lay_over(
                bytes(replica), decode(txn.header, TxnHeader), bytes(author), int(saved_at), txn.ops
            )
        self.connection.execute(
            "UPDATE outbox SET state = 'to_send', csn = NULL, reason = NULL WHERE csn > ? AND NOT blotted",
            (cut,),
        )
        self._touch_pending()
        return lost_of_former_replicas(sent, self.tip().replica, cut)

    def _lay_over(
        self, replica: bytes, header: TxnHeader, author: bytes, saved_at: int, ops: Sequence[bytes]
    ) -> None:
        self.connection.executemany(
            "INSERT OR IGNORE INTO pending_op (txn_id, place, n, replica, author, at, record, op) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (header.txn_id, place, header.n, replica, author, saved_at, decode(op, Op).record, op)
                for place, op in enumerate(ops)
            ],
        )

    def _touch_pending(self) -> None:
        """What is own earlier work changed with the replica; what screens show of it may too."""
        rows = self.connection.execute("SELECT DISTINCT record FROM pending_op").fetchall()
        self._touched.update(bytes(row[0]) for row in rows)

    def close(self) -> None:
        """Fold the log into the file and close; safe to call twice."""
        self.connection.close()
        self._head.close()
