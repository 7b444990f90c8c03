"""The tables of a compartment, as migrations: decorated functions, each in one transaction with its record.

To change the schema, add one function at the end; never edit a released one. Every compartment file has the same
tables. SCHEMA.md draws them. Tables under "derived" can be rebuilt from the others at any time. Tables with long rows
keep SQLite's own row number: under a random key their rows would be scattered over the file.
"""

from storage.driver import Database, Migrations

migrations = Migrations("vatra")
KNOWN = ("first", "families_leave", "county_forms", "attachments", "snapshots", "catchments")
"""Names of the migrations below; a store that has another one was written by a newer Vatra."""


@migrations()
def first(db: Database) -> None:
    """The first released schema."""
    for statement in _FIRST:
        db.execute(statement)


@migrations()
def families_leave(db: Database) -> None:
    """Families that were handed over or erased."""
    for statement in _FAMILIES_LEAVE:
        db.execute(statement)


@migrations()
def county_forms(db: Database) -> None:
    """Forms that the county published, once they were verified."""
    for statement in _COUNTY_FORMS:
        db.execute(statement)


@migrations()
def attachments(db: Database) -> None:
    """Which chunks attachments consist of, and which of them the county has."""
    for statement in _ATTACHMENTS:
        db.execute(statement)


@migrations()
def snapshots(db: Database) -> None:
    """Snapshots of which a part is here."""
    for statement in _SNAPSHOTS:
        db.execute(statement)


@migrations()
def catchments(db: Database) -> None:
    """Families of other communes that a centre serves."""
    for statement in _CATCHMENTS:
        db.execute(statement)


_FIRST = (
    # facts about this file: vault id, compartment, device keys, county card, last contact
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID",
    # one row: number of commits, the replica and the tip of its chain
    """CREATE TABLE head (
        one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL,
        replica BLOB NOT NULL, n INTEGER NOT NULL, h BLOB NOT NULL)""",
    # former replicas and where each was continued
    "CREATE TABLE replica (id BLOB PRIMARY KEY, parent BLOB, parent_n INTEGER, parent_h BLOB) WITHOUT ROWID",
    "CREATE TABLE family_key (family BLOB PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID",
    # own txns; kept after the county has them, which heals a county restored from an old backup
    """CREATE TABLE outbox (
        replica BLOB NOT NULL, n INTEGER NOT NULL, txn_id BLOB NOT NULL UNIQUE, txn BLOB NOT NULL,
        h BLOB NOT NULL, saved_at INTEGER NOT NULL, author BLOB NOT NULL, family BLOB, kinds TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('to_send', 'sent', 'at_county', 'held_back', 'erased')),
        csn INTEGER, reason TEXT, PRIMARY KEY (replica, n))""",
    "CREATE INDEX outbox_waiting ON outbox (state, n) WHERE state <> 'at_county'",
    "CREATE INDEX outbox_saved ON outbox (saved_at)",
    # what the county says of a record: all siblings of all groups
    """CREATE TABLE record (
        id BLOB PRIMARY KEY, kind TEXT NOT NULL, family BLOB, csn INTEGER NOT NULL, groups BLOB NOT NULL)""",
    # ops of own txns whose effect has not come back, laid over the county's view
    """CREATE TABLE pending_op (
        txn_id BLOB NOT NULL, place INTEGER NOT NULL, n INTEGER NOT NULL, replica BLOB NOT NULL,
        author BLOB NOT NULL, at INTEGER NOT NULL, record BLOB NOT NULL, op BLOB NOT NULL,
        PRIMARY KEY (txn_id, place))""",
    "CREATE INDEX pending_of_record ON pending_op (record, n)",
    "CREATE TABLE cursor (stream TEXT PRIMARY KEY, csn INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE draft (
        id BLOB PRIMARY KEY, kind TEXT NOT NULL, family BLOB, author BLOB NOT NULL,
        body BLOB NOT NULL, saved_at INTEGER NOT NULL)""",
    # derived: what screens show
    """CREATE TABLE shown (
        id BLOB PRIMARY KEY, kind TEXT NOT NULL, family BLOB, about BLOB, happened_on TEXT,
        fields BLOB NOT NULL, answers BLOB NOT NULL, author BLOB, first_at INTEGER NOT NULL,
        conflicts TEXT NOT NULL, pending INTEGER NOT NULL, voided INTEGER NOT NULL, import_id TEXT)""",
    "CREATE INDEX shown_family ON shown (family, kind)",
    "CREATE INDEX shown_kind ON shown (kind, happened_on)",
    "CREATE INDEX shown_about ON shown (about) WHERE about IS NOT NULL",
    "CREATE INDEX shown_conflicts ON shown (kind) WHERE conflicts <> ''",
    "CREATE INDEX shown_import ON shown (import_id) WHERE import_id IS NOT NULL",
    # derived: one line per family, as lists show it
    """CREATE TABLE family_line (
        id BLOB PRIMARY KEY, sort TEXT NOT NULL, name TEXT NOT NULL, number TEXT, village TEXT, village_sort TEXT,
        street TEXT, directions TEXT, phone TEXT, status TEXT, members INTEGER NOT NULL, births TEXT NOT NULL,
        last_visit_on TEXT, next_visit_on TEXT, pending INTEGER NOT NULL, conflicts INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX family_line_sort ON family_line (sort, id)",
    "CREATE INDEX family_line_village ON family_line (village_sort, sort)",
    "CREATE INDEX family_line_next ON family_line (next_visit_on)",
    # derived: one entry per family with the folded words of all its people, the village apart, numbers forwards and
    # backwards; ``who`` says which record has which of them
    """CREATE VIRTUAL TABLE search USING fts5(
        family UNINDEXED, who UNINDEXED, words, places, numbers, prefix = '1 2 3', tokenize = 'ascii')""",
    "CREATE TABLE search_row (family BLOB PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID",
    # deleted words would otherwise stay in the index until a merge
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)

_FAMILIES_LEAVE = (
    # of a family that left, a save keeps its place, id and hash
    "ALTER TABLE outbox ADD COLUMN blotted INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX outbox_family ON outbox (family)",
    # own txns of which the county has not told what became; what stands under a former replica, it holds
    """CREATE VIEW unanswered AS SELECT n, family FROM outbox
        WHERE state = 'to_send' AND replica = (SELECT replica FROM head)""",
    # families that go as soon as the county has answered what waits of them
    "CREATE TABLE leaving (family BLOB PRIMARY KEY, parting TEXT NOT NULL, to_name TEXT) WITHOUT ROWID",
    # families that went
    """CREATE TABLE parted (
        family BLOB PRIMARY KEY, parting TEXT NOT NULL, to_name TEXT, head INTEGER,
        parted_at INTEGER NOT NULL) WITHOUT ROWID""",
    # unfinished work of families that were handed over
    """CREATE TABLE draft_aside (
        id BLOB PRIMARY KEY, kind TEXT NOT NULL, author BLOB NOT NULL, body BLOB NOT NULL,
        saved_at INTEGER NOT NULL, to_name TEXT)""",
)

_COUNTY_FORMS = (
    # packages that proved to be the county's; kept for ever, because drafts and sealed answers are on them
    """CREATE TABLE form (
        digest TEXT PRIMARY KEY, form_id TEXT NOT NULL, version INTEGER NOT NULL, manifest BLOB NOT NULL,
        signature BLOB NOT NULL, content BLOB NOT NULL)""",
    "CREATE INDEX form_named ON form (form_id, version)",
)

_ATTACHMENTS = (
    # derived: the chunks that attachments name, the thumbnail's at place 0
    """CREATE TABLE attachment_chunk (
        record BLOB NOT NULL, place INTEGER NOT NULL, name BLOB NOT NULL, family BLOB NOT NULL,
        voided INTEGER NOT NULL, PRIMARY KEY (record, place)) WITHOUT ROWID""",
    "CREATE INDEX attachment_chunk_name ON attachment_chunk (name)",
    "CREATE INDEX attachment_chunk_family ON attachment_chunk (family)",
    # chunks whose file is here, or that somebody asked for
    """CREATE TABLE chunk (
        name BLOB PRIMARY KEY, at_county INTEGER NOT NULL, wanted INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX chunk_unsent ON chunk (name) WHERE NOT at_county",
    # what is here and the county has not
    """CREATE VIEW unsent_chunk AS SELECT record, place, name, family FROM chunk JOIN attachment_chunk USING (name)
        WHERE NOT at_county AND NOT wanted AND NOT voided""",
    # files that go, unless an attachment names them
    "CREATE TABLE chunk_leaving (name BLOB PRIMARY KEY) WITHOUT ROWID",
)

_SNAPSHOTS = (
    "CREATE TABLE snapshot (stream TEXT PRIMARY KEY, digest BLOB NOT NULL, manifest BLOB NOT NULL)",
    "CREATE TABLE snapshot_part (stream TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (stream, at))",
)

_CATCHMENTS = (
    # whose family it is, where that is not the laptop's own commune
    "CREATE TABLE family_home (family BLOB PRIMARY KEY, commune TEXT NOT NULL) WITHOUT ROWID",
    # derived: what these communes are called
    "CREATE TABLE commune_name (commune TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
)
