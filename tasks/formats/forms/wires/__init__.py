"""Newswire in markup: each story's parts are elements of their own.

- `markup`: elements of SGML and XML.
- `reuters`: the SGML of Reuters-21578.
- `trec`: the `<DOC>` of TREC, FBIS and Gigaword.
- `nitf`: NITF of the IPTC.
- `newsml`: NewsML-G2 of the IPTC.
"""
