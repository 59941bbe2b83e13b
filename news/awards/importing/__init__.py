"""Lists of awards as offices keep them, Excel sheets and CSV, read into the register of grants.

for sheet in read_sheets(name, content): ...    # reading: bytes into lines of words
table = find_table(sheets)                      # tables: heads, sections, rows
rows = propose(table.rows, choices)             # proposing: what each row would be
"""
