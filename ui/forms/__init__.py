"""Questions of a form as widgets: one editor per type of answer, rows of questions, the outline of sections.

Nothing here knows which form it draws or what a visit is: it is given questions and answers, and tells what was changed and
where focus is. What may be asked and what is missing is decided by ``app.forms``.
"""
