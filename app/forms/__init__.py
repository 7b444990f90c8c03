"""Questionnaires as data: XLSForms read from Markdown tables, their rules run under a given clock and household.

A form has an id, a version and a digest; a released version never changes, and a visit keeps all three beside its answers,
so that it opens with its own form for ever. Answers are plain values by question: ``v_date``, or ``<person hex>/vc_seen``
for a question asked of each child. What a rule hides is empty for every other rule, but the typed answer stays and comes
back. Unanswered is neither yes nor no.

Two readers share this package for now: the home visit runs on the small one below, assessments run on the full engine in
``xform``, with ``instruments`` as its door to the shipped forms.

``library`` finds the shipped forms, ``sheets`` reads tables, ``compiling`` turns them into a ``form.Form``, ``xpath`` runs
expressions (parsed by elementpath), ``filling`` is one form with one set of answers. No Qt, no clock of its own.
"""
