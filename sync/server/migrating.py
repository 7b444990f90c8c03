"""The steps that bring a county's tables from one version of Vatra to the next, by Alembic.

``Store.migrate`` reads this module only for tables that are not of this version: Alembic takes longer to load than most commands
take to answer.
"""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from sync.server.store import MIGRATIONS, StoreTooNew, revision_of


def build(connection: Connection, revision: str = "head") -> None:
    """Bring the tables up to a revision; StoreTooNew when this version does not know it, or is behind the tables."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not {revision_of(connection), revision} <= known | {None, "head"}:
        raise StoreTooNew
    command.upgrade(config, revision)
