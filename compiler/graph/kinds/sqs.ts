// The kinds of resources of SQS.

import { type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const SQS = {
  'aws:sqs/queue:Queue': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: ['name', 'namePrefix', 'fifoQueue'],
    holdsData: true,
    // The only dot is in the suffix .fifo, which the compiler appends.
    name: { input: 'name', what: 'queue', service: 'SQS', most: 80, fewest: 1, ...WORD },
    count: 'none',
    texts: 'short',
  },
  'aws:sqs/queuePolicy:QueuePolicy': {
    identity: once('queueUrl'),
    cost: { free: 'permissions' },
    replacedBy: ['queueUrl'],
    name: 'assigned',
    count: 'bounded',
    texts: 'fixed',
  },
  'aws:sqs/redriveAllowPolicy:RedriveAllowPolicy': {
    identity: once('queueUrl'),
    cost: { free: 'settings of a queue' },
    replacedBy: ['queueUrl'],
    name: 'assigned',
    count: 'bounded',
    // Names of at most 10 queues.
    texts: 'fixed',
  },
  'aws:sqs/redrivePolicy:RedrivePolicy': {
    identity: once('queueUrl'),
    cost: { free: 'settings of a queue' },
    replacedBy: ['queueUrl'],
    name: 'assigned',
    count: 'bounded',
    texts: 'fixed',
  },
} as const satisfies KindDefinitions;
