"""The first tables: county, accounts, chains, the log and its fold."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "commune",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_commune"),
    )
    op.create_table(
        "county",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.Column("log_hash", sa.LargeBinary(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("durable_csn", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_county"),
    )
    op.create_table(
        "epoch_cut",
        sa.Column("epoch", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.Column("cut_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("epoch", name="pk_epoch_cut"),
    )
    op.create_table(
        "record",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("family", sa.LargeBinary(), nullable=True),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.Column("groups", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
    )
    op.create_index("ix_record_family", "record", ["family"], unique=False)
    op.create_index("ix_record_stream", "record", ["stream"], unique=False)
    op.create_table(
        "replica",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("device", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("tip_n", sa.BigInteger(), nullable=False),
        sa.Column("tip_h", sa.LargeBinary(), nullable=False),
        sa.Column("parent", sa.LargeBinary(), nullable=True),
        sa.Column("parent_n", sa.BigInteger(), nullable=True),
        sa.Column("parent_h", sa.LargeBinary(), nullable=True),
        sa.Column("forks", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_replica"),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sign_key", sa.LargeBinary(), nullable=False),
        sa.Column("receive_key", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("stale_nonces", sa.BigInteger(), nullable=False),
        sa.Column("enrolled_at", sa.BigInteger(), nullable=False),
        sa.Column("last_contact_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_device"),
        sa.ForeignKeyConstraint(["commune"], ["commune.code"], name="fk_device_commune"),
    )
    op.create_table(
        "family",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_family"),
        sa.ForeignKeyConstraint(["commune"], ["commune.code"], name="fk_family_commune"),
    )
    op.create_table(
        "log",
        sa.Column("csn", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("log_hash", sa.LargeBinary(), nullable=False),
        sa.Column("txn_id", sa.LargeBinary(), nullable=False),
        sa.Column("replica", sa.LargeBinary(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("txn", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("csn", name="pk_log"),
        sa.ForeignKeyConstraint(["replica"], ["replica.id"], name="fk_log_replica"),
    )
    op.create_index("ix_log_txn_id", "log", ["txn_id"], unique=True)
    op.create_table(
        "worker",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("commune", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sign_key", sa.LargeBinary(), nullable=True),
        sa.Column("receive_key", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_worker"),
        sa.ForeignKeyConstraint(["commune"], ["commune.code"], name="fk_worker_commune"),
    )
    op.create_table(
        "chain",
        sa.Column("replica", sa.LargeBinary(), nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("h", sa.LargeBinary(), nullable=False),
        sa.Column("csn", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("replica", "n", name="pk_chain"),
        sa.ForeignKeyConstraint(["csn"], ["log.csn"], name="fk_chain_csn"),
        sa.ForeignKeyConstraint(["replica"], ["replica.id"], name="fk_chain_replica"),
    )
    op.create_table(
        "device_stream",
        sa.Column("device", sa.LargeBinary(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("device", "stream", name="pk_device_stream"),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name="fk_device_stream_device"),
    )
    op.create_table(
        "device_worker",
        sa.Column("device", sa.LargeBinary(), nullable=False),
        sa.Column("worker", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("device", "worker", name="pk_device_worker"),
        sa.ForeignKeyConstraint(["device"], ["device.id"], name="fk_device_worker_device"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_device_worker_worker"),
    )
    op.create_table(
        "effect",
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("csn", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "csn", name="pk_effect"),
        sa.ForeignKeyConstraint(["csn"], ["log.csn"], name="fk_effect_csn"),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("selector", sa.String(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("worker", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("selector", name="pk_enrolment_code"),
        sa.ForeignKeyConstraint(["worker"], ["worker.id"], name="fk_enrolment_code_worker"),
    )
