"""Importing what offices really have: a workbook or a text list becomes families, people and visits.

Four steps, each a pure function of the one before, so that a wizard can stop between them and a command can run through:

    read_workbook(path)              -> Workbook   cells as the file has them; every refusal is an ImportProblem
    propose_mapping(workbook)        -> Mapping    which sheet is what, which column is which field; a plain value to change
    build_caseload(workbook, ...)    -> Caseload   families with members and visits, problems, rows set aside
    preview(...), report_lines(...)                what to show before and after

What it promises: every cell that is not empty lands in a field, in a note on its record, in a title line, in a row set
aside with its reason, or in a problem; a wrong identity number warns and never blocks; a surname never decides who lives
together. The words that headers and cells are known by are data (resources/countries/**/headers*.toml).
No Qt, no storage, no network, and nothing is written.
"""
