// Checks the length of the resource-based policy of a function.

import { type ResourceNode, resourcesOf } from '../../../graph/graph';
import { partition } from '../../../graph/region';
import type { Value } from '../../../graph/value';
import { deployedTexts } from '../common/deployed-text';
import { LOGICAL_SUFFIX } from '../common/physical-names';
import type { ResourceRule } from '../rule';
import { diagnose } from './text-limit';

/** The maximum size of a function's policy, in bytes (AWS Lambda quotas, "Function resource-based policy": 20 KB). */
const MOST_BYTES = 20_480;

/** ENV3201: more permissions to invoke a function than its policy can contain. */
export const functionPolicyRule: ResourceRule = {
  diagnose,
  *check({ environment: { region }, at }, graph) {
    const textOf = deployedTexts(graph);
    const functions = new Map(
      resourcesOf(graph, 'aws:lambda/function:Function').map(({ inputs, origin }) => [inputs.name, origin.steps]),
    );
    const lambda = `arn:${partition(region)}:lambda:${region}:123456789012:function:`;
    const byFunction = new Map<string, Value[]>();
    for (const node of resourcesOf(graph, 'aws:lambda/permission:Permission')) {
      const name = textOf(node.inputs.function as Value);
      const statement = statementOf(node, `${lambda}${name}`, textOf);
      byFunction.set(name, [...(byFunction.get(name) ?? []), statement]);
    }
    for (const [name, statements] of byFunction) {
      const policy = { Version: '2012-10-17', Id: 'default', Statement: statements };
      const found = Buffer.byteLength(JSON.stringify(policy));
      if (found <= MOST_BYTES) continue;
      const place = at(functions.get(name) ?? ['api', 'routes'], 'key');
      const measured = { found, most: MOST_BYTES, unit: 'bytes', service: 'Lambda' };
      const help = 'shorten the paths of its routes, or use another function for some of them';
      yield diagnose('text-beyond-limit', place, { what: 'policy of the function', name, ...measured }, { help });
    }
  },
};

/** A statement as Lambda stores it. */
function statementOf(
  { name, inputs }: ResourceNode<'aws:lambda/permission:Permission'>,
  lambda: string,
  textOf: (value: Value) => string,
): Value {
  return {
    Sid: textOf((inputs.statementId as Value | undefined) ?? `${name}${LOGICAL_SUFFIX}`),
    Effect: 'Allow',
    Principal: { Service: textOf(inputs.principal as Value) },
    Action: textOf(inputs.action as Value),
    Resource: lambda,
    Condition: { ArnLike: { 'AWS:SourceArn': textOf(inputs.sourceArn as Value) } },
  };
}
