// No value is above what AWS grants the account.

import type { Environment } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { formatPath, type PathStep } from '../source/spec-node';
import { accountThrottle } from './quotas';
import type { Rule, RuleContext } from './rule';
import { mostUnits } from './throughput';

/** ENV3020: a value above a quota of the account. ENV3021: an edge-optimized API with a timeout that AWS grants regional APIs alone. */
export const quotaRule: Rule = (context) => [...checkApi(context), ...checkTables(context)];

/** A value of the spec, and the quota that it must keep to. */
interface Bound {
  readonly path: readonly PathStep[];
  /** What the value is of; absent: the field at the path. */
  readonly what?: string;
  readonly found: number;
  readonly quota: number;
  /** The field of the spec that holds the quota. */
  readonly field: string;
  readonly unit: string;
}

function checkApi(context: RuleContext): Diagnostic[] {
  const { environment, at, otherSide } = context;
  const { api, quotas } = environment;
  if (api === undefined) return [];
  const { rate, burst } = accountThrottle(environment);
  const timeout = ['api', 'integrationTimeoutMilliseconds'];
  const quota = quotas.apiGateway.integrationTimeoutMilliseconds;
  const waits = api.integrationTimeoutMilliseconds;
  return [
    ...check(context, {
      path: ['api', 'throttle', 'rateLimit'],
      found: api.throttle.rateLimit,
      quota: rate,
      field: 'quotas.apiGateway.throttleRateLimit',
      unit: 'requests/s',
    }),
    ...check(context, {
      path: ['api', 'throttle', 'burstLimit'],
      found: api.throttle.burstLimit,
      quota: burst,
      field: 'quotas.apiGateway.throttleBurstLimit',
      unit: 'requests',
    }),
    ...check(context, {
      path: timeout,
      found: waits,
      quota,
      field: 'quotas.apiGateway.integrationTimeoutMilliseconds',
      unit: 'ms',
    }),
    ...(api.endpointType === 'EDGE' && waits > EDGE_TIMEOUT_MILLISECONDS && waits <= quota
      ? [
          diagnose(
            'edge-integration-timeout',
            at(timeout),
            { found: waits, longest: EDGE_TIMEOUT_MILLISECONDS },
            {
              help: `endpointType: REGIONAL, or integrationTimeoutMilliseconds: ${EDGE_TIMEOUT_MILLISECONDS}`,
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
        field: `quotas.dynamodb.${quotaOf('table')}`,
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
      field: `quotas.dynamodb.${quotaOf('account')}`,
      unit,
    });
  });
}

/** The most units of each table and index; an index without a capacity of its own has the table's. */
function capacitiesOf({ tables }: Environment, direction: 'read' | 'write') {
  return Object.entries(tables).flatMap(([name, { capacity, indexes }]) =>
    [
      { path: ['tables', name], own: capacity },
      ...Object.entries(indexes).map(([index, { capacity: own }]) =>
        own === undefined
          ? { path: ['tables', name], own: capacity }
          : { path: ['tables', name, 'indexes', index], own },
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
        help: `${quota} at most; or have the quota raised, and write it down as ${field}`,
        related: otherSide('the quota', field.split('.')),
      },
    ),
  ];
}
