// The limits of deployment-wide settings.

import { PRODUCTION, testLimits } from '../limits';

const tagged = (count: number, key: string) => [
  `tags: { ${Array.from({ length: count }, (_, at) => `T${at}: x`).join(', ')} }`,
  `encryption: { key: ${key} }`,
];

/** A table whose capacity, with that of its index, costs 1,138.80 USD a month. */
const EXPENSIVE_TABLE =
  'tables: { payments: { billingMode: PROVISIONED, capacity: { read: { units: 1000 }, write: { units: 1000 } }';
const sized = (budget: number, size = 'expectedSizeGigabytes: 0') => [
  `${EXPENSIVE_TABLE}, ${size} } }`,
  `budget: { monthlyUsd: ${budget}, at: FLOOR }`,
];

/** A secret of a production environment that a function of its own rotates. */
const rotated = (days: number) => [
  ...PRODUCTION,
  'logRetentionDays: 365',
  `secrets: { key: { secretsManager: "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-Ab1Cd2", rotation: { function: rotator, everyDays: ${days} } } }`,
  'functions: { rotator: { entry: runtime/handler.ts } }',
];

testLimits({
  '50 tags of a resource': {
    fine: tagged(50, 'SERVICE_OWNED'),
    wrong: tagged(51, 'SERVICE_OWNED'),
    codes: ['ENV3059'],
  },
  '49 tags if a key has one more tag': {
    fine: tagged(49, 'CUSTOMER_MANAGED'),
    wrong: tagged(50, 'CUSTOMER_MANAGED'),
    codes: ['ENV3059'],
  },
  'a raised quota': {
    fine: [
      'quotas: { apiGateway: { integrationTimeoutMilliseconds: 60000 } }',
      'api: { integrationTimeoutMilliseconds: 60000 }',
    ],
    wrong: ['api: { integrationTimeoutMilliseconds: 60000 }'],
    codes: ['ENV3020'],
  },
  'a rotation after 90 days in production': {
    fine: rotated(90),
    wrong: rotated(91),
    codes: ['ENV3296'],
  },
  'a year of logs in production': {
    fine: [...PRODUCTION, 'logRetentionDays: 365'],
    wrong: [...PRODUCTION, 'logRetentionDays: 180'],
    codes: ['ENV3039'],
  },
  'unlimited retention in production, and any retention elsewhere': {
    fine: [...PRODUCTION, 'logRetentionDays: 0'],
    wrong: [...PRODUCTION, 'logRetentionDays: 1'],
    codes: ['ENV3039'],
  },
  'one backup per hour': {
    fine: ['backup: { schedule: "cron(59 * * * ? *)" }'],
    wrong: ['backup: { schedule: "cron(0,59 * * * ? *)" }'],
    codes: ['ENV3204'],
  },
  'a cost within the budget': { fine: sized(1200), wrong: sized(1138), codes: ['ENV3400'] },
  'a budget whose estimate is complete': { fine: sized(1200), wrong: sized(1200, 'indexes: {}'), codes: ['ENV3401'] },
});
