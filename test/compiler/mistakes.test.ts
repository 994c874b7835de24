// Frequent mistakes in specs: each causes exactly one diagnostic, which names the mistake.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../compiler/compile';
import { renderDiagnostics } from '../../compiler/diagnostics/render';
import { expectGolden } from '../golden';
import { SURROUNDINGS } from '../spec';

const folder = join(__dirname, '..', 'mistakes');

/** A text of a spec, and the mistake that replaces it. */
interface Slip {
  readonly file?: 'production' | 'system';
  readonly right: string;
  readonly wrong: string;
}

const SLIPS: Readonly<Record<string, Slip>> = {
  // Typing
  'a letter too few in a field': { right: 'logRetentionDays: 365', wrong: 'logRetentionDay: 365' },
  'two letters swapped in a field further in': { right: 'burstLimit: 200', wrong: 'burstLimti: 200' },
  'a letter in another case': { right: 'reservedConcurrency: 200', wrong: 'reservedconcurrency: 200' },
  'a required field misspelt': { file: 'system', right: '    entry: runtime', wrong: '    entyr: runtime' },
  'a section misspelt': { right: 'functions:\n', wrong: 'function:\n' },
  'the name of a function misspelt below a route': {
    file: 'system',
    right: 'path: /payments/{id}/refund\n      function: payment-processor',
    wrong: 'path: /payments/{id}/refund\n      function: payment-procesor',
  },
  'the name of a part misspelt in an expression': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: "{{ tables.payment.name }}"',
  },
  'an attribute misspelt in an expression': {
    file: 'system',
    right: 'DLQ_URL: "{{ queues.payment-processor-dlq.url }}"',
    wrong: 'DLQ_URL: "{{ queues.payment-processor-dlq.ulr }}"',
  },
  'a choice misspelt': { right: 'billingMode: PROVISIONED', wrong: 'billingMode: PROVISONED' },
  'a choice in lower case': { right: 'authorization: AWS_IAM', wrong: 'authorization: aws_iam' },
  'an alarm misspelt, which so becomes another': {
    right: '  payment-processor-error-rate: { threshold: 1 }',
    wrong: '  payment-processor-error-rat: { threshold: 1 }',
  },
  'an expression that is not closed': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }"',
  },
  'an expression without quotation marks': {
    file: 'system',
    right: 'PAYMENTS_TABLE_NAME: "{{ tables.payments.name }}"',
    wrong: 'PAYMENTS_TABLE_NAME: {{ tables.payments.name }}',
  },
  // Units
  'a time with its unit': { file: 'system', right: 'timeoutSeconds: 28', wrong: 'timeoutSeconds: 28s' },
  'milliseconds for seconds': { file: 'system', right: 'timeoutSeconds: 28', wrong: 'timeoutSeconds: 28000' },
  'seconds for milliseconds': {
    file: 'system',
    right: 'integrationTimeoutMilliseconds: 29000',
    wrong: 'integrationTimeoutMilliseconds: 29',
  },
  'memory with its unit': { right: 'memorySizeMegabytes: 1024', wrong: 'memorySizeMegabytes: 1024MB' },
  'gigabytes for megabytes': { right: 'memorySizeMegabytes: 1024', wrong: 'memorySizeMegabytes: 1' },
  'days for seconds': {
    file: 'system',
    right: 'messageRetentionSeconds: 1209600',
    wrong: 'messageRetentionSeconds: 14',
  },
  'a share for per cent': {
    right: 'maximum: 1000, targetUtilizationPercent: 70 } }\n      write',
    wrong: 'maximum: 1000, targetUtilizationPercent: 0.7 } }\n      write',
  },
  'a retention that CloudWatch does not have': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: 360' },
  'a number in quotation marks': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: "365"' },
  'a number with a separator': { right: 'logRetentionDays: 365', wrong: 'logRetentionDays: 1_096' },
  // YAML
  'yes for true': { right: 'tracing: true', wrong: 'tracing: yes' },
  'a field indented too far': { right: '\nprotect: true', wrong: '\n  protect: true' },
  'a field indented too little': {
    right: '    memorySizeMegabytes: 1024\n    reservedConcurrency: 200',
    wrong: '    memorySizeMegabytes: 1024\n  reservedConcurrency: 200',
  },
  'a tab for spaces': { right: '    memorySizeMegabytes: 1024', wrong: '\tmemorySizeMegabytes: 1024' },
  'a key twice': { right: 'protect: true', wrong: 'protect: true\nprotect: false' },
  'no space behind the colon': { right: 'protect: true', wrong: 'protect:true' },
  'a key with nothing in it': { right: '    memorySizeMegabytes: 1024', wrong: '    memorySizeMegabytes:' },
  'a brace left open': { right: 'threshold: 1 }', wrong: 'threshold: 1' },
  'a list for a map': {
    right: 'alarms:\n  payment-processor-error-rate: { threshold: 1 }',
    wrong: 'alarms:\n  - payment-processor-error-rate: { threshold: 1 }',
  },
  // Copying between environments
  'the extended file under another name': { right: 'extends: system.yaml', wrong: 'extends: sytem.yaml' },
  'a capacity left behind where nothing is provisioned': {
    right: 'billingMode: PROVISIONED',
    wrong: 'billingMode: PAY_PER_REQUEST',
  },
  'a minimum above the maximum': { right: 'minimum: 50, maximum: 1000', wrong: 'minimum: 5000, maximum: 1000' },
  'a timeout longer than API Gateway waits': {
    right: '    reservedConcurrency: 200',
    wrong: '    reservedConcurrency: 200\n    timeoutSeconds: 30',
  },
  'all of the account for one function': { right: 'reservedConcurrency: 200', wrong: 'reservedConcurrency: 1000' },
  'a table of another environment': {
    file: 'system',
    right: 'tables: { payments: [GetItem, PutItem, UpdateItem, Query] }',
    wrong: 'tables: { payments: [GetItem, PutItem, UpdateItem, Query], refunds: [GetItem] }',
  },
  'a route copied and not changed': {
    file: 'system',
    right: '    cancel-payment:\n      method: POST\n      path: /payments/{id}/cancel',
    wrong: '    cancel-payment:\n      method: POST\n      path: /payments/{id}/refund',
  },
  'a currency that is none': { file: 'system', right: '[USD, EUR, GBP]', wrong: '[USD, EUR, UKP]' },
  'a Region without its number': { file: 'system', right: 'region: us-east-1', wrong: 'region: us-east' },
  'an alarm that no share can reach': { right: 'threshold: 1 }', wrong: 'threshold: 101 }' },
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

  for (const [name, { file = 'production', right, wrong }] of Object.entries(SLIPS)) {
    it(name, () => {
      const text = read(`${file}.yaml`);
      expect(text.split(right).length, `${file}.yaml has it once`).to.equal(2);
      const slipped = text.replace(right, () => wrong);
      const { diagnostics } = compileSpec(
        'production.yaml',
        (path) => (path === `${file}.yaml` ? slipped : lookup(path)),
        SURROUNDINGS,
      );
      expectGolden(
        `mistakes/${name.replaceAll(' ', '-').replaceAll(',', '')}.txt`,
        `${renderDiagnostics(diagnostics)}\n`,
      );
      expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).to.have.length(1);
    });
  }
});
