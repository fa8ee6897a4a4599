"""Have Prefect's server call a webhook whenever a run of Newsledger's fails: `python notify_of_failures.py URL`.

Needs PREFECT_API_URL. Run it once; again, with another URL, it replaces what it made. For mail, Slack, Teams and others
take their block in place of `CustomWebhookNotificationBlock` (prefect.blocks.notifications).
"""

import sys
from contextlib import suppress

from prefect.automations import Automation, EventTrigger
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.events.actions import SendNotification
from prefect.exceptions import ObjectNotFound

NAME = "newsledger-failures"
SUBJECT = "Newsledger: {{ flow_run.name }} has failed"
BODY = "{{ flow_run.state.message }}"


def main(url: str) -> None:
    """Save the webhook as a block, and the automation that calls it."""
    webhook = CustomWebhookNotificationBlock(
        name=NAME, url=url, json_data={"subject": "{{subject}}", "body": "{{body}}"}
    )
    block_id = webhook.save(NAME, overwrite=True)
    with suppress(ObjectNotFound, ValueError):  # the first time
        Automation.read(name=NAME).delete()
    Automation(
        name=NAME,
        trigger=EventTrigger(
            expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
            match={"prefect.resource.id": "prefect.flow-run.*"},
            match_related={"prefect.resource.role": "tag", "prefect.resource.id": "prefect.tag.newsledger"},
            posture="Reactive",
            threshold=1,
        ),
        actions=[SendNotification(block_document_id=block_id, subject=SUBJECT, body=BODY)],
    ).create()


if __name__ == "__main__":
    main(sys.argv[1])
