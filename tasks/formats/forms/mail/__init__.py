"""Letters: newsletters and mailing lists, one message a file or many in a mailbox, an article a message.

- `message`: a message's headers and text (RFC 5322, RFC 2045).
- `digest`: messages that hold messages (RFC 1153, RFC 2046 5.1.5).
- `mailbox`: a mailbox of messages (RFC 4155).
"""

from tasks.formats.forms.form import Form
from tasks.formats.forms.mail import digest, mailbox, message

MAILBOX = Form(says="a mailbox", recognise=mailbox.recognise, cut=mailbox.cut, rule="container")
MESSAGE = Form(says="a message of e-mail", recognise=message.recognise, cut=digest.cut, version="4", read=message.read)
