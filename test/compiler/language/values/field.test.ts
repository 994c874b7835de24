// Fields: lookup by path, allowed values, and the files that set them.

import { expect } from 'chai';
import { mentionsOf } from '../../../../compiler/language/compose/mentions';
import { findField } from '../../../../compiler/language/values/field';
import { describeType } from '../../../../compiler/language/values/field-type';
import { createSource, formatPlace } from '../../../../compiler/source/source';

describe('a field', () => {
  const found: Record<string, { text: string; path: (string | number)[]; type: string; required: boolean }> = {
    'by names': {
      text: 'api.throttle.rateLimit',
      path: ['api', 'throttle', 'rateLimit'],
      type: 'a number of at least 1',
      required: false,
    },
    'with any part name': {
      text: 'functions.*.timeoutSeconds',
      path: ['functions', '*', 'timeoutSeconds'],
      type: 'a whole number from 1 to 900',
      required: false,
    },
    'by an index': {
      text: 'provider.allowedAccountIds[0]',
      path: ['provider', 'allowedAccountIds', 0],
      type: 'text of the form ^[0-9]{12}$',
      required: false,
    },
    'with a dot in its name': {
      text: 'tags.cost.center',
      path: ['tags', 'cost.center'],
      type: 'text',
      required: false,
    },
    'that is required': {
      text: 'alarms.*.threshold',
      path: ['alarms', '*', 'threshold'],
      type: 'a number',
      required: true,
    },
    'with choices': {
      text: 'tables.t.partitionKey.type',
      path: ['tables', 't', 'partitionKey', 'type'],
      type: 'one of S, N, B',
      required: false,
    },
    'that is a list': {
      text: 'tables.t.indexes.i.nonKeyAttributes',
      path: ['tables', 't', 'indexes', 'i', 'nonKeyAttributes'],
      type: 'a list, each item text',
      required: false,
    },
    'that contains named parts': { text: 'queues', path: ['queues'], type: 'a map of names', required: false },
  };
  for (const [what, { text, path, type, required }] of Object.entries(found)) {
    it(`is found: ${what}`, () => {
      const field = findField(text, [{ tags: { 'cost.center': 'x' } }]);
      if ('known' in field) throw new Error(`unknown field ${text}`);
      expect({ path: field.path, type: describeType(field.schema), required: field.required }).to.deep.equal({
        path,
        type,
        required,
      });
    });
  }

  const unknown: Record<string, { text: string; around: string; step: string; nearest?: string }> = {
    'a misspelled name': { text: 'api.thortle.rateLimit', around: 'api', step: 'thortle', nearest: 'throttle' },
    'a field of a number': { text: 'logRetentionDays.x', around: 'logRetentionDays', step: 'x' },
    'an unknown section': { text: 'buckets', around: 'the spec', step: 'buckets' },
  };
  for (const [what, { text, ...expected }] of Object.entries(unknown)) {
    it(`is not found for ${what}`, () => {
      const { known, ...rest } = findField(text) as { known: readonly string[] };
      expect(rest).to.deep.equal(expected);
      expect(known.length > 0).to.equal(expected.around !== 'logRetentionDays');
    });
  }
});

describe('the files that set a field', () => {
  const over = createSource('over.yaml', 'extends: under.yaml\napi: { cache: null, throttle: { rateLimit: 5 } }\n');
  const under = createSource(
    'under.yaml',
    'api:\n  cache: { ttlSeconds: 1 }\n  throttle: { rateLimit: 9, burstLimit: 3 }\n',
  );
  const rows: Record<string, { path: string[]; mentions: unknown[] }> = {
    'with the effective file first': {
      path: ['api', 'throttle', 'rateLimit'],
      mentions: [
        ['over.yaml:2:44', 5],
        ['under.yaml:3:26', 9],
      ],
    },
    'without files that do not set it': { path: ['api', 'throttle', 'burstLimit'], mentions: [['under.yaml:3:41', 3]] },
    'with the removal of a part': {
      path: ['api', 'cache', 'ttlSeconds'],
      mentions: [
        ['over.yaml:2:8', undefined],
        ['under.yaml:2:24', 1],
      ],
    },
    'without files for a default': { path: ['api', 'metrics'], mentions: [] },
  };
  for (const [what, { path, mentions }] of Object.entries(rows)) {
    it(`are listed ${what}`, () => {
      const said = mentionsOf([over, under], path).map(({ place, value }) => [formatPlace(place), value]);
      expect(said).to.deep.equal(mentions);
    });
  }
});
