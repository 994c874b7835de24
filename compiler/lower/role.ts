// The role of a function: who may assume it, and the least that it may do.

import type { Environment, LambdaFunction } from '../../schema/environment.generated';
import type { AnyResourceNode, Origin } from '../graph/graph';
import { interpolate, jsonText, reference, type Value } from '../graph/value';
import { logGroupNode, queueNode, roleName, roleNode, tableNode } from '../resolve/logical-names';
import { physicalName } from '../resolve/resolve';
import { type LowerContext, resource } from './section';

/** A role and one policy for each service that the function uses. */
export function lowerRole(
  { environment, originOf }: LowerContext,
  name: string,
  lambda: LambdaFunction,
): AnyResourceNode[] {
  const policies: Record<string, Value[]> = {
    cloudwatch: [
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], interpolate(reference(logGroupNode(name), 'arn'), ':*')),
    ],
    dynamodb: Object.entries(lambda.access.tables).map(([table, actions]) => allowTable(environment, table, actions)),
    sqs: Object.entries(lambda.access.queues).map(([queue, actions]) =>
      allow(
        actions.map((action) => `sqs:${action}`),
        reference(queueNode(queue), 'arn'),
      ),
    ),
    // X-Ray's actions take no resource: AWS, Actions, resources, and condition keys for AWS X-Ray.
    xray: environment.tracing ? [allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*')] : [],
  };
  const origin = originOf(['functions', name, 'access']);
  return [
    assumableRole(roleName(name), originOf(['functions', name]), 'lambda.amazonaws.com', {
      name: physicalName(environment, `role-${name}`),
      description: `Tightly scoped role for ${name} Lambda function`,
      tags: environment.tags,
    }),
    ...Object.entries(policies)
      .filter(([, statements]) => statements.length > 0)
      .map(([service, statements]) =>
        resource('aws:iam/rolePolicy:RolePolicy', `${roleName(name)}-${service}-policy`, origin, {
          role: reference(roleNode(name), 'id'),
          policy: jsonText({ Version: '2012-10-17', Statement: statements }),
        }),
      ),
  ];
}

/** A role that one AWS service may assume. */
export function assumableRole(
  name: string,
  origin: Origin,
  service: string,
  inputs: { readonly name: string; readonly description: string; readonly tags: Readonly<Record<string, string>> },
): AnyResourceNode {
  return resource('aws:iam/role:Role', name, origin, {
    ...inputs,
    assumeRolePolicy: jsonText({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
    }),
  });
}

function allowTable(environment: Environment, table: string, actions: readonly string[]): Value {
  const arn = reference(tableNode(table), 'arn');
  const readsIndexes = actions.includes('Query') || actions.includes('Scan');
  const indexes = readsIndexes ? Object.keys(environment.tables[table]?.indexes ?? {}) : [];
  return allow(
    actions.map((action) => `dynamodb:${action}`),
    [arn, ...indexes.map((index) => interpolate(arn, `/index/${index}`))],
  );
}

function allow(actions: readonly string[], resources: Value): Value {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}
