"""How long a laptop may go on without contact, where a county wants another time than the usual."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("county", sa.Column("lease_warn_days", sa.BigInteger(), nullable=True))
    op.add_column("county", sa.Column("lease_read_only_days", sa.BigInteger(), nullable=True))
