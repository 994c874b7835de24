"""Reads and writes the table and the queue of a local run with boto3, as docs/commands.md shows."""

import json
import sys

import boto3
from boto3.dynamodb.conditions import Key

dynamodb_url, sqs_url = sys.argv[1:]
credentials = {
    "region_name": "us-east-1",
    "aws_access_key_id": "local",
    "aws_secret_access_key": "local",
}
tables = boto3.resource("dynamodb", endpoint_url=dynamodb_url, **credentials)
sqs = boto3.client("sqs", endpoint_url=sqs_url, **credentials)

table = next(iter(tables.tables.all()))
stored = table.get_item(Key={"id": "pay-1"}, ConsistentRead=True)["Item"]
listed = table.query(IndexName="status-index", KeyConditionExpression=Key("status").eq(stored["status"]))
try:
    table.put_item(Item={"id": "pay-1"}, ConditionExpression="attribute_not_exists(id)")
    refused = None
except table.meta.client.exceptions.ConditionalCheckFailedException as error:
    refused = error.response["Error"]["Code"]

[queue] = sqs.list_queues()["QueueUrls"]
sqs.send_message(QueueUrl=queue, MessageBody="failed-event")
[message] = sqs.receive_message(QueueUrl=queue)["Messages"]
sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])

print(json.dumps({
    "key": table.key_schema[0]["AttributeName"],
    "id": stored["id"],
    "amount": str(stored["amount"]),
    "listed": [item["id"] for item in listed["Items"]],
    "refused": refused,
    "message": message["Body"],
    "left": sqs.receive_message(QueueUrl=queue).get("Messages", []),
}))
