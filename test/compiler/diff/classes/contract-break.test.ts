// Edits of the class `contract break`: changes that break callers of the API.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../../../spec';
import { between, compiled, edited } from './changed-spec';
import { testClass } from './class-rows';

testClass('contract break', {
  has: {
    'a removed route': {
      edits: [['    read: { method: GET, path: "/things/{id}", function: f }\n', '']],
      path: 'api.routes.read',
      reason: /GET \/things\/\{id\}: the route is removed/,
    },
    'another path of a route': {
      edits: [['path: /things,', 'path: /items,']],
      path: 'api.routes.list',
      reason: /GET \/things: the route is removed/,
    },
    'another method of a route': {
      edits: [['list: { method: GET', 'list: { method: PUT']],
      path: 'api.routes.list',
      reason: /GET \/things: the route is removed/,
    },
    'a removed parameter': {
      edits: [['{ from: {}, to: {} }', '{ from: {} }']],
      path: 'api.routes.list',
      reason: /parameter "to" \(query\) is removed/,
    },
    'a parameter that becomes required': {
      edits: [['{ from: {}, to: {} }', '{ from: {}, to: { required: true } }']],
      path: 'api.routes.list',
      reason: /parameter "to" \(query\) becomes required/,
    },
    'another authorization of a route': {
      edits: [
        ['list: {', 'list: { authorization: COGNITO_USER_POOLS,'],
        [
          'stage: prod',
          `stage: prod\n  cognito: { userPoolArns: ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Ab1"] }`,
        ],
      ],
      path: 'api.routes.list',
      reason: /callers must also provide bearer/,
    },
  },
  hasNot: {
    'an added route': [['  routes:\n', '  routes:\n    more: { method: GET, path: /more, function: f }\n']],
    'a route with another name in the spec': [['    read: {', '    show: {']],
    'a renamed path parameter': [['/things/{id}', '/things/{thing}']],
    'an added parameter': [['{ from: {}, to: {} }', '{ from: {}, to: {}, limit: {} }']],
    'another rate': [['rateLimit: 100', 'rateLimit: 99']],
  },
});

describe('the classes of change', () => {
  describe('of the payment API', () => {
    const text = readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8');
    const withPayment = (payment: string) =>
      compiled(
        'spec/pr1234.yaml',
        edited(text, [['environment: Production', `environment: Production\npayment: ${payment}`]]),
      );
    const rows: Record<string, [before: string, after: string, path: string, reason: RegExp]> = {
      'a removed currency': [
        '{ currencies: [USD, EUR] }',
        '{ currencies: [USD] }',
        'payment.currencies',
        /POST \/payments: field "currency" no longer accepts "EUR"/,
      ],
      'a lower maximum': [
        '{ limits: { USD: { maximum: "100" } } }',
        '{ limits: { USD: { maximum: "99.5" } } }',
        'payment.limits.USD.maximum',
        /USD above 99\.5 is rejected/,
      ],
      'a minimum': [
        '{}',
        '{ limits: { USD: { minimum: "0.50" } } }',
        'payment.limits.USD.minimum',
        /USD below 0\.50 is rejected/,
      ],
      'refusing unknown members': [
        '{}',
        '{ unknownMembers: REFUSE }',
        'payment.unknownMembers',
        /the body no longer accepts unknown fields/,
      ],
      'ignoring unknown members instead of keeping them': [
        '{ unknownMembers: KEEP }',
        '{ unknownMembers: IGNORE }',
        'payment.unknownMembers',
        /no longer kept/,
      ],
      'requiring an Idempotency-Key': [
        '{}',
        '{ idempotency: REQUIRED }',
        'payment.idempotency',
        /without an Idempotency-Key/,
      ],
    };
    for (const [what, [before, after, path, reason]] of Object.entries(rows)) {
      it(`include a contract break for ${what}, and not for the reverse edit`, () => {
        const breaks = (from: string, to: string) =>
          between(withPayment(from), withPayment(to)).filter((finding) => finding.class === 'contract break');
        const [found] = breaks(before, after);
        expect(found?.path).to.equal(path);
        expect(found?.reason).to.match(reason);
        expect(breaks(after, before)).to.deep.equal([]);
      });
    }
  });
});
