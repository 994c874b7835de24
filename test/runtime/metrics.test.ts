// The handler publishes exactly the metrics of the contract, with their units and dimensions.

import { expect } from 'chai';
import { HANDLER_METRICS } from '../../contract/handler-metrics';
import { TRANSITIONS } from '../../contract/states';
import { createJsonNumber } from '../../runtime/json';
import { type Outcome, renderMetrics } from '../../runtime/metrics';

interface Line {
  readonly [member: string]: unknown;
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit: string }[];
    }[];
  };
}

/** The outcomes of a request, by kind. */
const OUTCOMES: { readonly [K in Outcome['is']]: readonly (Outcome & { readonly is: K })[] } = {
  processed: [{ is: 'processed', currency: 'EUR', amount: createJsonNumber('10.25') }],
  replayed: [{ is: 'replayed' }],
  changed: Object.keys(TRANSITIONS).map((action) => ({ is: 'changed', action: action as keyof typeof TRANSITIONS })),
  refused: [{ is: 'refused', reason: 'invalid-payment' }],
  unavailable: [{ is: 'unavailable' }],
  failed: [
    { is: 'failed', isReported: true },
    { is: 'failed', isReported: false },
  ],
};

const LINES = Object.values(OUTCOMES)
  .flat()
  .map((outcome) => renderMetrics(outcome, 'Payments', new Date(0)) as Line);

/** Each metric of a line as one text: its name, unit and dimensions. */
function publishedIn({ _aws }: Line): string[] {
  return _aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name, Unit }) => Dimensions.map((set) => `${Name} ${Unit} [${set}]`)),
  );
}

describe('the metrics of the handler', () => {
  it('match the contract', () => {
    const listed = Object.entries(HANDLER_METRICS).flatMap(([name, { unit, dimensions }]) =>
      dimensions.map((set) => `${name} ${unit} [${set}]`),
    );
    expect([...new Set(LINES.flatMap(publishedIn))].sort()).to.deep.equal(listed.sort());
  });

  it('have a value for each declared metric and dimension', () => {
    for (const line of LINES) {
      for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
        expect(Namespace).to.equal('Payments');
        for (const { Name } of Metrics) expect(line[Name], Name).to.be.a('number');
        for (const name of Dimensions.flat()) expect(line[name], name).to.be.a('string');
      }
    }
  });
});
