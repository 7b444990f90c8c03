"""What the worker sees: Qt lives here and nowhere else.

``theme``, ``icons``, ``formatting``, ``languages``, ``messages`` and ``preferences`` are what every screen speaks with;
``tasks`` owns the only threads; ``widgets`` knows nothing of Vatra; ``screens/<name>`` is one ``view`` (widgets) and one
``presenter`` (QtCore only, its state as frozen dataclasses) per screen; ``navigation`` lists the screens,
``main_window`` frames them; ``gate`` asks who comes, ``workplace`` is the desk of whoever came, ``door`` both in one window.
"""
