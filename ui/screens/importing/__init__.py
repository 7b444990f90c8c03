"""Bringing in an office's own list, in four steps: choose the file, check its columns, look at the rows, bring them in.

Nothing is written before the last step, and that step is all or nothing; an import can be taken back.
"""
