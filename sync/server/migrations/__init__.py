"""How the county's tables became what they are: one file per step, packaged with the server, run by ``Store.migrate``.

A released step never changes. ``env`` runs on the connection that the store hands in, inside its transaction, so that a
step that fails leaves nothing half done on either database.
"""
