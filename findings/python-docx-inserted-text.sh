#!/usr/bin/env bash
# python-docx leaves out text that was inserted while changes were tracked, and what fields and content controls hold.
#
# Guess: `Paragraph.text` is the text of the paragraph: with what was inserted, as Word shows it, or, if changes are not
# looked at, with all runs, the deleted ones among them. Runs in a content control, a field or a marked name are runs.
#
# Seen: only runs and links that stand in the paragraph itself are read. Of a tracked change neither side is left, so
# that the text is one that never stood; nothing is raised, and nothing warns.
#
#   inserted: 'It cost 20 dollars.'
#   deleted: 'It cost 20 dollars.'
#   in a content control: 'It cost 20 dollars.'
#   in a field: 'It cost 20 dollars.'
#   in a name that Word has marked: 'It cost 20 dollars.'
#   in a link: 'It cost 9 or 20 dollars.'
#
# Matters: briefs and drafts are passed around with their changes tracked. A figure that an editor has put in is missing,
# and the sentence around it still reads well.
#
# Versions: python-docx 1.2.0, lxml 6.1.3.

source "$(dirname -- "$0")/lib.sh"
environment now python-docx==1.2.0 lxml==6.1.3

run now <<'PY'
import io

import docx
from docx.oxml import parse_xml
from finding import seen

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def run(text, element="t"):
    return f'<w:r><w:{element} xml:space="preserve">{text}</w:{element}></w:r>'


def text_around(middle):
    """Save a document with one paragraph, open it, and return the paragraph's text."""
    document, saved = docx.Document(), io.BytesIO()
    paragraph = f'<w:p xmlns:w="{NAMESPACE}">{run("It cost ")}{middle}{run("20 dollars.")}</w:p>'
    document.element.body.insert(0, parse_xml(paragraph))
    document.save(saved)
    return docx.Document(io.BytesIO(saved.getvalue())).paragraphs[0].text


change = 'w:id="1" w:author="A" w:date="2001-02-03T04:05:06Z"'
without, whole = "It cost 20 dollars.", "It cost 9 or 20 dollars."
seen("inserted", text_around(f"<w:ins {change}>{run('9 or ')}</w:ins>"), then=without)
seen("deleted", text_around(f"<w:del {change}>{run('9 or ', 'delText')}</w:del>"), then=without)
control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('9 or ')}</w:sdtContent></w:sdt>"
seen("in a content control", text_around(control), then=without)
seen("in a field", text_around(f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run("9 or ")}</w:fldSimple>'), then=without)
marked = f'<w:smartTag w:uri="urn:x" w:element="amount">{run("9 or ")}</w:smartTag>'
seen("in a name that Word has marked", text_around(marked), then=without)
seen("in a link", text_around(f'<w:hyperlink w:anchor="x">{run("9 or ")}</w:hyperlink>'), then=whole)
PY
