"""`newsledger report`: one page of HTML that says whether the last run can be trusted; it needs nothing but itself.

- `plots`: bars and strips as inline SVG.
- `verdict`: what is to be looked at, the gravest first.
- `page`: the page, from `report.html` and what the warehouse says.
- `data_docs`: Great Expectations' own pages, on request.
"""
