"""What the county keeps. The migrations must arrive at exactly these tables; a test compares them.

Only portable SQL: ids and messages are bytes, moments are whole seconds since 1970, and no column numbers itself - a
sequence of the database would hand out numbers before they are committed, and readers would skip the late ones.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, MetaData, String, Table

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

county = Table(
    "county",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("name", String, nullable=False),
    Column("country", String, nullable=False),
    Column("csn", BigInteger, nullable=False),
    Column("log_hash", LargeBinary, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("durable_csn", BigInteger, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("doubted_csn", BigInteger),
    Column("doubted_at", BigInteger),
    Column("doubted_by", LargeBinary),
    Column("lease_warn_days", BigInteger),
    Column("lease_read_only_days", BigInteger),
)
"""One row. Updating it is the lock under which the log grows. ``doubted_csn`` is a place that a laptop remembers
otherwise, since when, and which; the lease is None where the usual one holds."""

epoch_cut = Table(
    "epoch_cut",
    metadata,
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("csn", BigInteger, nullable=False),
    Column("cut_at", BigInteger, nullable=False),
)
"""Former epochs, and the csn at which a restore cut each."""

commune = Table(
    "commune",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("key", LargeBinary, nullable=False),
)
"""``key`` stands in for K_family where a record has no family."""

worker = Table(
    "worker",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("commune", String, ForeignKey("commune.code"), nullable=False),
    Column("name", String, nullable=False),
    Column("profession", String, nullable=False),
    Column("status", String, nullable=False),
    Column("sign_key", LargeBinary),
    Column("receive_key", LargeBinary),
    Column("made_at", BigInteger, nullable=False),
)

device = Table(
    "device",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("commune", String, ForeignKey("commune.code"), nullable=False),
    Column("name", String, nullable=False),
    Column("sign_key", LargeBinary, nullable=False),
    Column("receive_key", LargeBinary, nullable=False),
    Column("status", String, nullable=False),
    Column("nonce", String, nullable=False),
    Column("stale_nonces", BigInteger, nullable=False),
    Column("enrolled_at", BigInteger, nullable=False),
    Column("last_contact_at", BigInteger),
)
"""``nonce`` is the one the next request must be signed over; ``stale_nonces`` counts signed requests over an old one,
which happens after a lost reply, and again and again when a laptop was copied."""

device_stream = Table(
    "device_stream",
    metadata,
    Column("device", LargeBinary, ForeignKey("device.id"), primary_key=True),
    Column("stream", String, primary_key=True),
)

device_worker = Table(
    "device_worker",
    metadata,
    Column("device", LargeBinary, ForeignKey("device.id"), primary_key=True),
    Column("worker", LargeBinary, ForeignKey("worker.id"), primary_key=True),
)
"""Whose writes a laptop may bring."""

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("selector", String, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    Column("worker", LargeBinary, ForeignKey("worker.id"), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("attempts", BigInteger, nullable=False),
    Column("used_by", LargeBinary),
)
"""The first characters of a code find its row, the others are compared by hash; wrong ones are counted."""

replica = Table(
    "replica",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("device", LargeBinary, nullable=False),
    Column("stream", String, nullable=False),
    Column("tip_n", BigInteger, nullable=False),
    Column("tip_h", LargeBinary, nullable=False),
    Column("parent", LargeBinary),
    Column("parent_n", BigInteger),
    Column("parent_h", LargeBinary),
    Column("forks", BigInteger, nullable=False),
)
"""``parent`` is what the laptop says; its hash is compared with the chain each time the lineage is needed. ``device`` is
no foreign key: the county writes its workers into the log under replicas of its own."""

chain = Table(
    "chain",
    metadata,
    Column("replica", LargeBinary, ForeignKey("replica.id"), primary_key=True),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("h", LargeBinary, nullable=False),
    Column("csn", BigInteger, ForeignKey("log.csn"), nullable=False),
)
"""Where each place of each chain stands in the log; a txn that was chained anew stands in several chains."""

log = Table(
    "log",
    metadata,
    Column("csn", BigInteger, primary_key=True, autoincrement=False),
    Column("log_hash", LargeBinary, nullable=False),
    Column("txn_id", LargeBinary, nullable=False),
    Column("replica", LargeBinary, ForeignKey("replica.id"), nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("outcome", String, nullable=False),
    Column("reason", String),
    Column("txn", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("erased_csn", BigInteger),
    Index(None, "txn_id", unique=True),
)
"""``txn`` is what travelled, byte for byte. Of an op about a family that was erased (at ``erased_csn``) only its commitment
is left; ``outcome`` stays what it was when the row was hashed."""

record = Table(
    "record",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("kind", String, nullable=False),
    Column("family", LargeBinary),
    Column("stream", String, nullable=False),
    Column("csn", BigInteger, nullable=False),
    Column("groups", LargeBinary, nullable=False),
    Index(None, "family"),
    Index(None, "stream"),
)
"""The fold of the log: all siblings of all groups of each record."""

family = Table(
    "family",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("commune", String, ForeignKey("commune.code"), nullable=False),
    Column("key", LargeBinary, nullable=False),
)
"""K_family of every family that any save brought, parked ones too: without it no later hash could be computed."""

erased_family = Table(
    "erased_family",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("csn", BigInteger, nullable=False),
)
"""Families that were erased by order, and where in the log that stands. Nothing of them is taken in any more."""

family_departure = Table(
    "family_departure",
    metadata,
    Column("family", LargeBinary, primary_key=True),
    Column("commune", String, ForeignKey("commune.code"), primary_key=True),
    Column("csn", BigInteger, nullable=False),
)
"""Communes that a family was handed over from, and since which csn it is not theirs. A save of one who had not heard of it
follows the family."""

effect = Table(
    "effect",
    metadata,
    Column("stream", String, primary_key=True),
    Column("csn", BigInteger, ForeignKey("log.csn"), primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

chunk = Table(
    "chunk",
    metadata,
    Column("family", LargeBinary, primary_key=True),
    Column("name", LargeBinary, primary_key=True),
    Column("stream", String, nullable=False),
    Column("size", BigInteger),
    Column("body", LargeBinary, nullable=False),
)
"""Pieces of attachments, sealed, by the SHA-256 of their bytes. A save that names one makes the row; then the laptop brings the
bytes, perhaps in several requests. Whole when ``body`` has ``size`` bytes; None: nothing came yet. Sealed under the family's key,
so that families share none, and an erased one takes its own along."""

decision = Table(
    "decision",
    metadata,
    Column("txn_id", LargeBinary, ForeignKey("log.txn_id"), primary_key=True),
    Column("csn", BigInteger, ForeignKey("log.csn"), nullable=False),
    Column("verdict", String, nullable=False),
)
"""Which parked saves were decided about, how, and where in the log that stands."""

county_form = Table(
    "county_form",
    metadata,
    Column("form_id", String, primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String, nullable=False),
    Column("manifest", LargeBinary),
    Column("signature", LargeBinary),
    Column("content", LargeBinary),
    Column("published_at", BigInteger),
    Column("withdrawn_at", BigInteger),
    Column("statement", LargeBinary),
    Column("statement_signature", LargeBinary),
)
"""What the county says of forms: those it published, with their content, and those shipped with Vatra that it withdrew or
checked against the law (``statement``). Communes are told of each row in records of their own (``forms``)."""

sharing_agreement = Table(
    "sharing_agreement",
    metadata,
    Column("commune", String, ForeignKey("commune.code"), primary_key=True),
    Column("number", String, primary_key=True),
    Column("basis", String, nullable=False),
    Column("from_on", String, nullable=False),
    Column("until_on", String),
    Column("made_at", BigInteger, nullable=False),
)
"""On what, and between which days (ISO, both included), the county may read about persons of a commune."""

office_act = Table(
    "office_act",
    metadata,
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String, nullable=False),
    Column("act", String, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Column("h", LargeBinary, nullable=False),
)
"""What the office did, each entry hashed with the one before (``journal``)."""

snapshot = Table(
    "snapshot",
    metadata,
    Column("stream", String, primary_key=True),
    Column("csn", BigInteger, nullable=False),
    Column("plain_bytes", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("manifest", LargeBinary, nullable=False),
    Column("made_at", BigInteger, nullable=False),
)
"""The log of a stream, squashed up to ``csn`` (``sync.core.snapshot``). It can be made anew at any time."""

snapshot_chunk = Table(
    "snapshot_chunk",
    metadata,
    Column("stream", String, primary_key=True),
    Column("place", BigInteger, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

upload = Table(
    "upload",
    metadata,
    Column("device", LargeBinary, primary_key=True),
    Column("stream", String, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What has arrived of a segment that comes in pieces."""

DERIVED = frozenset({"snapshot", "snapshot_chunk", "upload"})
"""Tables that no backup needs."""
