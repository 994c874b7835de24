// Lowers queues.

import type { Environment, Fifo, Queue } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { queueHandle } from '../../graph/handles';
import type { Inputs } from '../../graph/kind';
import { physicalName } from '../../graph/physical-name';
import { partition } from '../../graph/region';
import { ACCOUNT_ID, interpolate, jsonText, type Text } from '../../graph/value';
import { queueEncryption } from './encryption';
import { denyPlainText, policyDocument } from './policy';
import { type LowerContext, resource } from './section';

/** The end of the name of a FIFO queue, which SQS requires (Amazon SQS API Reference, CreateQueue). */
const FIFO_SUFFIX = '.fifo';

/** A queue, the policy that requires TLS, and the policies of redrive: its own, and the one for the sources of a dead-letter queue. */
export function lowerQueue(context: LowerContext, name: string, queue: Queue): AnyResourceNode[] {
  const { environment, originOf } = context;
  const origin = originOf(['queues', name]);
  const thisQueue = queueHandle(name);
  return [
    resource(thisQueue, origin, {
      name: queueName(environment, name, queue),
      ...fifoSettings(queue.fifo),
      messageRetentionSeconds: queue.messageRetentionSeconds,
      visibilityTimeoutSeconds: queue.visibilityTimeoutSeconds,
      // The provider's default is 0.
      delaySeconds: queue.delaySeconds || undefined,
      maxMessageSize: queue.maximumMessageSizeBytes,
      ...queueEncryption(environment),
      tags: environment.tags,
    }),
    ...(queue.requireTls
      ? [
          resource(handle('aws:sqs/queuePolicy:QueuePolicy', `${name}-policy`), origin, {
            queueUrl: thisQueue.ref('url'),
            policy: policyDocument([denyPlainText('sqs:*', thisQueue.ref('arn'))]),
          }),
        ]
      : []),
    ...lowerRedriveAllow(context, name),
    ...lowerRedrive(context, name, queue),
  ];
}

function queueName(environment: Environment, name: string, { fifo }: Queue): string {
  return `${physicalName(environment, name)}${fifo === undefined ? '' : FIFO_SUFFIX}`;
}

function fifoSettings(fifo: Fifo | undefined): Partial<Inputs<'aws:sqs/queue:Queue'>> {
  if (fifo === undefined) return {};
  const { contentBasedDeduplication, throughput } = fifo;
  return {
    fifoQueue: true,
    contentBasedDeduplication,
    // The provider computes both inputs, so that an update without them would keep the deployed values.
    ...(throughput === 'perMessageGroup'
      ? { deduplicationScope: 'messageGroup', fifoThroughputLimit: 'perMessageGroupId' }
      : { deduplicationScope: 'queue', fifoThroughputLimit: 'perQueue' }),
  };
}

const allowHandle = (queue: string) =>
  handle('aws:sqs/redriveAllowPolicy:RedriveAllowPolicy', `${queue}-redrive-allow-policy`);

/** The policy of a dead-letter queue that allows its sources only. A resource of its own, because the provider never removes an inline one. */
function lowerRedriveAllow({ environment, originOf }: LowerContext, name: string): AnyResourceNode[] {
  const sources = Object.entries(environment.queues).filter(([, queue]) => queue.deadLetterQueue?.queue === name);
  if (sources.length === 0) return [];
  return [
    resource(allowHandle(name), originOf(['queues', name]), {
      queueUrl: queueHandle(name).ref('url'),
      redriveAllowPolicy: jsonText({
        redrivePermission: 'byQueue',
        // Not references: the sources refer to this queue, and CloudFormation has the policies inside the queues.
        sourceQueueArns: sources.map(([source, queue]) => queueArn(environment, queueName(environment, source, queue))),
      }),
    }),
  ];
}

function lowerRedrive({ originOf }: LowerContext, name: string, { deadLetterQueue }: Queue): AnyResourceNode[] {
  if (deadLetterQueue === undefined) return [];
  const { queue, maxReceiveCount } = deadLetterQueue;
  return [
    resource(
      handle('aws:sqs/redrivePolicy:RedrivePolicy', `${name}-redrive-policy`),
      originOf(['queues', name, 'deadLetterQueue']),
      {
        queueUrl: queueHandle(name).ref('url'),
        redrivePolicy: jsonText({ deadLetterTargetArn: queueHandle(queue).ref('arn'), maxReceiveCount }),
      },
      // SQS moves messages only if the dead-letter queue allows their source.
      { dependsOn: [allowHandle(queue).id] },
    ),
  ];
}

function queueArn({ region }: Environment, name: string): Text {
  return interpolate(`arn:${partition(region)}:sqs:${region}:`, ACCOUNT_ID, `:${name}`);
}
