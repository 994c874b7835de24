// The standard incidents, by which the alarms of a system are judged.

import type { ExpandedEnvironment } from '../../language/expand/expand';
import { functionsBehind } from '../../language/expand/throughput';
import type { FaultKind } from '../simulation/scenario';

/** An incident on the usual traffic of a system. */
export interface Incident {
  readonly name: string;
  /** A sentence for people. */
  readonly what: string;
  readonly course: IncidentCourse;
}

/** The course of an incident. */
export type IncidentCourse =
  /** The traffic of a day, hour by hour, without a fault. */
  | { readonly is: 'day' }
  /** A multiple of the traffic of the busiest hour, for some seconds. */
  | { readonly is: 'spike'; readonly factor: number; readonly seconds: number }
  /** Faults during the busiest hour. */
  | { readonly is: 'fault'; readonly faultsOf: (environment: ExpandedEnvironment) => readonly FaultKind[] };

/** The standard incidents. */
export const STANDARD_INCIDENTS: readonly Incident[] = [
  {
    name: 'normal day',
    what: 'The traffic of a day, without a fault. No alarm should notify anyone.',
    course: { is: 'day' },
  },
  {
    name: 'spike x10',
    what: 'Ten times the requests of the busiest hour, for 10 minutes.',
    course: { is: 'spike', factor: 10, seconds: 600 },
  },
  {
    name: 'slow tables x5',
    what: 'Each call to DynamoDB takes five times as long.',
    course: ofTables((table) => ({ is: 'slow table', table, factor: 5 })),
  },
  {
    name: 'tables fail',
    what: 'DynamoDB answers every request with an internal error.',
    course: ofTables((table) => ({ is: 'failing table', table, share: 1 })),
  },
  {
    name: 'hot partition',
    what: 'Nine in ten requests to each table have the same partition key.',
    course: ofTables((table) => ({ is: 'hot partition', table, share: 0.9 })),
  },
  {
    name: 'partial outage',
    what: 'The functions behind the API fail 5 % of their invocations.',
    course: ofFunctions((name) => ({ is: 'failing function', function: name, share: 0.05 })),
  },
  {
    name: 'bad deployment',
    what: 'The functions behind the API fail half of their invocations.',
    course: ofFunctions((name) => ({ is: 'failing function', function: name, share: 0.5 })),
  },
  {
    name: 'slow functions x5',
    what: 'The functions behind the API take five times as long.',
    course: ofFunctions((name) => ({ is: 'slow function', function: name, factor: 5 })),
  },
];

function ofTables(fault: (table: string) => FaultKind): IncidentCourse {
  return { is: 'fault', faultsOf: ({ tables }) => Object.keys(tables).map(fault) };
}

function ofFunctions(fault: (name: string) => FaultKind): IncidentCourse {
  return {
    is: 'fault',
    faultsOf: ({ api }) => [...functionsBehind(api)].map(fault),
  };
}
