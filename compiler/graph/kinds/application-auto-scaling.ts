// The kinds of resources of Application Auto Scaling.

import { type KindDefinitions, once } from './definition';

/** The definitions, by Pulumi type token. */
export const APPLICATION_AUTO_SCALING = {
  'aws:appautoscaling/policy:Policy': {
    identity: once('resourceId', 'scalableDimension'),
    cost: { free: 'Application Auto Scaling; its alarms are free, the capacity is billed with the table' },
    replacedBy: ['name', 'resourceId', 'scalableDimension', 'serviceNamespace'],
    name: {
      input: 'name',
      isLogical: true,
      what: 'scaling policy',
      service: 'Application Auto Scaling',
      most: 255,
      fewest: 1,
      character: /[^\p{Cc}]/u,
    },
    count: 'bounded',
    texts: 'short',
  },
  'aws:appautoscaling/target:Target': {
    identity: once('resourceId', 'scalableDimension'),
    cost: { free: 'Application Auto Scaling; the capacity is billed with the table' },
    replacedBy: ['resourceId', 'scalableDimension', 'serviceNamespace'],
    name: 'assigned',
    count: 'bounded',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
