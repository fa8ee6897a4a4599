"""Forms that are recognised and not read: each says what it is, and what to do with it.

- `signatures`: binary files, by the bytes that they begin with.
- `shapes`: text that is markup, code or data, by how it begins.
"""

from tasks.formats.forms.form import Form
from tasks.formats.forms.refused import shapes, signatures

SIGNATURES: dict[str, Form] = signatures.forms()
SHAPES: dict[str, Form] = shapes.forms()
