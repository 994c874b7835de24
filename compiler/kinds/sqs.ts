// The kinds of resources of SQS.

import { type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const SQS = {
  'aws:sqs/queue:Queue': {
    identity: once('name'),
    replacedBy: ['name', 'namePrefix', 'fifoQueue'],
    holdsData: true,
    name: { input: 'name', what: 'queue', service: 'SQS', most: 80, fewest: 1, ...WORD },
    count: 'none',
    texts: 'short',
  },
  'aws:sqs/queuePolicy:QueuePolicy': {
    identity: once('queueUrl'),
    replacedBy: ['queueUrl'],
    name: 'assigned',
    count: 'bounded',
    texts: 'fixed',
  },
} as const satisfies KindDefinitions;
