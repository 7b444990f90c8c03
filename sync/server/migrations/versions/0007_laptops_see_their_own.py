"""Row-level security: what a transaction that answers a laptop may read (``sync.server.fence``)."""

from alembic import op

revision = "0007"
down_revision = "0006"

_STATEMENTS = (
    """
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vatra_laptop') THEN
        CREATE ROLE vatra_laptop NOLOGIN;
      END IF;
      IF NOT pg_has_role(current_user, 'vatra_laptop', 'MEMBER') THEN
        GRANT vatra_laptop TO CURRENT_USER;
      END IF;
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO vatra_laptop', current_schema());
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION vatra_laptop_asking() RETURNS bytea LANGUAGE sql STABLE AS
    $$ SELECT id FROM device
       WHERE id = decode(current_setting('vatra.device', true), 'hex') AND status = 'active' $$
    """,
    "GRANT SELECT (id, status) ON device TO vatra_laptop",
    "GRANT SELECT ON device_stream, effect, replica, log TO vatra_laptop",
    "ALTER TABLE device ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE device_stream ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE effect ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE replica ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE log ENABLE ROW LEVEL SECURITY",
    """
    CREATE POLICY laptop ON device FOR SELECT TO vatra_laptop
    USING (id = decode(current_setting('vatra.device', true), 'hex'))
    """,
    """
    CREATE POLICY laptop ON device_stream FOR SELECT TO vatra_laptop
    USING (device = (SELECT vatra_laptop_asking()))
    """,
    """
    CREATE POLICY laptop ON effect FOR SELECT TO vatra_laptop
    USING (stream IN (SELECT stream FROM device_stream WHERE device = (SELECT vatra_laptop_asking())))
    """,
    """
    CREATE POLICY laptop ON replica FOR SELECT TO vatra_laptop
    USING (device = (SELECT vatra_laptop_asking()))
    """,
    """
    CREATE POLICY laptop ON log FOR SELECT TO vatra_laptop
    USING (replica IN (SELECT id FROM replica WHERE device = (SELECT vatra_laptop_asking())))
    """,
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for statement in _STATEMENTS:
            op.execute(statement)
