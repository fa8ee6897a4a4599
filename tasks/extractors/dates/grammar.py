"""The rules of the grammar, in the order in which they win where two begin and end alike."""

from tasks.extractors.dates import anchored, comparisons, days, holidays, months, periods, relative, weekdays, years
from tasks.extractors.dates.lexicon import SEASONS
from tasks.extractors.dates.reading import Rule

SEASON_CUES = tuple(SEASONS)

RULES: tuple[Rule, ...] = (
    Rule(name="week of day", pattern=days.WEEK_OF, read=days.read_week_of, cues=("week",)),
    Rule(name="month and day", pattern=days.MONTH_DAY, read=days.read_day),
    Rule(name="day and month", pattern=days.DAY_MONTH, read=days.read_day),
    Rule(name="further day", pattern=days.FURTHER_DAY, read=days.read_further_day),
    Rule(name="numeric day", pattern=days.NUMERIC, read=days.read_numeric),
    Rule(name="month and year", pattern=months.MONTH_YEAR, read=months.read_month_year),
    Rule(name="year", pattern=years.YEAR_ONLY, read=years.read_year),
    Rule(name="years", pattern=years.YEAR_RANGE, read=years.read_year_range),
    Rule(name="short year", pattern=years.SHORT_YEAR, read=years.read_short_year, cues=("'", "’", "‘")),
    Rule(
        name="spelled year",
        pattern=years.SPELLED_YEAR,
        read=years.read_spelled_year,
        cues=("nineteen", "eighteen", "two thousand"),
    ),
    Rule(name="decade", pattern=years.DECADE, read=years.read_decade, cues=("0s", "0's", "0’s")),
    Rule(name="short decade", pattern=years.SHORT_DECADE, read=years.read_decade, cues=("0s", "0's", "0’s")),
    Rule(name="decade in words", pattern=years.WORD_DECADE, read=years.read_decade, cues=("ties",)),
    Rule(name="century", pattern=years.CENTURY, read=years.read_century, cues=("century",)),
    Rule(name="year earlier", pattern=comparisons.YEAR_EARLIER, read=comparisons.read_year_earlier, cues=("year",)),
    Rule(name="quarter", pattern=periods.QUARTER, read=periods.read_quarter, cues=("quarter", "half")),
    Rule(name="quarter code", pattern=periods.QUARTER_CODE, read=periods.read_quarter_code),
    Rule(name="months of year", pattern=periods.MONTHS_COUNTED, read=periods.read_months_counted, cues=("months",)),
    Rule(name="first months", pattern=periods.FIRST_MONTHS, read=periods.read_first_months, cues=("months",)),
    Rule(name="season and year", pattern=periods.SEASON_YEAR, read=periods.read_season_year, cues=SEASON_CUES),
    Rule(name="season", pattern=periods.SEASON_ONLY, read=periods.read_season, cues=SEASON_CUES),
    Rule(
        name="holiday", pattern=holidays.HOLIDAY, read=holidays.read_holiday, cues=("new year", "christmas", "thanksg")
    ),
    Rule(name="near day", pattern=relative.NEAR_DAY, read=relative.read_near_day),
    Rule(name="part of day", pattern=relative.NEAR_DAY_PART, read=relative.read_near_day_part),
    Rule(name="near unit", pattern=relative.NEAR_UNIT, read=relative.read_near_unit),
    Rule(name="near season", pattern=relative.NEAR_SEASON, read=relative.read_near_season, cues=SEASON_CUES),
    Rule(name="near month", pattern=relative.NEAR_MONTH, read=relative.read_near_month),
    Rule(name="weekday", pattern=weekdays.WEEKDAY_NAMED, read=weekdays.read_weekday, cues=("day",)),
    Rule(name="weekday beside", pattern=weekdays.WEEKDAY_BESIDE, read=weekdays.read_weekday_beside, cues=("day",)),
    Rule(name="weekend", pattern=weekdays.THE_WEEKEND, read=weekdays.read_weekend, cues=("weekend",)),
    Rule(name="ago", pattern=relative.AGO, read=relative.read_ago, cues=("ago",)),
    Rule(name="from now", pattern=relative.FROM_NOW, read=relative.read_from_now, cues=("from now",)),
    Rule(name="part of unit", pattern=relative.PART_OF_UNIT, read=relative.read_part_of_unit),
    Rule(name="year-end", pattern=relative.YEAR_END, read=relative.read_year_end, cues=("year",)),
    Rule(name="the year", pattern=relative.THE_YEAR, read=relative.read_the_year, cues=("year",)),
    Rule(name="same unit", pattern=anchored.SAME_UNIT, read=anchored.read_same_unit),
    Rule(name="month beside", pattern=anchored.MONTH_BESIDE, read=anchored.read_month_beside, cues=("year",)),
    Rule(name="next unit", pattern=anchored.NEXT_UNIT, read=anchored.read_next_unit),
    Rule(
        name="counted",
        pattern=anchored.COUNTED,
        read=anchored.read_counted,
        cues=("earlier", "later", "before", "previously", "afterward"),
    ),
    Rule(name="the day", pattern=anchored.THE_DAY, read=anchored.read_the_day, cues=("day",)),
    Rule(
        name="the period",
        pattern=comparisons.THE_PERIOD,
        read=comparisons.read_the_period,
        cues=("quarter", "half", "period"),
    ),
    Rule(name="month", pattern=months.MONTH_ONLY, read=months.read_month),
)
