"""Reusable pieces that know nothing of Vatra: they are given texts and tell what was pressed."""
