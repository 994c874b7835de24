// Checks values against the quotas of the account.

import type { Environment } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { accountThrottle } from '../../../language/expand/account-throttle';
import { mostUnits } from '../../../language/expand/throughput';
import { formatPath, type PathStep } from '../../../source/spec-node';
import { throttlesOf } from '../common/throttles';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'beyond-quota': {
    code: 'ENV3020',
    severity: 'error',
    summary: 'A value exceeds a quota of the AWS account.',
    explanation: [
      'AWS rejects a value above a quota, or the value does not have an effect.',
      'The quotas are fields under `quotas`, with the defaults of AWS (Amazon API Gateway quotas; Quotas in Amazon DynamoDB).',
      'Lower the value, or request an increase in Service Quotas and set the quota that AWS granted.',
    ],
    message: (p: { what: string; found: number; quota: number; unit: string }) =>
      `${p.what} is ${p.found} ${p.unit}; the quota of the account is ${p.quota}`,
  },
  'edge-integration-timeout': {
    code: 'ENV3021',
    severity: 'error',
    summary: 'An edge-optimized API has an integration timeout above 29,000 ms.',
    explanation: [
      'AWS raises the integration timeout above 29,000 ms for regional and private APIs only (Amazon API Gateway quotas for REST APIs).',
      'Make the API regional, or lower the timeout.',
    ],
    message: (p: { found: number; longest: number }) =>
      `the integration timeout of an edge-optimized API is ${p.found} ms; AWS allows at most ${p.longest} ms`,
  },
});

/** ENV3020: a value above a quota of the account. ENV3021: an edge-optimized API with a timeout that AWS allows for regional APIs only. */
export const quotaRule: Rule = {
  diagnose,
  *check(context) {
    yield* checkApi(context);
    yield* checkTables(context);
  },
};

/** A value of the spec and its quota. */
interface Bound {
  readonly path: readonly PathStep[];
  /** The subject of the value (default: the field at the path). */
  readonly what?: string;
  readonly found: number;
  readonly quota: number;
  /** The field of the spec with the quota. */
  readonly field: readonly PathStep[];
  readonly unit: string;
}

function checkApi(context: RuleContext): Diagnostic[] {
  const { environment, at, otherSide } = context;
  const { api, quotas } = environment;
  if (api === undefined) return [];
  const { rate, burst } = accountThrottle(environment);
  const timeout = specPath('api', 'integrationTimeoutMilliseconds');
  const quota = quotas.apiGateway.integrationTimeoutMilliseconds;
  const waits = api.integrationTimeoutMilliseconds;
  return [
    ...throttlesOf(api).flatMap(({ path, throttle: { rateLimit, burstLimit } }) => [
      ...check(context, {
        path: [...path, 'rateLimit'],
        found: rateLimit,
        quota: rate,
        field: specPath('quotas', 'apiGateway', 'throttleRateLimit'),
        unit: 'requests/s',
      }),
      ...check(context, {
        path: [...path, 'burstLimit'],
        found: burstLimit,
        quota: burst,
        field: specPath('quotas', 'apiGateway', 'throttleBurstLimit'),
        unit: 'requests',
      }),
    ]),
    ...check(context, {
      path: timeout,
      found: waits,
      quota,
      field: specPath('quotas', 'apiGateway', 'integrationTimeoutMilliseconds'),
      unit: 'ms',
    }),
    ...(api.endpointType === 'EDGE' && waits > EDGE_TIMEOUT_MILLISECONDS && waits <= quota
      ? [
          diagnose(
            'edge-integration-timeout',
            at(timeout),
            { found: waits, longest: EDGE_TIMEOUT_MILLISECONDS },
            {
              help: `set endpointType to REGIONAL; or lower integrationTimeoutMilliseconds to ${EDGE_TIMEOUT_MILLISECONDS}`,
              related: otherSide('the endpoint type', ['api', 'endpointType']),
            },
          ),
        ]
      : []),
  ];
}

/** AWS raises the quota for regional and private APIs only (Amazon API Gateway quotas for REST APIs). */
const EDGE_TIMEOUT_MILLISECONDS = 29000;

function checkTables(context: RuleContext): Diagnostic[] {
  const { quotas } = context.environment;
  return (['read', 'write'] as const).flatMap((direction) => {
    const unit = `${direction} units`;
    const quotaOf = (scope: 'table' | 'account') =>
      `${scope}${direction === 'read' ? 'Read' : 'Write'}CapacityUnits` as const;
    const capacities = capacitiesOf(context.environment, direction);
    const single = capacities.flatMap(({ path, units }) =>
      check(context, {
        path,
        found: units,
        quota: quotas.dynamodb[quotaOf('table')],
        field: specPath('quotas', 'dynamodb', quotaOf('table')),
        unit,
      }),
    );
    const largest = [...capacities].sort((a, b) => b.units - a.units)[0];
    if (single.length > 0 || largest === undefined) return single;
    return check(context, {
      path: largest.path,
      what: 'the capacity of all tables and indexes',
      found: capacities.reduce((sum, { units }) => sum + units, 0),
      quota: quotas.dynamodb[quotaOf('account')],
      field: specPath('quotas', 'dynamodb', quotaOf('account')),
      unit,
    });
  });
}

/** The maximum units of each table and index. An index without a capacity has the capacity of its table. */
function capacitiesOf({ tables }: Environment, direction: 'read' | 'write') {
  return Object.entries(tables).flatMap(([name, { capacity, indexes }]) =>
    [
      { path: specPath('tables', name), own: capacity },
      ...Object.entries(indexes).map(([index, { capacity: own }]) =>
        own === undefined
          ? { path: specPath('tables', name), own: capacity }
          : { path: specPath('tables', name, 'indexes', index), own },
      ),
    ].flatMap(({ path, own }) =>
      own === undefined
        ? []
        : [
            {
              path: [
                ...path,
                'capacity',
                direction,
                ...(own[direction].autoscaling === undefined ? ['units'] : ['autoscaling', 'maximum']),
              ],
              units: mostUnits(own[direction]),
            },
          ],
    ),
  );
}

function check({ at, otherSide }: RuleContext, { path, what, found, quota, field, unit }: Bound): Diagnostic[] {
  if (found <= quota) return [];
  return [
    diagnose(
      'beyond-quota',
      at(path),
      { what: what ?? formatPath(path), found, quota, unit },
      {
        help: `lower ${what === undefined ? 'it' : 'the total'} to ${quota}; or request a quota increase and set ${formatPath(field)}`,
        related: otherSide('the quota', field),
      },
    ),
  ];
}
