# Verifies messages with the reference library of Standard Webhooks: a JSON list of headers and bodies on standard input.
import json
import sys

from standardwebhooks.webhooks import Webhook

given = json.load(sys.stdin)
webhook = Webhook(given["secret"])
for message in given["messages"]:
    webhook.verify(message["body"], message["headers"])
print(len(given["messages"]))
