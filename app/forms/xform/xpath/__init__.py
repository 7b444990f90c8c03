"""Expressions: elementpath parses them, ``compilation`` turns its tree into nested functions, once per form.

``tokens`` tells what stands in that tree, ``walking`` makes steps of paths, ``operators`` arithmetic; ``reads`` finds out on a
form's prototype which fields an expression depends on.
``values`` says how text, numbers, truth and nodes turn into each other; ``scene`` is what an expression can see; the
``*_functions`` modules are the ODK functions by subject. XPath 1.0 decides, the ODK XForms specification extends it.
Running is bounded: an expression may visit so many nodes and a pattern may search so long, then it is an error.
"""
