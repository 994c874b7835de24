// The parts for events in production: the variables of their functions, the webhooks as JSON, alarms, and the OpenAPI document.

import { expect } from 'chai';
import { renderOpenApi } from '../../../compiler/backends/openapi/document';
import { resourcesOf } from '../../../compiler/graph/graph';
import type { Text } from '../../../compiler/graph/value';
import { EVENT_SETTINGS } from '../../../contract/event-settings';
import { EVENT_TYPES } from '../../../contract/events';
import { readWebhooks } from '../../../contract/webhooks';
import { compileProject, graphOf } from '../../spec';

const production = graphOf('spec/production.yaml');

/** The variables of a function by its entry. */
function variablesOf(entry: string): Readonly<Record<string, Text>> {
  const [found] = resourcesOf(production, 'aws:lambda/function:Function').filter(
    ({ inputs }) => (inputs.code as { entry?: string }).entry === entry,
  );
  return (found?.inputs.environment as { variables: Record<string, Text> } | undefined)?.variables ?? {};
}

/** A text with placeholders for what is known only after deployment. */
function textOf(text: Text | undefined): string {
  if (typeof text !== 'object') return text ?? '';
  return text.$ === 'interpolation' ? text.parts.map((part) => textOf(part)).join('') : 'X';
}

describe('the parts for events in production', () => {
  for (const [entry, names] of Object.entries(EVENT_SETTINGS)) {
    it(`give ${entry} exactly the variables that it reads`, () => {
      expect(Object.keys(variablesOf(entry)).sort()).to.deep.equal([...names].sort());
    });
  }

  it('pass the webhooks as JSON that the functions can read', () => {
    const webhooks = readWebhooks(textOf(variablesOf('runtime/deliverer.ts').WEBHOOKS));
    expect([...webhooks.keys()]).to.deep.equal(['merchant']);
    expect(webhooks.get('merchant')).to.include({
      url: 'https://merchant.example/payments',
      secret: 'arn:aws:secretsmanager:us-east-1:X:secret:payment/live/webhook-key',
      timeoutSeconds: 15,
      disableAfterSeconds: 432_000,
    });
    expect(webhooks.get('merchant')?.retryDelaysSeconds).to.have.length(9);
  });

  it('have an alarm on what each function reports', () => {
    const metrics = resourcesOf(production, 'aws:cloudwatch/metricAlarm:MetricAlarm').map(
      ({ inputs }) => inputs.metricName,
    );
    expect(metrics).to.include.members(['EventsUnpublishable', 'WebhooksDisabled', 'ReconciliationDifferences']);
  });

  it('are absent from pr1234', () => {
    const entries = resourcesOf(graphOf('spec/pr1234.yaml'), 'aws:lambda/function:Function').map(
      ({ inputs }) => (inputs.code as { entry?: string }).entry,
    );
    expect(entries).to.deep.equal(['runtime/handler.ts']);
  });
});

describe('the OpenAPI document', () => {
  it('has a webhook for each type of event, if the system sends events', () => {
    expect(Object.keys(renderOpenApi(production).webhooks ?? {})).to.deep.equal(Object.values(EVENT_TYPES));
    expect(renderOpenApi(graphOf('spec/pr1234.yaml'))).to.not.have.property('webhooks');
  });
});

describe('a webhook', () => {
  it('needs a secret that the spec has', () => {
    const spec = [
      'extends: pr1234.yaml',
      'payment:',
      '  webhooks:',
      '    shop: { url: "https://shop.example", secret: key }',
    ];
    const { diagnostics } = compileProject('spec/more.yaml', { 'spec/more.yaml': spec.join('\n') });
    const messages = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    expect(messages).to.have.length(1);
    expect(messages[0]).to.include('secret "key"');
  });
});
