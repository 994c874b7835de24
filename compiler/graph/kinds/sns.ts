// The kinds of resources of SNS.

import { type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const SNS = {
  'aws:sns/topic:Topic': {
    identity: once('name'),
    cost: 'billed',
    replacedBy: ['name', 'namePrefix', 'fifoTopic'],
    name: { input: 'name', what: 'topic', service: 'SNS', most: 256, fewest: 1, ...WORD },
    count: 'fixed',
    texts: 'short',
  },
  'aws:sns/topicPolicy:TopicPolicy': {
    identity: once('arn'),
    cost: { free: 'permissions' },
    replacedBy: ['arn'],
    name: 'assigned',
    count: 'fixed',
    texts: 'fixed',
  },
  'aws:sns/topicSubscription:TopicSubscription': {
    identity: once('topic', 'protocol', 'endpoint'),
    cost: 'billed',
    replacedBy: ['topic', 'protocol', 'endpoint'],
    name: 'assigned',
    count: 'none',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
