-- Keys of the star: the same input gives the same key on any machine; what is not known has the key of the Unknown row.
CREATE TEMP MACRO date_key(day) AS CAST(
    coalesce(year(CAST(day AS DATE)) * 10000 + month(CAST(day AS DATE)) * 100 + dayofmonth(CAST(day AS DATE)), -1) AS INTEGER
);
CREATE TEMP MACRO unit_key(unit, per) AS CASE
    WHEN unit IS NULL AND per IS NULL THEN 'unknown'
    ELSE substring(md5(coalesce(unit, '') || chr(31) || coalesce(per, '')), 1, 20)
END;
CREATE TEMP MACRO outlet_key(outlet) AS coalesce(substring(md5(outlet), 1, 20), 'unknown');
CREATE TEMP MACRO exact_18_4(exact) AS CASE
    WHEN TRY_CAST(exact AS DECIMAL(18, 4)) = exact THEN CAST(exact AS DECIMAL(18, 4))
END;
