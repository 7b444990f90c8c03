"""The encrypted vault of a laptop.

Attacker: a thief with the switched-off laptop; a colleague with a database tool; a power cut; a disk that lies.
Promises: (1) what a save returned for is on the disk; (2) every page is encrypted, temporary data stays in memory;
(3) one place opens store files and checks them before a record is shown; (4) a store that lost acknowledged work is
noticed, by a head file written after each commit; (5) no damaged or missing file is ever replaced by an empty one.

One SQLCipher file per compartment, each with its own chain, outbox, cursors and head file. ``opening`` connects,
``schema`` shapes, ``compartment`` writes, ``projection`` derives what screens show, ``reading`` and ``search`` read,
``vault`` is the whole, ``backup`` copies it and ``restore`` brings a copy back. SCHEMA.md draws the tables. The connection belongs to the thread that opened the vault.
"""
