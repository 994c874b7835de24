// How long incidents last.

import { expect } from 'chai';
import {
  FAULT_SECONDS,
  untilDisabled,
  untilRedriven,
  untilScheduled,
} from '../../../../compiler/estimates/incidents/incident-times';
import { systemOf } from '../simulation/system';

const HOUR = 3600;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 0, 2, 12) / 1000;

const environmentOf = (fields: object = {}) => systemOf('production.yaml', fields).environment;
const production = environmentOf();

describe('the length of an incident', () => {
  it('of schedules ends after the next run of each one, and its retries', () => {
    // From noon until 03:15, an hour of retries, and the usual length.
    expect(untilScheduled(production, NOON)).to.equal(15.25 * HOUR + HOUR + FAULT_SECONDS);
    // The run in the same night compares the day before the incident.
    expect(untilScheduled(production, NOON - 11 * HOUR)).to.equal(26.25 * HOUR + HOUR + FAULT_SECONDS);
    const nightly = { schedule: 'at(2020-01-01T00:00:00)' };
    const past = environmentOf({ functions: { reconciliation: { triggers: { nightly } } } });
    expect(untilScheduled(past, NOON)).to.equal(FAULT_SECONDS);
  });

  it('of deliveries ends when SQS has repeated a message as often as it may', () => {
    expect(untilRedriven(production)).to.equal(10 * 720 + FAULT_SECONDS);
    expect(untilRedriven(systemOf('pr1234.yaml').environment)).to.equal(FAULT_SECONDS);
  });

  it('of webhooks ends when they are disabled and the first event is given up', () => {
    expect(untilDisabled(production)).to.equal(5 * DAY + FAULT_SECONDS);
    const merchant = { disableAfterHours: 1, retryDelaysSeconds: [5000, 5000] };
    expect(untilDisabled(environmentOf({ payment: { webhooks: { merchant } } }))).to.equal(10_000 + FAULT_SECONDS);
  });

  it('is at most 14 days', () => {
    const merchant = { disableAfterHours: 720 };
    expect(untilDisabled(environmentOf({ payment: { webhooks: { merchant } } }))).to.equal(14 * DAY);
  });
});
