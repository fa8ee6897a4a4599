"""Numbers that a text lays out in rows: what a heading says of all of them, and what each row is of.

- `headings`: `in thousands of tonnes, with those of 1986 in brackets:`
- `cells`: one number of a row.
- `lists`: names with a number each.
- `columns`: names with several numbers each.
- `unread_rows`: names with numbers that none of these reads, below a scale.
- `versus_rows`: names with two numbers and `vs` between.
- `labelled_rows`: names with amounts in their own units.
- `finding`: all cells of an article.
- `tabled_amounts`: their values, in the heading's scale and unit.
"""
