// The kinds of resources of AWS Backup.

import { alike, type KindDefinitions, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const BACKUP = {
  'aws:backup/plan:Plan': {
    identity: alike('name'),
    cost: 'billed',
    replacedBy: ['name'],
    name: {
      input: 'name',
      what: 'backup plan',
      service: 'AWS Backup',
      most: 50,
      fewest: 1,
      character: /[A-Za-z0-9_.-]/,
    },
    count: 'fixed',
    texts: 'short',
  },
  'aws:backup/selection:Selection': {
    identity: alike('planId', 'name'),
    cost: { free: 'part of the plan' },
    replacedBy: ['name', 'planId', 'iamRoleArn', 'resources', 'notResources', 'conditions', 'selectionTags'],
    name: 'bounded',
    count: 'fixed',
    texts: 'short',
  },
  'aws:backup/vault:Vault': {
    identity: once('name'),
    cost: { free: 'the backups are billed with the plan' },
    replacedBy: ['name', 'kmsKeyArn'],
    holdsData: true,
    name: {
      input: 'name',
      what: 'backup vault',
      service: 'AWS Backup',
      most: 50,
      fewest: 2,
      ...WORD,
    },
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
