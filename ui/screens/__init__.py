"""One folder per screen: a presenter without widgets, a view without data."""
