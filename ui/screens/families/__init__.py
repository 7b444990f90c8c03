"""Find a family before a new one is made, and register one with as little as a name."""
