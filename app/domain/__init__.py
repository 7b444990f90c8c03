"""The words of the trade: families, people, visits, and what must never be mixed from two authors.

Plain frozen values without widgets, SQL or HTTP. ``kinds`` is the table of record kinds, field groups and rules of
reconciliation; ``records`` are the typed records read from it; ``ids``, ``folding`` and ``partial_date`` are the small
pieces everything else shares.
"""
