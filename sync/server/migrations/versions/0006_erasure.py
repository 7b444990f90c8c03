"""Families that were erased by order."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "erased_family",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_erased_family"),
    )
    op.add_column("log", sa.Column("erased_csn", sa.BigInteger(), nullable=True))
