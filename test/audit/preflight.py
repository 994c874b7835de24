"""Validates CloudFormation templates with cdk-preflight and with the engine of the AWS CDK that it extends.

usage: preflight.py TEMPLATE... ; prints a JSON list of findings, each with the template's position, the rule, the
resource and the description. All templates are stacks of one app, so that the rules are loaded once.
"""

import json
import os
import sys
import tempfile

from aws_cdk import App, LegacyStackSynthesizer, Stack
from aws_cdk.cloudformation_include import CfnInclude
from cdk_preflight import Preflight


def findings(report):
    for plugin in report["pluginReports"]:
        for violation in plugin["violations"]:
            for construct in violation["violatingConstructs"]:
                resource = construct["cloudFormationResource"]
                yield {
                    "template": int(resource["templatePath"].removeprefix("S").removesuffix(".template.json")),
                    "rule": violation["ruleName"],
                    "resource": resource["logicalId"],
                    "description": violation["description"],
                }


with tempfile.TemporaryDirectory() as folder:
    app = App(outdir=folder, analytics_reporting=False)
    # Findings are for the caller to judge; they are not to stop the synthesis.
    Preflight.apply(app, enforce=False)
    for at, template in enumerate(sys.argv[1:]):
        # It adds nothing of its own to the template, such as the version of a bootstrap stack.
        CfnInclude(Stack(app, f"S{at}", synthesizer=LegacyStackSynthesizer()), "Template", template_file=template)
    app.synth()
    with open(os.path.join(folder, "validation-report.json"), encoding="utf8") as file:
        print(json.dumps(list(findings(json.load(file)))))
