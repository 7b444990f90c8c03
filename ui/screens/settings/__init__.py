"""Language, text size and colours of this laptop."""
