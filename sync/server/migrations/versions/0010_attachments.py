"""Chunks of attachments, and what of them a transaction that answers a laptop may read."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_FENCE = (
    "GRANT SELECT ON chunk TO vatra_laptop",
    "ALTER TABLE chunk ENABLE ROW LEVEL SECURITY",
    """
    CREATE POLICY laptop ON chunk FOR SELECT TO vatra_laptop
    USING (stream IN (SELECT stream FROM device_stream WHERE device = (SELECT vatra_laptop_asking())))
    """,
)


def upgrade() -> None:
    op.create_table(
        "chunk",
        sa.Column("family", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("family", "name", name="pk_chunk"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in _FENCE:
            op.execute(statement)
