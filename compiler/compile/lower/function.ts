// Lowers functions, each with its log group and its role.

import type { LambdaFunction } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { functionHandle, logGroupHandle, queueHandle, roleHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { customerKeyArn } from './encryption';
import { lowerLogGroup } from './log-group';
import { functionLogGroup } from './log-group-name';
import { hasVariables, lowerRole } from './role';
import { type LowerContext, resource } from './section';
import { lowerTriggers } from './trigger';

/** A function, its log group, its role and the role's policies, and its triggers. */
export function lowerFunction(context: LowerContext, name: string, lambda: LambdaFunction): AnyResourceNode[] {
  const { environment, bodySchema, originOf } = context;
  const origin = originOf(['functions', name]);
  const functionName = physicalName(environment, name);
  const logGroup = lowerLogGroup(context, logGroupHandle(name), origin, functionLogGroup(functionName));
  const role = lowerRole(context, name, lambda);
  const policies = role.filter(({ kind }) => kind === 'aws:iam/rolePolicy:RolePolicy').map(({ id }) => id);

  const node = resource(
    functionHandle(name),
    origin,
    {
      name: functionName,
      role: roleHandle(name).ref('arn'),
      code: {
        $: 'bundle',
        entry: lambda.entry,
        runtime: lambda.runtime,
        tracing: environment.tracing,
        ...(bodySchema && { bodySchema }),
      },
      handler: `index.${lambda.handler}`,
      runtime: lambda.runtime,
      architectures: [lambda.architecture],
      memorySize: lambda.memorySizeMegabytes,
      timeout: lambda.timeoutSeconds,
      reservedConcurrentExecutions: lambda.reservedConcurrency,
      environment: hasVariables(lambda) ? { variables: lambda.environment } : undefined,
      kmsKeyArn: hasVariables(lambda) ? customerKeyArn(environment) : undefined,
      deadLetterConfig:
        lambda.deadLetterQueue === undefined
          ? undefined
          : { targetArn: queueHandle(lambda.deadLetterQueue).ref('arn') },
      tracingConfig: { mode: environment.tracing ? 'Active' : 'PassThrough' },
      tags: environment.tags,
    },
    // If the log group does not exist, Lambda creates one that never expires; before the policies exist, requests fail.
    { dependsOn: [logGroup.id, ...policies] },
  );
  return [logGroup, ...role, node, ...lowerTriggers(context, name, policies)];
}
