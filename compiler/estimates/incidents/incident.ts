// An incident on the usual traffic of a system.

import type { ExpandedEnvironment } from '../../language/expand/expand';
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
  /** Faults that begin in the busiest hour. */
  | {
      readonly is: 'fault';
      /** The faults; none if the system does not have the parts, and so not this incident. */
      readonly faultsOf: (environment: ExpandedEnvironment) => readonly FaultKind[];
      /** The time for which they last and are observed, in seconds. @param begin the time of the begin, in seconds since 1970 */
      readonly secondsOf: (environment: ExpandedEnvironment, begin: number) => number;
    };

/** Whether an incident can happen to a system: it has parts that the faults affect. */
export function isPossible({ course }: Incident, environment: ExpandedEnvironment): boolean {
  return course.is !== 'fault' || course.faultsOf(environment).length > 0;
}
