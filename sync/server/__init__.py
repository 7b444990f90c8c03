"""The county: one dense log, one merge, and the pages that laptops pull.

``asgi`` takes requests, ``admission`` knows who sent them, ``exchange`` answers in one database transaction: ``ingest``
gives each save its place in the log, ``pull`` reads pages of effects. ``store`` is SQLite or PostgreSQL, ``tables`` what
lies in it. ``founding``, ``certificates``, ``accounts``, ``overview`` and ``export`` are what an office does with it,
through the command ``vatra-county`` (``cli``). The processes keep no state: several may serve one PostgreSQL.

Nothing here imports the desktop: the rules it shares with laptops are in ``sync.core`` and ``app.domain``.
"""
