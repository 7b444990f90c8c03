"""On what a county may read about persons of a commune."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "sharing_agreement",
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("from_on", sa.String(), nullable=False),
        sa.Column("until_on", sa.String(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commune"], ["commune.code"], name=op.f("fk_sharing_agreement_commune_commune")
        ),
        sa.PrimaryKeyConstraint("commune", "number", name=op.f("pk_sharing_agreement")),
    )
