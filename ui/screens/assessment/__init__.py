"""The assessment: a questionnaire about a family, filled in page by page, concluded with a level, sealed, read again.

``presenter`` holds the forms engine's record and the position and knows no widgets; ``keeping`` is where it lives; ``state`` is what it tells, as frozen values;
``rows`` turns a question into its row; ``view`` draws; ``result`` is the last page with level, reasons, decision and what is other
than last time; ``record_edits`` what goes into the records of members; ``facts``
the column at the right; ``words`` says things as sentences.
"""
