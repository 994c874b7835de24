// The kinds of resources of Lambda.

import { alike, type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const LAMBDA = {
  'aws:lambda/eventSourceMapping:EventSourceMapping': {
    // Lambda rejects a second mapping of a function with the same source.
    identity: once('functionName', 'eventSourceArn'),
    cost: { free: 'polls of queues are billed with the function; reads of streams by Lambda are free' },
    replacedBy: [
      'amazonManagedKafkaEventSourceConfig',
      'eventSourceArn',
      'queues',
      'selfManagedEventSource',
      'selfManagedKafkaEventSourceConfig',
      'startingPosition',
      'startingPositionTimestamp',
      'topics',
    ],
    name: 'assigned',
    count: 'none',
    texts: 'short',
  },
  'aws:lambda/function:Function': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: ['name', 'packageType'],
    name: {
      input: 'name',
      what: 'function',
      service: 'Lambda',
      most: 64,
      fewest: 1,
      ...WORD,
    },
    count: 'bounded',
    texts: 'short',
  },
  'aws:lambda/permission:Permission': {
    // Its statement id is generated.
    identity: alike('function', 'principal', 'sourceArn'),
    cost: { free: 'permissions' },
    replacedBy: [
      'action',
      'eventSourceToken',
      'function',
      'functionUrlAuthType',
      'principal',
      'principalOrgId',
      'qualifier',
      'sourceAccount',
      'sourceArn',
      'statementId',
      'statementIdPrefix',
    ],
    name: {
      input: 'statementId',
      isLogical: true,
      what: 'permission',
      service: 'Lambda',
      most: 100,
      fewest: 1,
      ...WORD,
    },
    count: 'bounded',
    texts: 'statement',
  },
} as const satisfies KindDefinitions;
