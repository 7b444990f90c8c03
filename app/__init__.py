"""What Vatra knows and does: no widgets, no SQL, no HTTP.

``domain`` are the words of the trade, ``forms`` questionnaires, ``keys`` cryptography, ``countries`` what differs between
countries, ``imports`` the lists that offices keep, ``reports`` what is printed, ``services`` what a worker can do.
``supervisor`` starts the two processes of the window, ``asking`` and ``working`` (PROCESSES.md); ``bootstrap`` is both in one, for
whoever drives the window. These see every layer.
"""
