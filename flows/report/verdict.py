"""Whether the last run can be trusted, in a sentence, and what is to be looked at, the gravest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.reading.report import ReportedWarehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One thing to look at: how grave it is (`bad`, `warn` or `note`), what it is, and the section that tells more."""

    gravity: str
    text: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer at a glance."""

    gravity: str
    sentence: str
    concerns: list[Concern]

    def in_a_line(self) -> str:
        """Say all of it on one line."""
        return " ".join([self.sentence, *(concern.text for concern in self.concerns)])


def verdict_on(told: ReportedWarehouse) -> Verdict:
    """Weigh what the warehouse says."""
    concerns = list(concerns_of(told))
    gravities = {concern.gravity for concern in concerns}
    if not told.runs:
        return Verdict(gravity="note", sentence="Nothing has run yet.", concerns=concerns)
    if "bad" in gravities:
        return Verdict(gravity="bad", sentence="Do not rely on the last run before you have looked.", concerns=concerns)
    if "warn" in gravities:
        return Verdict(gravity="warn", sentence="The last run is sound; some of it wants a look.", concerns=concerns)
    return Verdict(gravity="good", sentence="The last run can be trusted.", concerns=concerns)


def concerns_of(told: ReportedWarehouse) -> Iterator[Concern]:
    """Yield all that is to be looked at."""
    for part in told.state.damage:
        yield Concern(gravity="bad", text=f"Damaged: {part}", section="ledger")
    failed = [check for check in told.checks if not check["is_success"]]
    for severity, gravity in (("critical", "bad"), ("warning", "warn")):
        count = sum(check["severity"] == severity and bool(check["is_of_the_whole"]) for check in failed)
        if count:
            many = "checks of the whole fail" if count > 1 else "check of the whole fails"
            yield Concern(gravity=gravity, text=f"{count} {severity} {many}.", section="checks")
    rejected = told.state.file_counts.get("rejected", 0)
    if rejected:
        noun = "file is" if rejected == 1 else "files are"
        yield Concern(
            gravity="warn", text=f"{rejected:,} {noun} rejected, and not in the ledger.", section="rejections"
        )
    facts = sum(told.state.rejection_counts.values()) - rejected
    if facts > 0:
        noun = "single fact was" if facts == 1 else "single facts were"
        text = f"{facts:,} {noun} left out of articles that landed otherwise."
        yield Concern(gravity="note", text=text, section="rejections")
    rare = sum(int(str(check["failed_count"])) for check in failed if check["severity"] == "info")
    if rare:
        noun = "row is" if rare == 1 else "rows are"
        yield Concern(gravity="note", text=f"{rare:,} {noun} rare enough to be looked at.", section="checks")
    for correction in told.state.idle_corrections:
        text = f"A correction concerns nothing any more: {correction}."
        yield Concern(gravity="note", text=text, section="ledger")
    missing = sum(int(str(volume.row["missing_count"])) for volume in told.volumes)
    if missing:
        noun = "issue is" if missing == 1 else "issues are"
        yield Concern(gravity="note", text=f"{missing:,} {noun} missing within volumes.", section="coverage")
