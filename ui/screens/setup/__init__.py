"""First start: county card, who are you, a passphrase; ends with an enrolled laptop."""
