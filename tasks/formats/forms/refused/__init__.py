"""Forms that are recognised and not read: each says what it is, and what to do with it.

- `tables`: forms of the lines of a table.
- `signatures`: binary files, by the bytes that they begin with.
- `roots`: documents in XML, by their first element.
- `shapes`: text that is markup, code or data, by how it begins.
- `lines`: text each of whose lines is of one make.
- `grids`: tables without names of columns.
- `code`: programs, by most of their lines.
"""

from tasks.formats.forms.form import Form
from tasks.formats.forms.refused import code, grids, lines, roots, shapes, signatures

SIGNATURES: dict[str, Form] = signatures.forms()
SHAPES: dict[str, Form] = roots.forms() | shapes.forms()
LINES: dict[str, Form] = lines.forms() | {"grid": grids.FORM, "code": code.FORM}
