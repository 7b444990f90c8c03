"""One family: understand it in half a minute and do the next thing."""
