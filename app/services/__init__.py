"""What a worker can do, one verb per function.

Every function takes the open vault first and runs on the records lane, which owns the database; ``syncing.sync_now`` and
``setup.enrol`` talk to the county and run on the network lane. Reads return frozen values; writes are durable when they
return, and return ``Changed``, which every open screen listens to.
"""
