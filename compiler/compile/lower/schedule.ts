// Lowers schedules of functions to EventBridge Scheduler, with their group, and a role that may only invoke the function.

import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { functionHandle, queueHandle, SCHEDULES, scheduleHandle, scheduleName } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { ACCOUNT_ID, jsonText, type Value } from '../../graph/value';
import { isFrom, type ScheduleTrigger } from '../../language/expand/triggers';
import { customerKeyArn } from './encryption';
import { allow, compact, policyDocument, type Statement } from './policy';
import { assumableRole } from './role';
import { type LowerContext, resource } from './section';

/** The group of all schedules of the environment; empty without schedules. */
export function lowerScheduleGroup({ environment, originOf }: LowerContext): AnyResourceNode[] {
  if (!environment.facts.triggers.some(isFrom('schedule'))) return [];
  const inputs = { name: physicalName(environment, SCHEDULES.name), tags: environment.tags };
  return [resource(SCHEDULES, originOf(['functions']), inputs)];
}

/** The schedules of a function, and their role; empty without schedules. */
export function lowerSchedules(
  context: LowerContext,
  lambda: string,
  schedules: readonly ScheduleTrigger[],
): AnyResourceNode[] {
  if (schedules.length === 0) return [];
  const { environment, originOf } = context;
  const origin = originOf(['functions', lambda, 'triggers']);
  const role = scheduleRole(lambda);
  const policy = resource(handle('aws:iam/rolePolicy:RolePolicy', `${role.name}-policy`), origin, {
    role: role.ref('id'),
    policy: policyDocument(compact(scheduleStatements(context, lambda, schedules))),
  });
  return [
    assumableRole(
      environment,
      role,
      origin,
      'scheduler.amazonaws.com',
      {
        name: physicalName(environment, `schedules-${lambda}`),
        description: `Role for schedules that invoke ${lambda}`,
      },
      // Protects against the confused deputy problem (EventBridge Scheduler User Guide, "Confused deputy prevention").
      { StringEquals: { 'aws:SourceAccount': ACCOUNT_ID, 'aws:SourceArn': SCHEDULES.ref('arn') } },
    ),
    policy,
    ...schedules.map((trigger) => lowerSchedule(context, trigger, policy)),
  ];
}

const scheduleRole = (lambda: string) => handle('aws:iam/role:Role', `schedules-role-${lambda}`);

/** The permissions of the role: to invoke the function, to send to the dead-letter queues, and to use the key. */
function scheduleStatements(
  { environment }: LowerContext,
  lambda: string,
  schedules: readonly ScheduleTrigger[],
): Statement[] {
  const key = customerKeyArn(environment);
  const queues = [...new Set(schedules.flatMap(({ deadLetterQueue }) => deadLetterQueue ?? []))];
  return [
    allow(['lambda:InvokeFunction'], functionHandle(lambda).ref('arn')),
    ...queues.map((queue) => allow(['sqs:SendMessage'], queueHandle(queue).ref('arn'))),
    ...(key === undefined ? [] : [allow(['kms:Decrypt', ...(queues.length > 0 ? ['kms:GenerateDataKey'] : [])], key)]),
  ];
}

function lowerSchedule(
  { environment, originOf }: LowerContext,
  trigger: ScheduleTrigger,
  policy: AnyResourceNode,
): AnyResourceNode {
  const { flexibleWindowMinutes: minutes, deadLetterQueue, input } = trigger;
  return resource(
    scheduleHandle(trigger.function, trigger.name),
    originOf(['functions', trigger.function, 'triggers', trigger.name]),
    {
      name: scheduleName(trigger.function, trigger.name),
      groupName: SCHEDULES.ref('name'),
      scheduleExpression: trigger.schedule,
      scheduleExpressionTimezone: trigger.timeZone,
      flexibleTimeWindow: minutes === 0 ? { mode: 'OFF' } : { mode: 'FLEXIBLE', maximumWindowInMinutes: minutes },
      kmsKeyArn: customerKeyArn(environment),
      target: {
        arn: functionHandle(trigger.function).ref('arn'),
        roleArn: scheduleRole(trigger.function).ref('arn'),
        retryPolicy: {
          maximumRetryAttempts: trigger.maximumRetryAttempts,
          maximumEventAgeInSeconds: trigger.maximumEventAgeSeconds,
        },
        deadLetterConfig: deadLetterQueue === undefined ? undefined : { arn: queueHandle(deadLetterQueue).ref('arn') },
        input: input === undefined ? undefined : jsonText(input as Value),
      },
    },
    // Before the policy exists, an invocation would fail.
    { dependsOn: [policy.id] },
  );
}
