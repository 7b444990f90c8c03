"""Two versions of one fact: shown side by side in plain words, decided by a person with a reason; nothing is deleted."""
