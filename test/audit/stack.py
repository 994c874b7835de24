"""Deploys a template on moto, and prints as JSON what the stand-in's services then say is there.

moto's CloudFormation knows no alarms: those are put with CloudWatch's own API, whose parameters have the same names.
"""

import contextlib
import json
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="local", AWS_SECRET_ACCESS_KEY="local")

import boto3  # noqa: E402
from moto.cloudformation.parsing import get_model_map  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

path, region, code = sys.argv[1:]
ALARM = "AWS::CloudWatch::Alarm"


def deploy(template, client):
    """Makes the stack; gives its status and the physical name of each resource by logical id."""
    parameters = {name: "code" if name == "CodeBucket" else name for name in template["Parameters"]}
    s3 = client("s3")
    s3.create_bucket(Bucket="code")
    for key in parameters.values():
        s3.upload_file(code, "code", key)
    client("cloudformation").create_stack(
        StackName="payment",
        TemplateBody=json.dumps(template),
        Capabilities=["CAPABILITY_NAMED_IAM"],
        Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
    )
    (stack,) = client("cloudformation").describe_stacks(StackName="payment")["Stacks"]
    made = client("cloudformation").describe_stack_resources(StackName="payment")["StackResources"]
    names = {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in made if "PhysicalResourceId" in item}
    return stack["StackStatus"], names


def for_moto(template):
    """The template without what moto stops at: outputs, tags of keys, and attributes of kinds that it does not know."""
    types = {name: item["Type"] for name, item in template["Resources"].items()}

    def replace(value):
        if isinstance(value, list):
            return [replace(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "Fn::GetAtt" in value and types[value["Fn::GetAtt"][0]] not in get_model_map():
            return ".".join(value["Fn::GetAtt"])
        return {key: replace(item) for key, item in value.items()}

    resources = replace(template["Resources"])
    for item in resources.values():
        if item["Type"] == "AWS::KMS::Key":
            item["Properties"].pop("Tags")
    return {**template, "Resources": resources, "Outputs": {}}


def resolve(value, names):
    """Follows references to resources of the stack."""
    if isinstance(value, list):
        return [resolve(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    if "Fn::GetAtt" in value:
        queue, attribute = value["Fn::GetAtt"]
        assert attribute == "QueueName", f"an alarm refers to {attribute}"
        return names[queue].rsplit("/", 1)[-1]
    return names[value["Ref"]] if "Ref" in value else {key: resolve(item, names) for key, item in value.items()}


def observe(client):
    """What there is."""
    dynamodb, sqs, gateway = map(client, ("dynamodb", "sqs", "apigateway"))
    methods = [
        {"path": resource["path"], **gateway.get_method(restApiId=api, resourceId=resource["id"], httpMethod=method)}
        for api in [item["id"] for item in gateway.get_rest_apis()["items"]]
        for resource in gateway.get_resources(restApiId=api)["items"]
        for method in resource.get("resourceMethods", {})
    ]
    return {
        "tables": [dynamodb.describe_table(TableName=name)["Table"] for name in dynamodb.list_tables()["TableNames"]],
        "queues": [
            sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
            for url in sqs.list_queues().get("QueueUrls", [])
        ],
        "alarms": client("cloudwatch").describe_alarms()["MetricAlarms"],
        "methods": methods,
    }


def main():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()

    def client(service):
        return boto3.client(service, region_name=region, endpoint_url=f"http://{host}:{port}")

    with open(path) as file:
        template = json.load(file)
    alarms = [item["Properties"] for item in template["Resources"].values() if item["Type"] == ALARM]
    resources = template["Resources"].items()
    # moto's CloudFormation does not create kinds that it does not know, such as a group of schedules.
    unknown = {key: item["Properties"].get("Name") for key, item in resources if item["Type"] not in get_model_map()}
    status, names = deploy(for_moto(template), client)
    for alarm in alarms:
        client("cloudwatch").put_metric_alarm(**resolve(alarm, unknown | names))
    observed = {"status": status, **observe(client)}
    server.stop()
    return observed


with contextlib.redirect_stdout(sys.stderr):
    result = main()
print(json.dumps(result, default=str))
