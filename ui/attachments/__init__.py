"""Pictures and scans on a page: a strip of tiles, and one of them in full. Used by every screen that shows a record."""
