// Edits of one spec, and the class of change that each has or does not have.

import { expect } from 'chai';
import type { ChangeClass } from '../../../../compiler/diff/classes/change-class';
import { type Edit, findingsOf } from './changed-spec';

/** The spec that the rows edit. */
export const SPEC = `
project: p
environment: e
suffix: s
region: us-east-1
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
logRetentionDays: 30
monitoring:
  generatedAlarms: false
  dashboard: false
  notifications:
    subscriptions: { mail: { protocol: email, endpoint: a@example.com, receives: [PAGE] } }
tables:
  t:
    partitionKey: { name: id }
    billingMode: PROVISIONED
    capacity: { read: { autoscaling: { minimum: 5, maximum: 50 } }, write: { units: 9 } }
    indexes:
      by-city: { partitionKey: { name: city }, shardCount: 4 }
  other: { partitionKey: { name: id }, billingMode: PAY_PER_REQUEST }
queues:
  q: { requireTls: false, messageRetentionSeconds: 86400 }
functions:
  f:
    entry: runtime/handler.ts
    memorySizeMegabytes: 512
    timeoutSeconds: 10
    environment:
      TABLE: "{{ tables.t.name }}"
      INDEX: "{{ tables.t.indexes.by-city.name }}"
      SHARDS: "{{ tables.t.indexes.by-city.shards }}"
      LABEL: one
    access: { tables: { t: [GetItem, Query] }, queues: { q: [SendMessage] } }
api:
  name: a
  stage: prod
  authorization: AWS_IAM
  throttle: { rateLimit: 100, burstLimit: 50 }
  usagePlans: {}
  routes:
    list: { method: GET, path: /things, function: f, queryParameters: { from: {}, to: {} } }
    read: { method: GET, path: "/things/{id}", function: f }
alarms:
  m:
    metric: { resource: functions.f, name: Errors, statistic: Sum }
    threshold: 5
    evaluationPeriods: 2
    periodSeconds: 60
    notify: PAGE
  dlq:
    metric: { resource: queues.q, name: ApproximateNumberOfMessagesVisible, statistic: Maximum }
    threshold: 1
    notify: PAGE
`;

/** Edits that have a class, with a part of the reason and its path; and edits that do not have the class. */
interface Rows {
  /** The spec that the rows edit instead of `SPEC`. */
  readonly spec?: string;
  readonly has: Readonly<Record<string, Row>>;
  readonly hasNot: Readonly<Record<string, readonly Edit[]>>;
}

interface Row {
  /** An edit that comes before the change. */
  readonly first?: Edit;
  readonly edits: readonly Edit[];
  readonly path: string;
  readonly reason: RegExp;
}

/** Tests the rows of a class. */
export function testClass(changeClass: ChangeClass, { spec = SPEC, has, hasNot }: Rows): void {
  describe(`the classes of change ${changeClass}`, () => {
    for (const [what, { first, edits, path, reason }] of Object.entries(has)) {
      it(`includes ${what}`, () => {
        const found = findingsOf(first === undefined ? spec : spec.replace(...first), ...edits);
        const shown = found.map((finding) => `${finding.class}: ${finding.path}: ${finding.reason}`).join('\n');
        const [match] = found.filter(
          (finding) => finding.class === changeClass && finding.path === path && reason.test(finding.reason),
        );
        expect(match, shown).to.be.an('object');
        expect(match?.place).to.match(/^s\.yaml:\d+:\d+$/);
      });
    }
    for (const [what, edits] of Object.entries(hasNot)) {
      it(`excludes ${what}`, () => {
        const found = findingsOf(spec, ...edits).filter((finding) => finding.class === changeClass);
        expect(found).to.deep.equal([]);
      });
    }
  });
}
