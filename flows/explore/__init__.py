"""The explorer: pages on this machine that show what a warehouse holds, and write nothing but corrections of it.

- `marks`: an article's text in pieces, each with the facts that cover it.
- `words`: how values are written on a page.
- `charts`: where the bars and points of small drawings lie.
- `safety`: which hosts and forms are answered, and what a browser may load.
- `pages`: templates, and what goes wrong in words.
- `review`: what a reader makes of a fact.
- `writing`: the two forms that write it down, and nothing else.
- `lists`: the pages that list, and the same rows as files.
- `questions`: the page that asks in SQL.
- `cards`: the pages of one article, fact, entity or claim.
- `application`: which address shows which page.
- `static_pages`: the same as files.
"""
