"""The views that answer common questions, on a small ledger: right answers, nothing counted twice."""

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from ledger_rows import filled, make_article, make_file, table_of

from flows.commands.status import print_status
from rich.console import Console
from warehouse import catalogue
from warehouse.data_model import data_model
from warehouse.ledger import open_ledger
from warehouse.query import status
from warehouse.questions import QUESTIONS
from warehouse.reader import connect
from warehouse.records import Article, Citation, CrossReference, Fact, Mention, Quotation, Record
from warehouse.relations import VIEWS
