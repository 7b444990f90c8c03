"""The forms engine: ODK XForms filled in without a window.

In the order a form takes through them:

- ``document`` (the tree of nodes), ``markup`` (XML read safely and written), ``xpath`` (expressions on such trees)
- ``model`` (what a form says), made by ``reading`` with ``draft``, ``skeleton``, ``binds``, ``body``, ``actions``, ``texts``,
  ``externals`` and ``searching``; ``graph`` orders the rules and refuses cycles
- ``xlsform`` (spreadsheets) and ``opening`` (a form from a file, problems placed as its author finds them)
- ``entry`` (one record being filled in) with ``record``, ``places``, ``beginning``, ``answers``, ``choices``, ``events`` and
  ``computing`` (what a change reaches); ``vault_lists`` (what a record is told besides its form)
- ``paper`` (an entry as pages of questions), ``scoring`` (its level, and why), ``kept`` (answers by question, and back),
  ``submission`` (finished records for other programs)
- ``snapshot`` (what others see of it), ``steps`` (a list of answers played), ``commands`` (requests and answers as JSON);
  the command line is ``app.forms.cli``

A form is immutable once read and may be shared by any number of records; a record belongs to one thread. Nothing here
knows Qt, a database or the network, and with a given clock, zone and seed the same input gives the same output.
"""
