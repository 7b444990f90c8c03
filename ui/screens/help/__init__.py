"""Help inside the window: short pages in the worker's language, searchable, opened with F1 for the screen in view."""
