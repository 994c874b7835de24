// Refusals of DynamoDB: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { INDEXED, index, TABLE } from '../samples';
import { drop, put, type Row, type Step } from './steps';

const wait =
  (milliseconds: number): Step =>
  (stack) => {
    stack.time += milliseconds;
  };

const table = (changes: Properties) => put('aws:dynamodb/table:Table', 'payments', { ...TABLE, ...changes });
const ttl = (attributeName: string, enabled = true) => ({ ttl: { attributeName, enabled } });
const stream = { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' };
const replicas = (changes: Properties = {}) => ({ ...stream, replicas: [{ regionName: 'us-west-2', ...changes }] });

/** The rows, by fact. */
export const DYNAMODB: Readonly<Record<string, Row>> = {
  'the stream of a table with replicas cannot be disabled': {
    before: [table(replicas())],
    good: [table(stream), table({})],
    refused: table({}),
    answer: 'Disabling Stream is not allowed for a Global Table replica',
  },
  'a table with replicas must have a stream of new and old images': {
    good: [table(replicas())],
    refused: table({ replicas: [{ regionName: 'us-west-2' }] }),
    answer: 'NEW_AND_OLD_IMAGES',
  },
  'a replica with deletion protection cannot be removed': {
    before: [table(replicas({ deletionProtectionEnabled: true }))],
    good: [table(replicas({ deletionProtectionEnabled: false })), table(stream)],
    refused: table(stream),
    answer: 'protected against deletion',
  },
  'a table with deletion protection cannot be deleted': {
    before: [table({ deletionProtectionEnabled: true })],
    good: [table({ deletionProtectionEnabled: false }), drop('aws:dynamodb/table:Table', 'payments')],
    refused: drop('aws:dynamodb/table:Table', 'payments'),
    answer: 'protected against deletion',
  },
  'the time-to-live attribute can only be changed after time to live is disabled': {
    before: [table(ttl('a')), wait(7_200_000)],
    good: [table(ttl('a', false)), wait(7_200_000), table(ttl('b'))],
    refused: table(ttl('b')),
    answer: 'TimeToLive is active on a different AttributeName',
  },
  'time to live can be changed at most once an hour': {
    before: [table(ttl('a')), wait(3_599_999)],
    good: [wait(1), table(ttl('a', false))],
    refused: table(ttl('a', false)),
    answer: 'Time to live has been modified multiple times',
  },
  'enabled time to live must have an attribute': {
    good: [table(ttl('a'))],
    refused: table(ttl('')),
    answer: 'cannot have an empty value',
  },
  'an index of a provisioned table must have capacity': {
    before: [
      put('aws:dynamodb/table:Table', 'payments', {
        ...{ ...INDEXED, billingMode: 'PAY_PER_REQUEST', readCapacity: undefined, writeCapacity: undefined },
        globalSecondaryIndexes: [{ name: 'a', hashKey: 'a', projectionType: 'ALL' }],
        attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
      }),
    ],
    good: [
      table({
        attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
        globalSecondaryIndexes: [index('a', 'a', 1)],
      }),
    ],
    refused: table({
      attributes: ['id', 'a'].map((name) => ({ name, type: 'S' })),
      globalSecondaryIndexes: [{ name: 'a', hashKey: 'a', projectionType: 'ALL' }],
    }),
    answer: 'capacity must be > 0 when billing mode is PROVISIONED',
  },
  'a provisioned table must have capacity, unless it was on-demand before': {
    good: [
      put('aws:dynamodb/table:Table', 'demand', {
        ...{ name: 'demand', hashKey: 'id', attributes: TABLE.attributes, billingMode: 'PAY_PER_REQUEST' },
      }),
      put('aws:dynamodb/table:Table', 'demand', {
        ...{ name: 'demand', hashKey: 'id', attributes: TABLE.attributes, billingMode: 'PROVISIONED' },
      }),
    ],
    refused: put('aws:dynamodb/table:Table', 'payments', { hashKey: 'id', attributes: TABLE.attributes, name: 'p' }),
    answer: 'must be at least 1',
  },
  'a stream must have a view type, and a view type requires a stream': {
    good: [table(stream), table({ streamEnabled: false })],
    refused: table({ streamEnabled: true }),
    answer: 'stream_view_type',
  },
  'an on-demand table must not have capacity': {
    good: [table({ billingMode: 'PAY_PER_REQUEST', readCapacity: undefined, writeCapacity: undefined })],
    refused: table({ billingMode: 'PAY_PER_REQUEST' }),
    answer: 'cannot be specified when "billing_mode" is "PAY_PER_REQUEST"',
  },
  'every attribute must be a key, and every key must be an attribute': {
    good: [put('aws:dynamodb/table:Table', 'payments', INDEXED)],
    refused: table({ attributes: INDEXED.attributes }),
    answer: 'all attributes must be indexed',
  },
};
