SELECT
    outlet_key(outlet) AS outlet_id,
    outlet,
    min(outlet_kind) AS outlet_kind,
    min(cited_on_start) AS first_cited_on,
    max(cited_on_end) AS last_cited_on
FROM (
    SELECT outlet, outlet_kind, cited_on_start, cited_on_end
    FROM citations
    UNION ALL
    SELECT reporting_outlet, NULL, NULL, NULL
    FROM quotations
    WHERE reporting_outlet IS NOT NULL
)
GROUP BY outlet
UNION ALL
SELECT 'unknown', 'unknown', NULL, NULL, NULL
