// Edits of the class `delivery gap`: changes after which a trigger misses or repeats events.

import type { Edit } from './changed-spec';
import { SPEC, testClass } from './class-rows';

const TRIGGERS = `
    triggers:
      changes: { table: t, onFailure: q }
      jobs: { queue: jobs, filters: [{ body: { kind: [a] } }, { body: { kind: [b] } }] }
      nightly: { schedule: cron(0 3 * * ? *) }
`;

/** Gives the spec triggers of each kind, a second function that could have them, and queues. */
const FIRST: readonly Edit[] = [
  ['    indexes:\n', '    stream: NEW_AND_OLD_IMAGES\n    indexes:\n'],
  ['  q: { requireTls', '  jobs: { visibilityTimeoutSeconds: 60 }\n  q: { requireTls'],
  ['queues: { q: [SendMessage] } }', `queues: { q: [SendMessage] } }${TRIGGERS}`],
];
const removal = (line: string): Edit => [`      ${line}\n`, ''];

testClass('delivery gap', {
  spec: FIRST.reduce((text, [from, to]) => text.replace(from, to), SPEC),
  has: {
    'other content of a stream that a trigger reads': {
      edits: [['stream: NEW_AND_OLD_IMAGES', 'stream: NEW_IMAGE']],
      path: 'tables.t.stream',
      reason: /the stream of table "t" is replaced; changes that triggers have not read are lost/,
    },
    'a removed trigger of a table': {
      edits: [removal('changes: { table: t, onFailure: q }')],
      path: 'functions.f.triggers.changes',
      reason: /changes of table "t" are no longer delivered to f/,
    },
    'a removed schedule': {
      edits: [removal('nightly: { schedule: cron(0 3 * * ? *) }')],
      path: 'functions.f.triggers.nightly',
      reason: /schedule "nightly" no longer invokes f/,
    },
    'the starting position LATEST': {
      edits: [['{ table: t,', '{ table: t, startingPosition: LATEST,']],
      path: 'functions.f.triggers.changes.startingPosition',
      reason: /replaced, and changes of table "t" during the replacement are not delivered/,
    },
    'the starting position TRIM_HORIZON': {
      first: ['{ table: t,', '{ table: t, startingPosition: LATEST,'],
      edits: [['startingPosition: LATEST', 'startingPosition: TRIM_HORIZON']],
      path: 'functions.f.triggers.changes.startingPosition',
      reason: /receives the changes of table "t" of the last 24 hours again/,
    },
    'another source': {
      edits: [
        ['queue: jobs,', 'queue: others,'],
        ['  jobs: {', '  others: { visibilityTimeoutSeconds: 60 }\n  jobs: {'],
      ],
      path: 'functions.f.triggers.jobs',
      reason: /messages of queue "jobs" are no longer delivered to f/,
    },
    'an added trigger of a stream with earlier changes': {
      first: removal('changes: { table: t, onFailure: q }'),
      edits: [['    triggers:\n', '    triggers:\n      changes: { table: t, onFailure: q }\n']],
      path: 'functions.f.triggers.changes',
      reason: /also receives the changes of table "t" of the last 24 hours/,
    },
    'a removed filter': {
      edits: [[', { body: { kind: [b] } }', '']],
      path: 'functions.f.triggers.jobs.filters',
      reason: /Lambda deletes messages of queue "jobs" that match no filter/,
    },
    'other times of a schedule': {
      edits: [['cron(0 3 * * ? *)', 'cron(0 4 * * ? *)']],
      path: 'functions.f.triggers.nightly.schedule',
      reason: /from cron\(0 3 \* \* \? \*\) in UTC to cron\(0 4 \* \* \? \*\) in UTC/,
    },
    'another time zone': {
      edits: [['cron(0 3 * * ? *)', 'cron(0 3 * * ? *), timeZone: Europe/Berlin']],
      path: 'functions.f.triggers.nightly.timeZone',
      reason: /to cron\(0 3 \* \* \? \*\) in Europe\/Berlin/,
    },
  },
  hasNot: {
    'another name of a trigger with the same source': [['changes: {', 'updates: {']],
    'an added filter': [[', { body: { kind: [b] } }', ', { body: { kind: [b] } }, { body: { kind: [c] } }']],
    'all filters removed': [[', filters: [{ body: { kind: [a] } }, { body: { kind: [b] } }]', '']],
    'an added stream with its trigger': [
      ['  other: { partitionKey: { name: id },', '  other: { partitionKey: { name: id }, stream: KEYS_ONLY,'],
      ['    triggers:\n', '    triggers:\n      others: { table: other, onFailure: q }\n'],
    ],
    'other limits of a trigger': [['{ table: t,', '{ table: t, batchSize: 5, maximumRetryAttempts: 3,']],
  },
});
