"""Where families were handed over from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "family_departure",
        sa.Column("family", sa.LargeBinary(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["commune"], ["commune.code"], name="fk_family_departure_commune"),
        sa.PrimaryKeyConstraint("family", "commune", name="pk_family_departure"),
    )
