// The kinds of resources of X-Ray.

import { type KindDefinitions, once } from './definition';

/** The definitions, by Pulumi type token. */
export const X_RAY = {
  'aws:xray/samplingRule:SamplingRule': {
    identity: once('ruleName'),
    cost: { free: 'sampling rules; traces are billed with the stage' },
    replacedBy: ['ruleName', 'version'],
    name: {
      input: 'ruleName',
      what: 'sampling rule',
      service: 'X-Ray',
      most: 32,
      fewest: 1,
      character: /[^\p{Cc}]/u,
    },
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
