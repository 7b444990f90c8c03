"""Vatra and the county, one conversation.

The county orders and merges; laptops never merge. A laptop saves txns into a hash chain and pushes them; the county gives
each a place in one dense log, merges it by field group, and sends back *effects*. ``protocol`` has the messages, ``core``
the rules without socket, clock or disk, ``client`` the laptop's end, ``server`` the county's. PROTOCOL.md says why.
"""
