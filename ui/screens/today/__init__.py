"""In one look: what cannot wait, where to drive, what was left half done."""
