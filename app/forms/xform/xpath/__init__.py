"""Expressions: elementpath parses them, ``compilation`` turns its tree into nested functions, once per form.

``values`` says how text, numbers, truth and nodes turn into each other; ``scene`` is what an expression can see; the
``*_functions`` modules are the ODK functions by subject. XPath 1.0 decides, the ODK XForms specification extends it.
Running is bounded: an expression may visit so many nodes and a pattern may search so long, then it is an error.
"""
