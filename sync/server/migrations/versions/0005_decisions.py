"""What the office decided about parked saves."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("txn_id", sa.LargeBinary(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["csn"], ["log.csn"], name="fk_decision_csn"),
        sa.ForeignKeyConstraint(["txn_id"], ["log.txn_id"], name="fk_decision_txn_id"),
        sa.PrimaryKeyConstraint("txn_id", name="pk_decision"),
    )
