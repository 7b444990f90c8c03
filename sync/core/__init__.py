"""The rules of reconciliation, sans IO: chains, merge, the fold of the log.

No socket, clock, disk or thread. Laptop, county and simulator call the same functions, so there is one place where a
mistake could be made and one place where the simulation would find it.
"""
