"""The forms engine: ODK XForms filled in without a window.

``document`` reads XML safely into a tree of nodes; ``xpath`` parses and runs expressions on such trees; ``model`` is what a
form says (fields, questions, texts, lists, actions) and ``reading`` makes it from XForm XML; ``graph`` orders its rules
and refuses cycles; ``entry`` is one record being filled in; ``snapshot`` shows it; ``xlsform`` compiles spreadsheets;
``steps`` plays a list of answers; ``check`` lists what is wrong with a form. The command line is ``app.forms.cli``.

A form is immutable once read and may be shared by any number of records; a record belongs to one thread. Nothing here
knows Qt, a database or the network, and with a given clock, zone and seed the same input gives the same output.
"""
