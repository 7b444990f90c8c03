"""Who works now, and their passphrase: the first window of a laptop that is set up."""
