"""One folder per screen: state, presenter (no widgets), view (no data)."""
