// The state of the picture: the traffic on its edges in the last minute, and the alarms that fire.

import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { alarmHandle } from '../../graph/handles';
import type { Picture } from '../../picture/picture';
import type { AlarmsSource } from '../alarms/run-alarms';
import type { Route } from '../gateway/routes';
import type { LocalResources } from '../local-values';
import type { TriggerState } from '../triggers/deliveries';
import type { OverviewState, Traffic } from './api';
import type { Recorder } from './recorder';
import { admitted, joinTraffic } from './traffic';
import { ALL_REQUESTS, edgeTo } from './traffic-counters';

/** A version of the system. */
export interface ServedSystem {
  readonly graph: ResourceGraph;
  readonly resources: LocalResources;
  readonly routes: readonly Route[];
}

/** The parts of a run whose state the picture shows. */
export interface OverviewParts {
  readonly recorder: Pick<Recorder, 'trafficOf'>;
  readonly alarms: Pick<AlarmsSource, 'states'>;
  readonly triggers: () => readonly TriggerState[];
}

/** The state of a picture of a system. */
export function describeOverview(
  picture: Picture,
  system: ServedSystem,
  { recorder, alarms, triggers }: OverviewParts,
): OverviewState {
  const names = recordedNames(system);
  const membersOf = new Map(picture.boxes.map(({ id, members }) => [id, members]));
  const traffic = picture.edges.flatMap(({ id, from, to }): [string, Traffic][] => {
    const links = (membersOf.get(from) ?? []).flatMap((source) =>
      (membersOf.get(to) ?? []).flatMap((target) => trafficOfLink(source, target) ?? []),
    );
    return links.length === 0 ? [] : [[id, joinTraffic(links)]];
  });
  const schedules = picture.boxes.flatMap(({ id, members }) => {
    const own = members.flatMap((member) => triggersOf(names.get(member), 'schedule'));
    return own.length === 0 ? [] : [{ id, own }];
  });
  const scheduled = schedules.map(({ id, own }) => [id, joinTraffic(own.map(trafficOfTrigger))] as const);
  const nextRuns = schedules.flatMap(({ id, own }) => {
    const times = own.flatMap(({ nextAt }) => nextAt ?? []);
    return times.length === 0 ? [] : [[id, Math.min(...times)] as const];
  });
  return {
    traffic: Object.fromEntries([...traffic, ...scheduled]),
    firing: firingAlarms(picture, system, alarms),
    nextRuns: Object.fromEntries(nextRuns),
  };

  function trafficOfTrigger({ id }: TriggerState): Traffic {
    return recorder.trafficOf(edgeTo.trigger(id));
  }

  /** The triggers of a function with a source. */
  function triggersOf(target: RecordedName | undefined, source: TriggerState['source']): TriggerState[] {
    return target?.is !== 'function'
      ? []
      : triggers().filter((one) => one.source === source && one.functionName === target.name);
  }

  /** The traffic between two parts, by their paths in the spec; undefined if it is not counted. */
  function trafficOfLink(from: string, to: string): Traffic | undefined {
    const [source, target] = [names.get(from), names.get(to)];
    if (from === 'clients') return recorder.trafficOf(ALL_REQUESTS);
    if (target?.is === 'route') return recorder.trafficOf(edgeTo.route(target.name));
    if (source?.is === 'route') return admitted(recorder.trafficOf(edgeTo.route(source.name)));
    if (source?.is === 'store') {
      const own = [...triggersOf(target, 'queue'), ...triggersOf(target, 'stream')].filter(
        ({ from: name }) => name === source.name,
      );
      return own.length === 0 ? undefined : joinTraffic(own.map(trafficOfTrigger));
    }
    return source?.is === 'function' && target?.is === 'store'
      ? recorder.trafficOf(edgeTo.store(source.name, target.name))
      : undefined;
  }
}

interface RecordedName {
  readonly is: 'route' | 'function' | 'store';
  readonly name: string;
}

/** The names under which the recorder counts the traffic of parts, by the paths of the parts in the spec. */
function recordedNames({ graph, resources, routes }: ServedSystem): ReadonlyMap<string, RecordedName> {
  const paths = new Map(graph.resources.map(({ id, origin }) => [id, origin.path]));
  const methods = resourcesOf(graph, 'aws:apigateway/method:Method');
  const named = (
    is: RecordedName['is'],
    kind: 'aws:lambda/function:Function' | 'aws:dynamodb/table:Table' | 'aws:sqs/queue:Queue',
  ) =>
    resources.of(kind).map(({ id, name, inputs }) => [paths.get(id) ?? '', { is, name: inputs.name ?? name }] as const);
  return new Map<string, RecordedName>([
    ...routes.map(({ name, method, resourcePath }) => {
      const path = methods.find((node) => node.name === name)?.origin.path ?? '';
      return [path, { is: 'route', name: `${method} ${resourcePath}` }] as const;
    }),
    ...named('function', 'aws:lambda/function:Function'),
    ...named('store', 'aws:dynamodb/table:Table'),
    ...named('store', 'aws:sqs/queue:Queue'),
  ]);
}

function firingAlarms(
  { boxes }: Picture,
  { resources }: ServedSystem,
  { states }: Pick<AlarmsSource, 'states'>,
): readonly string[] {
  const firing = new Set(states().flatMap(({ state, definition }) => (state === 'ALARM' ? [definition.name] : [])));
  const nodes = resources
    .of('aws:cloudwatch/metricAlarm:MetricAlarm')
    .filter(({ name, inputs }) => firing.has(inputs.name ?? name));
  const ids = new Set(nodes.map(({ id }) => id));
  return boxes.flatMap(({ alarms }) => alarms.filter((name) => ids.has(alarmHandle(name).id)));
}
