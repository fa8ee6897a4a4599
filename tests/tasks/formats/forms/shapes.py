"""Files that hold no article, by their shape: their beginnings, written after the descriptions that the tables name.

They hold numbers that would be facts where markup, code or data were read as words.
"""

SHAPES: dict[str, tuple[bytes | str, str]] = {
    "OPML": (
        '<?xml version="1.0"?>\n'
        '<opml version="2.0"><head><title>Feeds</title></head><body><outline text="Osh 12 doll'
        'ars" xmlUrl="http://x.example"/></body></opml>',
        "a list of feeds or an outline (OPML)",
    ),
    "a calendar": (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART:19990503\r\n"
        "SUMMARY:Osh 12 million dollars\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "a calendar",
    ),
    "an address card": ("BEGIN:VCARD\nVERSION:3.0\nFN:Anna Marek\nTEL:12\nEND:VCARD\n", "an address card"),
    "a folder of Outlook": (
        b"!BDN\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "an Outlook folder",
    ),
    "TNEF": (
        b'x\x9f>"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00',
        "an attachment of Outlook (TNEF)",
    ),
    "a page in one file": (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://x.example\r\n"
        "Subject: Osh\r\nDate: Mon, 3 May 1999 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
        "------x\r\nContent-Type: text/html\r\n\r\n"
        "<html><body><p>Traders came back to the bazaar in Osh on Monday, and the mayor said t"
        "hat rents would fall by 10 percent.</p></body></html>\r\n------x--\r\n",
        "a saved web page with its pictures (MHTML)",
    ),
    "an Apple web archive": (
        b"bplist00\xd1\x01\x02_\x10\x0fWebM",
        "an Apple web archive or property list",
    ),
    "a property list": (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/Prope'
        'rtyList-1.0.dtd">\n'
        '<plist version="1.0"><dict><key>n</key><integer>12</integer></dict></plist>',
        "a property list of Apple's",
    ),
    "LaTeX": (
        "\\documentclass{article}\n\\begin{document}\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n\\end{document}\n",
        "a TeX document",
    ),
    "a part of a LaTeX document": (
        "\\section{Osh}\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent. \\cite{osh}\n\n\\begin{figure}[h]\n\\vspace{12mm}\n\\end{figure}\n",
        "a TeX document",
    ),
    "reStructuredText": (
        "Osh Market Reopens\n==================\n\n:Author: Anna\n:Date: 1999-05-03\n\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n\n.. image:: a.png\n   :width: 12 px\n\n"
        "The council had asked for 12 million dollars to repair the roof, Anna Marek of the fi"
        "nance office told reporters.\n",
        "a text in reStructuredText",
    ),
    "AsciiDoc": (
        "= Osh Market Reopens\nAnna Marek\n:toc:\n\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n\nimage::a.png[width=12]\n",
        "a text in AsciiDoc",
    ),
    "Org mode": (
        "#+TITLE: Osh\n#+DATE: 1999\n\n* Osh\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n",
        "a text of Emacs's Org mode",
    ),
    "a manual page": (
        '.TH OSH 1 "May 1999"\n.SH NAME\nosh \\- market\n.PP\n'
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n.sp 12\n",
        "a manual page or other text for troff",
    ),
    "troff": (
        ".TL\nOsh\n.AU\nAnna\n.PP\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n",
        "a manual page or other text for troff",
    ),
    "Texinfo": (
        "\\input texinfo\n@setfilename osh.info\n@node Top\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n",
        "a TeX document",
    ),
    "PostScript": ("%!PS-Adobe-3.0\n%%Pages: 12\n/Times 12 selectfont (x) show\n", "a PostScript document"),
    "PostScript behind a mark": ("\x04%!PS-Adobe-3.0\n/Times 12 selectfont (x) show\n", "a PostScript document"),
    "EPS for DOS": (
        b"\xc5\xd0\xd3\xc6\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "a PostScript picture",
    ),
    "PJL": ("\x1b%-12345X@PJL SET COPIES=12\r\n@PJL ENTER LANGUAGE=PCL\r\n", "commands for a printer"),
    "DjVu": (b"AT&TFORM\x00\x00\x00\x10DJVU", "a DjVu scan"),
    "GIF": (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "a GIF picture"),
    "TIFF": (b"II*\x00\x08\x00\x00\x00", "a TIFF picture"),
    "WebP": (b"RIFF$\x00\x00\x00WEBPVP8 ", "a WebP picture"),
    "BMP": (b"BM:\x00\x00\x00\x00\x00\x00\x006\x00\x00\x00", "a BMP picture"),
    "SVG": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="12"><text>12 million dollars</text></svg>',
        "a drawing (SVG)",
    ),
    "SVG without a namespace": ('<svg width="12" height="10"><text>12 million dollars</text></svg>', "a drawing (SVG)"),
    "XPM": ('/* XPM */\nstatic char * a[] = {\n"12 12 2 1",\n};\n', "a picture in letters or digits"),
    "PBM": ("P1\n# x\n12 12\n0 1 0\n", "a picture in letters or digits"),
    "MP3": (
        b"ID3\x03\x00\x00\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00",
        "a sound",
    ),
    "MP3 without a tag": (
        b"\xff\xfb\x90d\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r",
        "a sound (MP3)",
    ),
    "Ogg": (b"OggS\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "a sound"),
    "MIDI": (b"MThd\x00\x00\x00\x06\x00\x01\x00\x02", "a sound (MIDI)"),
    "AIFF": (b"FORM\x00\x00\x00\x10AIFFCOMM", "a sound (AIFF)"),
    "Windows Media": (
        b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\x00\xaa\x00b\xcel\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "a film or sound (Windows Media)",
    ),
    "Avro": (b"Obj\x01\x04\x16avro.schema\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", "an Avro table"),
    "NumPy": (b"\x93NUMPY\x01\x00v\x00{'descr': '<f8'}", "a NumPy array"),
    "CBOR": (b"\xd9\xd9\xf7\xa1dtextxiTraders came back to the bazaar in Osh on Monday,", "data in CBOR"),
    "a program of Windows": (
        b"MZ\x90\x00\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "a Windows program",
    ),
    "Java class": (b"\xca\xfe\xba\xbe\x00\x00\x004", "a Java class"),
    "a package of Debian": (b"!<arch>\ndebian-binary   1234567890  0     0     100644  4   ", "an archive (ar)"),
    "RPM": (b"\xed\xab\xee\xdb\x03\x00", "a package of software (RPM)"),
    "LZMA": (
        b"]\x00\x00\x80\x00\xff\xff\xff\xff\xff\xff\xff\xff\x00*\x1c\x88&",
        "data packed by LZMA",
    ),
    "Zstandard": (b"(\xb5/\xfd \x00Traders came back to the bazaa", "data packed by Zstandard"),
    "LZ4": (b'\x04"M\x18Traders came back to the bazaa', "data packed by LZ4"),
    "a cabinet": (b"MSCF\x00\x00\x00\x00", "a cabinet archive"),
    "cpio": (
        "0707010000000000000000000000000000000000000000000000000000000000000000000000000000000"
        "0000000000000000000000000a.txt\x00",
        "an archive (cpio)",
    ),
    "a shell archive": (
        "# This is a shell archive.  Remove anything before this line.\n"
        "sed 's/^X//' >a.txt <<'EOF'\n"
        "XTraders came back to the bazaar in Osh on Monday, and the mayor said that rents woul"
        "d fall by 10 percent.\nEOF\n",
        "an archive in a script (shar)",
    ),
    "ARC": (
        "filedesc://a.arc 0.0.0.0 20010203040506 text/plain 76\n1 0 Harbor\n"
        "URL IP-address Archive-date Content-type Archive-length\n\n"
        "https://h.example/o 0.0.0.0 20010203040506 text/html 100\nHTTP/1.0 200 OK\n\n"
        "<p>Traders came back to the bazaar in Osh on Monday, and the mayor said that rents wo"
        "uld fall by 10 percent.</p>\n",
        "a web archive in its old form (ARC)",
    ),
    "CDX": (
        " CDX N b a m s k r M S V g\n"
        "example,h)/o 20010203040506 https://h.example/o text/html 200 ABCDEFGH - - 1234 5678 "
        "a.warc.gz\n",
        "an index of archived pages (CDX)",
    ),
    "CDXJ": (
        'example,h)/o 20010203040506 {"url": "https://h.example/o", "mime": "text/html", "leng'
        'th": "1234"}\n'
        'example,h)/p 20010203040506 {"url": "https://h.example/p", "mime": "text/html", "leng'
        'th": "1234"}\n',
        "an index of archived pages (CDX)",
    ),
    "HAR": (
        '{"log": {"version": "1.2", "entries": [{"time": 12, "request": {"url":"x"}}]}}',
        "a record of a browser's requests (HAR)",
    ),
    "TSV without names": (
        "1\tOsh\tTraders came back to the bazaar in Osh on Monday, and the mayor said that rents"
        " would fall by 10 percent. The council had asked for 12 million dollars to repair the"
        " roof, Anna Marek of the finance office told reporters.\n"
        "2\tNaryn\tThe council had asked for 12 million dollars to repair the roof, Anna Marek o"
        "f the finance office told reporters.\n"
        "3\tNaryn\tThe council had asked for 12 million dollars to repair the roof, Anna Marek o"
        "f the finance office told reporters.\n",
        "a table whose columns have no names that are known",
    ),
    "CSV without names": (
        '1,Osh,"Traders came back to the bazaar in Osh on Monday, and the mayor said that rent'
        's would fall by 10 percent.",12\n'
        '2,Naryn,"The council had asked for 12 million dollars to repair the roof, Anna Marek '
        'of the finance office told reporters.",14\n'
        '3,Naryn,"The council had asked for 12 million dollars to repair the roof, Anna Marek '
        'of the finance office told reporters.",14\n',
        "a table whose columns have no names that are known",
    ),
    "CSV of other things": (
        "country,population,gdp\nFrance,60000000,12\nSpain,40000000,11\n",
        "a table whose columns have no names that are known",
    ),
    "a list of texts": (
        '["Traders came back to the bazaar in Osh on Monday, and the mayor said that rents wou'
        'ld fall by 10 percent.", "The council had asked for 12 million dollars to repair the '
        'roof, Anna Marek of the finance office told reporters."]',
        "data in JSON that is no list of objects",
    ),
    "a list of lists": (
        '[[1, "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents'
        ' would fall by 10 percent."], [2, "The council had asked for 12 million dollars to re'
        'pair the roof, Anna Marek of the finance office told reporters."]]',
        "data in JSON that is no list of objects",
    ),
    "a list of numbers": ("[1, 2, 12000000]", "data in JSON that is no list of objects"),
    "JSON5": (
        "{title: 'Osh', text: 'Traders came back to the bazaar in Osh on Monday, and the mayor"
        " said that rents would fall by 10 percent.'}",
        "data in JSON with the names of a script",
    ),
    "GeoJSON": (
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point",'
        '"coordinates":[72.8,40.5]},"properties":{"n":12}}]}',
        "places on a map (GeoJSON)",
    ),
    "a notebook": (
        '{"cells":[{"cell_type":"markdown","source":["Traders came back to the bazaar in Osh o'
        'n Monday, and the mayor said that rents would fall by 10 percent."]}],"metadata":{},"'
        'nbformat":4,"nbformat_minor":2}',
        "a notebook of programs (Jupyter)",
    ),
    "YAML": ("title: Osh\nprice: 12 dollars\nitems:\n  - tea\n  - milk\n", "data in YAML"),
    "a list in YAML": ("- title: Osh\n  price: 12\n- title: Naryn\n  price: 13\n", "data in YAML"),
    "TOML": ('title = "Osh"\nprice = 12\n\n[owner]\nname = "Anna"\n', "settings of a program"),
    "settings": ("; config\n[market]\nname = osh\nprice = 12 dollars\n", "settings of a program"),
    "properties": ("# props\nmarket.name=osh\nmarket.price=12\n", "settings of a program"),
    "a log of a system": (
        "May  3 10:00:00 host sshd[123]: Accepted password for anna from 10.0.0.1 port 12 ssh2"
        "\nMay  3 10:00:01 host cron[124]: (root) CMD (x)\n"
        "May  3 10:00:00 host sshd[123]: Accepted password for anna from 10.0.0.1 port 12 ssh2"
        "\nMay  3 10:00:01 host cron[124]: (root) CMD (x)\n"
        "May  3 10:00:00 host sshd[123]: Accepted password for anna from 10.0.0.1 port 12 ssh2"
        "\nMay  3 10:00:01 host cron[124]: (root) CMD (x)\n",
        "a log of a program or server",
    ),
    "a log of a web server": (
        '10.0.0.1 - - [03/May/1999:10:00:00 +0000] "GET /osh HTTP/1.0" 200 1234 "-" "Mozilla/4'
        '.0"\n'
        '10.0.0.1 - - [03/May/1999:10:00:00 +0000] "GET /osh HTTP/1.0" 200 1234 "-" "Mozilla/4'
        '.0"\n'
        '10.0.0.1 - - [03/May/1999:10:00:00 +0000] "GET /osh HTTP/1.0" 200 1234 "-" "Mozilla/4'
        '.0"\n'
        '10.0.0.1 - - [03/May/1999:10:00:00 +0000] "GET /osh HTTP/1.0" 200 1234 "-" "Mozilla/4'
        '.0"\n'
        '10.0.0.1 - - [03/May/1999:10:00:00 +0000] "GET /osh HTTP/1.0" 200 1234 "-" "Mozilla/4'
        '.0"\n',
        "a log of a program or server",
    ),
    "a log of a program": (
        "1999-05-03 10:00:00,123 INFO market: 12 dollars paid\n"
        "1999-05-03 10:00:01,123 ERROR market: 13 dollars lost\n"
        "1999-05-03 10:00:00,123 INFO market: 12 dollars paid\n"
        "1999-05-03 10:00:01,123 ERROR market: 13 dollars lost\n"
        "1999-05-03 10:00:00,123 INFO market: 12 dollars paid\n"
        "1999-05-03 10:00:01,123 ERROR market: 13 dollars lost\n",
        "a log of a program or server",
    ),
    "a log without days": (
        "INFO:root:12 dollars paid\nWARNING:root:13 lost\nINFO:root:12 dollars paid\n"
        "WARNING:root:13 lost\nINFO:root:12 dollars paid\nWARNING:root:13 lost\n",
        "a log of a program or server",
    ),
    "a traceback": (
        'Traceback (most recent call last):\n  File "a.py", line 12, in <module>\n    x()\nValueError: 12 dollars\n',
        "an error of a program",
    ),
    "Python": (
        '"""Osh."""\n\nimport os\nfrom sys import argv\n\n\ndef price(n):\n    return n * 12\n',
        "a program's text or a style sheet",
    ),
    "Python without imports": ("def price(n):\n    return n * 12\n", "a program's text or a style sheet"),
    "C": (
        '#include <stdio.h>\n\nint main(void) {\n  printf("12 dollars\\n");\n  return 0;\n}\n',
        "a program's text or a style sheet",
    ),
    "Java": (
        "package osh;\n\nimport java.util.List;\n\npublic class Market {\n  int n = 12;\n}\n",
        "a program's text or a style sheet",
    ),
    "C#": ("using System;\nnamespace Osh {\n  class A { int n = 12; }\n}\n", "a program's text or a style sheet"),
    "Go": (
        'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println(12)\n}\n',
        "a program's text or a style sheet",
    ),
    "Rust": ('use std::io;\n\nfn main() {\n    println!("12 dollars");\n}\n', "a program's text or a style sheet"),
    "Ruby": ("require 'json'\n\nclass A\n  def x\n    12\n  end\nend\n", "a program's text or a style sheet"),
    "Perl": ("use strict;\nuse warnings;\n\nmy $n = 12;\n", "a program's text or a style sheet"),
    "R": ("library(dplyr)\n\nx <- 12\n", "a program's text or a style sheet"),
    "TypeScript": ("export interface A {\n  n: number;\n}\nexport const x: A = { n: 12 };\n", "a style sheet (CSS)"),
    "JavaScript in a call": ('!function(e,t){"use strict";var n=12}(window);\n', "a program's text or a style sheet"),
    "JavaScript": ("var n;\nn = 12;\n", "a program's text or a style sheet"),
    "an object of JavaScript": ('story = {"n": 12, "unit": "million dollars"};\n', "settings of a program"),
    "PHP": ("<?php\n$n = 12;\n?>\n", "a program's text (PHP)"),
    "JSP": ('<%@ page language="java" %>\n<p>12 dollars</p>\n', "a program's text within a page"),
    "CSS with properties": (":root {\n  --main: 12px;\n}\n", "a program's text or a style sheet"),
    "CSS of several elements": ("h1, h2,\nh3 {\n  margin: 12px;\n}\n", "a program's text or a style sheet"),
    "SCSS": ("$w: 12px;\n.a { .b { width: $w; } }\n", "a program's text or a style sheet"),
    "a batch file": ("@echo off\r\nset N=12\r\ncopy a b\r\n", "a program's text (batch)"),
    "PowerShell": ('param(\n  [int]$N = 12\n)\nWrite-Host "12 dollars"\n', "a program's text (PowerShell)"),
    "a makefile": ("all: a.o\n\tcc -o a a.o\n\nclean:\n\trm -f 12\n", "rules of make"),
    "a Dockerfile": ('FROM python:3.11\nRUN pip install x==12\nCMD ["x"]\n', "rules of a container"),
    "SQLite statements": ("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a(t);\n", "statements of SQL"),
    "Lisp": ("(defun price (n)\n  (* n 12))\n", "a program's text or a style sheet"),
    "Haskell": ("module Main where\n\nmain :: IO ()\nmain = print 12\n", "a program's text or a style sheet"),
    "Fortran": ("      PROGRAM OSH\n      INTEGER N\n      N = 12\n      END\n", "a program's text or a style sheet"),
    "Pascal": ("program Osh;\nvar n: integer;\nbegin\n  n := 12;\nend.\n", "a program's text or a style sheet"),
    "Visual Basic": ("Sub Osh()\n  Dim n As Integer\n  n = 12\nEnd Sub\n", "a program's text or a style sheet"),
    "Kotlin": ('fun main() {\n    val n = 12\n    println("$n dollars")\n}\n', "a program's text or a style sheet"),
    "assembler": ("section .text\nglobal _start\n_start:\n  mov eax, 12\n", "a program's text or a style sheet"),
    "a diff in context": (
        "*** a.txt\tMon May  3 10:00:00 1999\n--- b.txt\tMon May  3 10:00:01 1999\n"
        "***************\n*** 1 ****\n! 12\n--- 1 ----\n! 13\n",
        "changes of a file (diff)",
    ),
    "a diff": ("1c1\n< 12 dollars\n---\n> 13 dollars\n", "changes of a file (diff)"),
    "base64": (
        "VHJhZGVycyBjYW1lIGJhY2sgdG8gdGhlIGJhemFhciBpbiBPc2ggb24gTW9uZGF5LCBhbmQgdGhl\n"
        "IG1heW9yIHNhaWQgdGhhdCByZW50cyB3b3VsZCBmYWxsIGJ5IDEwIHBlcmNlbnQuCgpUaGUgY291\n"
        "bmNpbCBoYWQgYXNrZWQgZm9yIDEyIG1pbGxpb24gZG9sbGFycyB0byByZXBhaXIgdGhlIHJvb2Ys\n"
        "IEFubmEgTWFyZWsgb2YgdGhlIGZpbmFuY2Ugb2ZmaWNlIHRvbGQgcmVwb3J0ZXJzLgpUcmFkZXJz\n"
        "IGNhbWUgYmFjayB0byB0aGUgYmF6YWFyIGluIE9zaCBvbiBNb25kYXksIGFuZCB0aGUgbWF5b3Ig\n"
        "c2FpZCB0aGF0IHJlbnRzIHdvdWxkIGZhbGwgYnkgMTAgcGVyY2VudC4KClRoZSBjb3VuY2lsIGhh\n"
        "ZCBhc2tlZCBmb3IgMTIgbWlsbGlvbiBkb2xsYX",
        "a file encoded for mail (base64)",
    ),
    "a data address": (
        "data:text/plain;base64,VHJhZGVycyBjYW1lIGJhY2sgdG8gdGhlIGJhemFhciBpbiBPc2ggb24gTW9uZG"
        "F5LCBhbmQgdGhlIG1heW9yIHNhaWQgdGhhdCByZW50cyB3b3VsZCBmYWxsIGJ5IDEwIHBlcmNlbnQuCgpUaGU"
        "gY291bmNpbCBoYWQgYXNrZWQgZm9yIDEyIG1pbGxpb24gZG9sbGFycyB0byByZXBhaXIgdGhlIHJvb2YsIEFu"
        "bmEgTWFyZWsgb2YgdGhlIGZpbmFuY2Ugb2ZmaWNlIHRvbGQgcmVwb3J0ZXJzLgo=",
        "a file within an address",
    ),
    "a hexadecimal dump": (
        "00000000  54 72 61 64 65 72 73 20  63 61 6d 65 20 62 61 63  |Traders came bac|\n"
        "00000010  6b 20 74 6f 20 74 68 65  20 62 61 7a 61 61 72 20  |k to the bazaar |\n",
        "bytes in hexadecimal",
    ),
    "Intel HEX": (":10010000214601360121470136007EFE09D2190140\n:00000001FF\n", "bytes in hexadecimal"),
    "yEnc": ("=ybegin line=128 size=123 name=a.bin\n\x9e\x92\n=yend size=123\n", "a file encoded for mail (yEnc)"),
    "uuencode": ("begin 644 a.txt\n#0V%T\n`\nend\n", "a file encoded for mail (uuencode)"),
    "quoted-printable": (
        "=54=72=61=64=65=72=73=20=63=61=6D=65=20=62=61=63=6B\n"
        "=54=72=61=64=65=72=73=20=63=61=6D=65=20=62=61=63=6B\n"
        "=54=72=61=64=65=72=73=20=63=61=6D=65=20=62=61=63=6B\n",
        "a part of a message encoded for mail",
    ),
    "a certificate": ("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "a key or certificate"),
    "a key": ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 anna@host\n", "a key"),
    "TEI": (
        '<?xml version="1.0"?>\n'
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Traders came back'
        " to the bazaar in Osh on Monday, and the mayor said that rents would fall by 10 perce"
        "nt.</p></body></text></TEI>",
        "a text in TEI",
    ),
    "JATS": (
        '<article article-type="news"><front><article-meta><title-group><article-title>Osh</ar'
        "ticle-title></title-group></article-meta></front><body><p>Traders came back to the ba"
        "zaar in Osh on Monday, and the mayor said that rents would fall by 10 percent.</p></b"
        "ody></article>",
        "an article in JATS or DocBook",
    ),
    "DocBook": (
        '<?xml version="1.0"?>\n'
        '<article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>Osh</title><para>'
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.</para></article>",
        "a document in XML",
    ),
    "RDF": (
        '<?xml version="1.0"?>\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://pur'
        'l.org/dc/elements/1.1/"><rdf:Description rdf:about="x"><dc:title>12 dollars</dc:title'
        "></rdf:Description></rdf:RDF>",
        "statements in RDF",
    ),
    "Turtle": ('@prefix dc: <http://purl.org/dc/elements/1.1/> .\n<x> dc:title "12 dollars" .\n', "statements in RDF"),
    "N-Triples": (
        '<http://x.example/a> <http://purl.org/dc/elements/1.1/title> "12 million dollars" .\n'
        '<http://x.example/a> <http://purl.org/dc/elements/1.1/title> "12 million dollars" .\n'
        '<http://x.example/a> <http://purl.org/dc/elements/1.1/title> "12 million dollars" .\n',
        "statements in RDF",
    ),
    "KML": (
        '<?xml version="1.0"?>\n'
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>12 dollars</name></Place'
        "mark></kml>",
        "places on a map (KML)",
    ),
    "GPX": ('<gpx version="1.1"><trk><name>12 miles</name></trk></gpx>', "ways on a map (GPX)"),
    "NewsML 1": (
        '<?xml version="1.0"?>\n<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">\n'
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Osh</HeadLine></NewsLines><Cont"
        "entItem><DataContent><p>Traders came back to the bazaar in Osh on Monday, and the may"
        "or said that rents would fall by 10 percent.</p></DataContent></ContentItem></NewsCom"
        "ponent></NewsItem></NewsML>",
        "news in NewsML 1",
    ),
    "RCV1": (
        '<?xml version="1.0" encoding="iso-8859-1" ?>\n'
        '<newsitem itemid="2286" id="root" date="1999-05-03" xml:lang="en"><title>KYRGYZSTAN: '
        "Osh</title><headline>Osh Market Reopens</headline><dateline>OSH 1999-05-03</dateline>"
        "<text><p>Traders came back to the bazaar in Osh on Monday, and the mayor said that re"
        "nts would fall by 10 percent.</p></text><copyright>(c) Harbor 1999</copyright><metada"
        'ta><codes class="bip:countries:1.0"><code code="KYRG"/></codes></metadata></newsitem>',
        "a story of the Reuters corpus (RCV1)",
    ),
    "XML in UTF-16": (
        b"\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00v\x00e\x00",
        "a document in XML",
    ),
    "ANPA 1312": (
        "\x16\x16\x01a0123\x1fuivbx\x13u i BC-Osh    05-03 0123\x14\x02BC-Osh,0123\r\nOsh Market Reopens\r\n"
        "OSH (HP) _ Traders came back to the bazaar in Osh on Monday, and the mayor said that "
        "rents would fall by 10 percent.\r\n"
        "   The council had asked for 12 million dollars to repair the roof, Anna Marek of the"
        " finance office told reporters.\r\n\x03AP-NY-05-03-99 1000EDT\x04",
        "a transmission of a wire service with its codes (IPTC 7901, ANPA 1312)",
    ),
    "IPTC 7901": (
        "\x01ABC0123 4 I POL 0123\r\n"
        "\x02Traders came back to the bazaar in Osh on Monday, and the mayor said that rents woul"
        "d fall by 10 percent.\r\n\x03031000 MAY 99\x04",
        "a transmission of a wire service with its codes (IPTC 7901, ANPA 1312)",
    ),
    "a telex": (
        "ZCZC HBR0123 4 i pol 0123\nOsh Market Reopens\n"
        "OSH, May 3 (HBR) - Traders came back to the bazaar in Osh on Monday, and the mayor sa"
        "id that rents would fall by 10 percent.\n"
        "   The council had asked for 12 million dollars to repair the roof, Anna Marek of the"
        " finance office told reporters.\nNNNN\n",
        "a transmission of a wire service with its codes (IPTC 7901, ANPA 1312)",
    ),
    "a cover of Nexis": (
        "User Name: Anna\nDate and Time: Monday, May 3, 1999 10:00:00 AM EST\n"
        "Job Number: 12\n\nDocuments (2)\n\n1. Osh Market Reopens\nClient/Matter: -None-\n"
        "Search Terms: osh\n",
        "a cover or list of Nexis without its documents",
    ),
    "EBSCO": (
        "TITLE: Osh\nRecord: 1\nTitle:\tOsh Market Reopens.\nAuthors:\tMarek, Anna\n"
        "Source:\tHarbor. 5/3/1999, p4. 1p.\nDocument Type:\tArticle\n"
        "Full Text Word Count:\t412\nDatabase:\tMAS\n\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n",
        "an export of EBSCO",
    ),
    "NewsBank": (
        "Osh Market Reopens\nThe Harbor Times (Harbor, ME) - May 3, 1999\n"
        "Author/Byline: Anna Marek\nEdition: Final\nSection: World\nPage: A4\n"
        "Readability: 12\n\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n\nRecord: 123\nCopyright: Copyright 1999\n",
        "an export of NewsBank",
    ),
    "MEDLINE": ("PMID- 12\nOWN - NLM\nTI  - Osh\nDP  - 1999\n", "a list of references (MEDLINE)"),
    "Web of Science": (
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Marek, A\nTI Osh\n",
        "a list of references (Web of Science)",
    ),
    "SubStation Alpha": ("[Script Info]\nTitle: Osh\nScriptType: v4.00+\n", "subtitles of a film"),
    "SubViewer": ("0:00:01.000,0:00:04.000\nOsh reopened for 12 dollars.\n", "subtitles of a film"),
    "a play list": ("#EXTM3U\n#EXTINF:12,Osh\na.mp3\n", "a list of sounds or films"),
    "a cue sheet": ('FILE "a.wav" WAVE\n  TRACK 01 AUDIO\n', "a list of sounds or films"),
    "G-code": ("G21\nG90\nG1 X12 Y13 F1200\n", "points of a drawing"),
    "OBJ": ("v 1.0 2.0 3.0\nv 1.0 2.0 4.0\nf 1 2 3\n", "points of a drawing"),
    "DXF": ("0\nSECTION\n2\nHEADER\n9\n$ACADVER\n", "a drawing (DXF)"),
    "FASTA": (">seq1 Osh\nACGTACGTACGTACGTACGTACGT\nACGTACGT\n", "sequences of molecules"),
    "a game of chess": (
        '[Event "Osh"]\n[Site "Osh"]\n[Date "1999.05.03"]\n[Result "1-0"]\n\n1. e4 e5 2. Nf3 1-0\n',
        "a game of chess",
    ),
    "a page of a wiki": (
        "== Osh ==\n'''Osh''' is a [[market]] with {{convert|12|mi|km}}.<ref>x</ref>\n",
        "a page of a wiki in its own markup",
    ),
    "a dump of a wiki": (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/"><page><title>Osh</title>'
        "<revision><text>12 dollars</text></revision></page></mediawiki>",
        "pages of a wiki",
    ),
    "a torrent": ("d8:announce20:http://x.example/ann4:infod6:lengthi12eee", "a torrent"),
    "accounts": ("root:x:0:0:root:/root:/bin/bash\nanna:x:12:12::/home/anna:/bin/sh\n", "a table of accounts"),
    "an answer of HTTP": (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n"
        "<html><body><p>Traders came back to the bazaar in Osh on Monday, and the mayor said t"
        "hat rents would fall by 10 percent.</p></body></html>",
        "an answer or request of the web with its headers",
    ),
    "addresses": (
        "https://x.example/osh/12\nhttps://x.example/naryn/13\nhttps://x.example/jalal/14\n",
        "a list of addresses of the web",
    ),
    "robots.txt": ("User-agent: *\nDisallow: /12\n", "rules for robots of the web"),
    "a sitemap": (
        '<?xml version="1.0"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.examp'
        "le/12</loc></url></urlset>",
        "a list of a site's pages (sitemap)",
    ),
    "a pointer of Git LFS": (
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        "a pointer to a file that is kept elsewhere (Git LFS)",
    ),
    "a shortcut": (
        b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00",
        "a shortcut of Windows",
    ),
    "Apple Mail": (
        "1234\nFrom: Anna Marek <anna@x.example>\nSubject: Osh Market Reopens\n"
        "Date: Mon, 3 May 1999 10:00:00 -0500\nMessage-ID: <1@x.example>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain\n\n"
        "Traders came back to the bazaar in Osh on Monday, and the mayor said that rents would"
        " fall by 10 percent.\n",
        "a message of Apple Mail",
    ),
    "Windows Write": (b"1\xbe\x00\x00\x00\xab", "a Windows Write document"),
    "CHM": (b"ITSF\x03\x00\x00\x00`\x00\x00\x00", "a help file of Windows"),
    "FictionBook": (
        '<?xml version="1.0"?>\n'
        '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><p>12 dollars</'
        "p></body></FictionBook>",
        "a book in FictionBook",
    ),
    "Flash": (b"FWS\t \x00\x00\x00", "a film (Flash)"),
    "captured packets": (
        b"\xd4\xc3\xb2\xa1\x02\x00\x04\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
        "captured packets",
    ),
    "SPSS": (
        b"$FL2@(#) SPSS DATA",
        "an SPSS table",
    ),
    "Stata": (
        b"<stata_dta><header",
        "a Stata table",
    ),
    "a workspace of R": (b"RDX3\nX\n\x00\x00\x00\x03", "an R workspace"),
}
"""What a file of each shape begins with, and what it is called where it is refused."""
