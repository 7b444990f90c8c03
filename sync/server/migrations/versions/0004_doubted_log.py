"""Where a laptop remembers the log otherwise."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("county", sa.Column("doubted_csn", sa.BigInteger(), nullable=True))
    op.add_column("county", sa.Column("doubted_at", sa.BigInteger(), nullable=True))
    op.add_column("county", sa.Column("doubted_by", sa.LargeBinary(), nullable=True))
