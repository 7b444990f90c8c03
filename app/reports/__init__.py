"""What is printed or handed over, as plain documents: one module per document, found by its name.

A document says what stands on the paper and in which order, in one language, which need not be that of the window. How it
looks on A4 is decided in one place, ``ui.printing``. ``wording`` holds the fixed words of all documents.
"""
