"""The visit: a home visit recorded on the spot, one section at a time, kept after every answer.

``presenter`` holds draft, form and position and knows no widgets; ``view`` draws them; ``facts`` is the column with the last
visit and the family; ``words`` says answers and problems as sentences.
"""
