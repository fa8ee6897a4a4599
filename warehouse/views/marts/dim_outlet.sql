SELECT
    outlet_key(outlet) AS outlet_id,
    outlet,
    min(outlet_kind) AS outlet_kind,
    min(cited_on_start) AS first_cited_on,
    max(cited_on_end) AS last_cited_on
FROM citations
GROUP BY outlet
UNION ALL
SELECT 'unknown', 'unknown', NULL, NULL, NULL
