"""Lists of awards as offices keep them, Excel sheets and CSV, read into the register of grants.

sheets = read_sheets(name, content)             # reading: bytes into lines of words
table = find_table(sheets, title_of)            # tables: heads, sections, rows
rows = propose(table.rows, choices, titles)     # proposing: what each row would be
store(table.rows, choices, name, user)          # storing: the new ones as grants
"""
