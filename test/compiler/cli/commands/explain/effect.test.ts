// The effect of a field, found by compiling the spec with another value.

import { expect } from 'chai';
import { effectOf } from '../../../../../compiler/cli/commands/explain/effect';
import { findField } from '../../../../../compiler/language/values/field';
import { compileProject, SURROUNDINGS } from '../../../../spec';

const SPEC = `
project: p
environment: e
suffix: s
monitoring: { generatedAlarms: false, dashboard: false }
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
variables: { UNUSED: { default: u } }
tables:
  t: { partitionKey: { name: id }, billingMode: PROVISIONED, capacity: { read: { units: 1 }, write: { units: 1 } } }
queues: { q: {}, r: {} }
functions:
  f: { entry: runtime/handler.ts, deadLetterQueue: q, access: { queues: { q: [SendMessage], r: [SendMessage] } } }
alarms:
  m: { metric: { resource: functions.f, name: Errors, statistic: Sum }, threshold: 1 }
`;

function effect(text: string) {
  const { resolved, diagnostics } = compileProject('s.yaml', { 's.yaml': SPEC });
  if (resolved === undefined) throw new Error(diagnostics[0]?.message);
  const field = findField(text);
  if ('known' in field) throw new Error(`unknown field ${text}`);
  const { effect: found, refusals } = effectOf(resolved.spec, field.path, SURROUNDINGS);
  if (found === undefined) return refusals.map(({ tried, diagnostics: [first] }) => [tried, first?.code]);
  const { resources, settings } = found.difference;
  const properties = resources.flatMap(({ name, impact, properties: changed }) =>
    changed.length === 0 ? [`${impact}: ${name}`] : changed.map(({ path }) => `${impact}: ${name} ${path}`),
  );
  return { tried: found.tried, drives: [...properties, ...settings.map(({ path }) => path)] };
}

describe('the effect of a field', () => {
  const rows: Record<string, { path: string; effect: unknown }> = {
    'a number': {
      path: 'queues.q.messageRetentionSeconds',
      effect: { tried: 345601, drives: ['in place: q messageRetentionSeconds'] },
    },
    'an absent field, with its default': {
      path: 'alarms.m.periodSeconds',
      effect: { tried: 120, drives: ['in place: m-alarm period'] },
    },
    'a field without value or default, with its example': {
      path: 'functions.f.reservedConcurrency',
      effect: { tried: 101, drives: ['in place: f reservedConcurrentExecutions'] },
    },
    'a choice': {
      path: 'functions.f.architecture',
      effect: { tried: 'x86_64', drives: ['in place: f architectures[0]'] },
    },
    'a choice defined by a pattern': {
      path: 'alarms.m.metric.statistic',
      effect: { tried: 'SampleCount', drives: ['in place: m-alarm statistic'] },
    },
    'a boolean': { path: 'protect', effect: { tried: false, drives: ['safety.protect'] } },
    'the name of another part': {
      path: 'functions.f.deadLetterQueue',
      effect: { tried: 'r', drives: ['in place: f deadLetterConfig.targetArn'] },
    },
    'a list': {
      path: 'functions.f.access.queues.q',
      effect: {
        tried: ['SendMessage', 'ReceiveMessage'],
        drives: ['in place: lambda-role-f-sqs-policy policy.Statement'],
      },
    },
    'a key whose change deletes the data of its table': {
      path: 'tables.t.partitionKey.name',
      effect: { tried: 'idx', drives: ['data loss: t attributes[0].name', 'data loss: t hashKey'] },
    },
    'a field without dependents': {
      path: 'variables.UNUSED.default',
      effect: { tried: 'ux', drives: [] },
    },
    'a field that cannot change alone': { path: 'tables.t.billingMode', effect: [['PAY_PER_REQUEST', 'ENV3003']] },
  };
  for (const [what, { path, effect: expected }] of Object.entries(rows)) {
    it(`is found for ${what}`, () => expect(effect(path)).to.deep.equal(expected));
  }
});
