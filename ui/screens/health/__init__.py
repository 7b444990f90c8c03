"""How this laptop stands: what is fine, what somebody has to look at, and one page for whoever does."""
