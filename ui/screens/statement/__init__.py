"""Checking a printed assessment: the checksum at its foot is typed, and the record that it was printed from is told."""
