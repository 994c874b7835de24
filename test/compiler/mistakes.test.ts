// Frequent mistakes in specs: each causes exactly one diagnostic, which describes the mistake.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../compiler/compile/compile';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { expectGolden } from '../golden';
import { ROOT, SURROUNDINGS } from '../spec';

const folder = join(ROOT, 'test/mistakes');

/** A text of a spec, and its replacement that contains the mistake. */
interface Mistake {
  readonly file?: 'production' | 'system';
  readonly right: string;
  readonly wrong: string;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  // Typing
  'a field with a missing letter': { right: 'logRetentionDays: 365', wrong: 'logRetentionDay: 365' },
  'a nested field with two swapped letters': { right: 'burstLimit: 200', wrong: 'burstLimti: 200' },
  'a field with a letter in the wrong case': { right: 'reservedConcurrency: 200', wrong: 'reservedconcurrency: 200' },
  'a misspelled required field': { file: 'system', right: '    entry: runtime', wrong: '    entyr: runtime' },
  'a misspelled section': { right: 'functions:\n', wrong: 'function:\n' },
  'a misspelled function of a route': {
    file: 'system',
    right: 'path: /payments/{id}/refund\n      function: payment-processor',
    wrong: 'path: /payments/{id}/refund\n      function: payment-procesor',
  },
  'a misspelled name in an expression': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: "{{ tables.payment.name }}"',
  },
  'a misspelled attribute in an expression': {
    file: 'system',
    right: 'DLQ_URL: "{{ queues.payment-processor-dlq.url }}"',
    wrong: 'DLQ_URL: "{{ queues.payment-processor-dlq.ulr }}"',
  },
  'a misspelled allowed value': { right: 'billingMode: PROVISIONED', wrong: 'billingMode: PROVISONED' },
  'an allowed value in lower case': { right: 'authorization: AWS_IAM', wrong: 'authorization: aws_iam' },
  'a misspelled alarm name': {
    right: '  payment-processor-error-rate: { threshold: 1 }',
    wrong: '  payment-processor-error-rat: { threshold: 1 }',
  },
  'an unclosed expression': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }"',
  },
  'an unquoted expression': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: {{ tables.payments.name }}',
  },
  // Units
  'a duration with a unit': { file: 'system', right: 'timeoutSeconds: 28', wrong: 'timeoutSeconds: 28s' },
  'milliseconds instead of seconds': { file: 'system', right: 'timeoutSeconds: 28', wrong: 'timeoutSeconds: 28000' },
  'seconds instead of milliseconds': {
    file: 'system',
    right: 'integrationTimeoutMilliseconds: 29000',
    wrong: 'integrationTimeoutMilliseconds: 29',
  },
  'a memory size with a unit': { right: 'memorySizeMegabytes: 1024', wrong: 'memorySizeMegabytes: 1024MB' },
  'gigabytes instead of megabytes': { right: 'memorySizeMegabytes: 1024', wrong: 'memorySizeMegabytes: 1' },
  'days instead of seconds': {
    file: 'system',
    right: 'messageRetentionSeconds: 1209600',
    wrong: 'messageRetentionSeconds: 14',
  },
  'a fraction instead of percent': {
    right: 'maximum: 1000, targetUtilizationPercent: 70 } }\n      write',
    wrong: 'maximum: 1000, targetUtilizationPercent: 0.7 } }\n      write',
  },
  'a retention that CloudWatch does not support': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: 360' },
  'a quoted number': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: "365"' },
  'a number with a digit separator': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: 1_096' },
  // YAML
  'yes instead of true': { right: 'tracing: true', wrong: 'tracing: yes' },
  'a field with too much indentation': { right: '\nprotect: true', wrong: '\n  protect: true' },
  'a field with too little indentation': {
    right: '    memorySizeMegabytes: 1024\n    reservedConcurrency: 200',
    wrong: '    memorySizeMegabytes: 1024\n  reservedConcurrency: 200',
  },
  'a tab instead of spaces': { right: '    memorySizeMegabytes: 1024', wrong: '\tmemorySizeMegabytes: 1024' },
  'a duplicate key': { right: 'protect: true', wrong: 'protect: true\nprotect: false' },
  'a colon without a space': { right: 'protect: true', wrong: 'protect:true' },
  'a key without a value': { right: '    memorySizeMegabytes: 1024', wrong: '    memorySizeMegabytes:' },
  'an unclosed brace': { right: 'threshold: 1 }', wrong: 'threshold: 1' },
  'a list instead of a map': {
    right: 'alarms:\n  payment-processor-error-rate: { threshold: 1 }',
    wrong: 'alarms:\n  - payment-processor-error-rate: { threshold: 1 }',
  },
  // Copying between environments
  'a misspelled extended file': { right: 'extends: system.yaml', wrong: 'extends: sytem.yaml' },
  'capacity of an on-demand table': {
    right: 'billingMode: PROVISIONED',
    wrong: 'billingMode: PAY_PER_REQUEST',
  },
  'a minimum above the maximum': { right: 'minimum: 50, maximum: 1000', wrong: 'minimum: 5000, maximum: 1000' },
  'a timeout above the integration timeout': {
    right: '    reservedConcurrency: 200',
    wrong: '    reservedConcurrency: 200\n    timeoutSeconds: 30',
  },
  'all concurrency of the account reserved for one function': {
    right: 'reservedConcurrency: 200',
    wrong: 'reservedConcurrency: 1000',
  },
  'access to an unknown table': {
    file: 'system',
    right: 'tables: { payments: [GetItem, PutItem, UpdateItem, Query] }',
    wrong: 'tables: { payments: [GetItem, PutItem, UpdateItem, Query], refunds: [GetItem] }',
  },
  'a duplicate route': {
    file: 'system',
    right: '    cancel-payment:\n      method: POST\n      path: /payments/{id}/cancel',
    wrong: '    cancel-payment:\n      method: POST\n      path: /payments/{id}/refund',
  },
  'an unknown currency': { file: 'system', right: '[USD, EUR, GBP]', wrong: '[USD, EUR, UKP]' },
  'an incomplete Region': { file: 'system', right: 'region: us-east-1', wrong: 'region: us-east' },
  'a percentage threshold above 100': { right: 'threshold: 1 }', wrong: 'threshold: 101 }' },
};

describe('a frequent mistake', () => {
  const read = (path: string) => readFileSync(join(folder, 'spec', path), 'utf8');
  const lookup = (path: string) => {
    try {
      return read(path);
    } catch {
      return undefined;
    }
  };

  it('is absent in the unchanged specs', () => {
    expect(compileSpec('production.yaml', lookup, SURROUNDINGS).diagnostics).to.deep.equal([]);
  });

  for (const [name, { file = 'production', right, wrong }] of Object.entries(MISTAKES)) {
    it(name, () => {
      const text = read(`${file}.yaml`);
      expect(text.split(right).length, `${file}.yaml has it once`).to.equal(2);
      const mistaken = text.replace(right, () => wrong);
      const { diagnostics } = compileSpec(
        'production.yaml',
        (path) => (path === `${file}.yaml` ? mistaken : lookup(path)),
        SURROUNDINGS,
      );
      expectGolden(`mistakes/${name.replaceAll(' ', '-')}.txt`, `${renderDiagnostics(diagnostics)}\n`);
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).to.have.length(1);
    });
  }
});
