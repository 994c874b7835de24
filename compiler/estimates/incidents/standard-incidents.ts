// The standard incidents, by which the alarms of a system are judged.

import { functionsBehind } from '../../language/expand/throughput';
import { type ExpandedTrigger, isFrom } from '../../language/expand/triggers';
import { scheduleName } from '../simulation/events/schedule-events';
import type { FaultKind } from '../simulation/scenario';
import type { Incident, IncidentCourse } from './incident';
import { FAULT_SECONDS, untilDisabled, untilRedriven, untilScheduled } from './incident-times';

type FaultCourse = Extract<IncidentCourse, { readonly is: 'fault' }>;

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
  {
    name: 'faulty code',
    what: 'The functions behind the API answer 5 % of the requests with an internal error.',
    course: ofFunctions((name) => ({ is: 'error response', function: name, share: 0.05, status: 500 })),
  },
  {
    name: 'refused requests',
    what: 'The functions behind the API refuse half of the requests, as a client with a defect sends them.',
    course: ofFunctions((name) => ({ is: 'error response', function: name, share: 0.5, status: 409 })),
  },
  {
    name: 'unusual payment',
    what: 'One payment in each currency has a thousand times the usual amount.',
    course: ofFunctions((name) => ({ is: 'unusual amount', function: name, factor: 1000 })),
  },
  {
    name: 'queues fail',
    what: 'SQS refuses all messages, while the functions behind the API answer 5 % of the requests with an internal error.',
    course: fault(({ api, queues }) => [
      ...Object.keys(queues).map((queue): FaultKind => ({ is: 'failing queue', queue, share: 1 })),
      ...[...functionsBehind(api)].map(
        (name): FaultKind => ({ is: 'error response', function: name, share: 0.05, status: 500 }),
      ),
    ]),
  },
  {
    name: 'foreign writes',
    what: 'Another program writes a tenth of the changes of each table with a stream, until the next runs of all schedules.',
    course: fault(
      ({ facts }) =>
        [...new Set(facts.triggers.filter(isFrom('table')).map(({ table }) => table))].map(
          (table): FaultKind => ({ is: 'foreign writes', table, share: 0.1 }),
        ),
      untilScheduled,
    ),
  },
  {
    name: 'publishing fails',
    what: 'The functions that changes of tables invoke fail every time.',
    course: ofTriggers('table', () => FAULT_SECONDS),
  },
  {
    name: 'deliveries fail',
    what: 'The functions that messages invoke fail every time, for as long as SQS repeats a message.',
    course: ofTriggers('queue', untilRedriven),
  },
  {
    name: 'webhooks fail',
    what: 'No webhook accepts an event, until all webhooks are disabled.',
    course: fault(
      ({ payment }) =>
        Object.keys(payment.webhooks).map((webhook): FaultKind => ({ is: 'failing webhook', webhook, share: 1 })),
      untilDisabled,
    ),
  },
  {
    name: 'schedules fail',
    what: 'EventBridge Scheduler cannot start any function, until the next runs of all schedules are given up.',
    course: fault(
      ({ facts }) =>
        facts.triggers
          .filter(isFrom('schedule'))
          .map((trigger): FaultKind => ({ is: 'failing schedule', schedule: scheduleName(trigger), share: 1 })),
      untilScheduled,
    ),
  },
];

function fault(
  faultsOf: FaultCourse['faultsOf'],
  secondsOf: FaultCourse['secondsOf'] = () => FAULT_SECONDS,
): FaultCourse {
  return { is: 'fault', faultsOf, secondsOf };
}

function ofTables(kindOf: (table: string) => FaultKind): FaultCourse {
  return fault(({ tables }) => Object.keys(tables).map(kindOf));
}

function ofFunctions(kindOf: (name: string) => FaultKind): FaultCourse {
  return fault(({ api }) => [...functionsBehind(api)].map(kindOf));
}

/** The functions of triggers fail. */
function ofTriggers(source: ExpandedTrigger['source'], secondsOf: FaultCourse['secondsOf']): FaultCourse {
  return fault(({ facts }) => {
    const names = new Set(facts.triggers.filter(isFrom(source)).map((trigger) => trigger.function));
    return [...names].map((name): FaultKind => ({ is: 'failing function', function: name, share: 1 }));
  }, secondsOf);
}
