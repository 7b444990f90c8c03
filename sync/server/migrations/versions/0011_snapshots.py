"""Snapshots of streams, and that a transaction that answers a laptop sees those of its own streams only."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_FENCE = (
    "GRANT SELECT ON snapshot, snapshot_chunk TO vatra_laptop",
    "ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE snapshot_chunk ENABLE ROW LEVEL SECURITY",
    """
    CREATE POLICY laptop ON snapshot FOR SELECT TO vatra_laptop
    USING (stream IN (SELECT stream FROM device_stream WHERE device = (SELECT vatra_laptop_asking())))
    """,
    """
    CREATE POLICY laptop ON snapshot_chunk FOR SELECT TO vatra_laptop
    USING (stream IN (SELECT stream FROM device_stream WHERE device = (SELECT vatra_laptop_asking())))
    """,
)


def upgrade() -> None:
    op.create_table(
        "snapshot",
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.Column("plain_bytes", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("manifest", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("stream", name="pk_snapshot"),
    )
    op.create_table(
        "snapshot_chunk",
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "place", name="pk_snapshot_chunk"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in _FENCE:
            op.execute(statement)
