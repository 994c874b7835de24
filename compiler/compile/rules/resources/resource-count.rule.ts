// Checks the number of resources of each kind, and the number of entries in some of them.

import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { type ResourceGraph, resourcesOf } from '../../../graph/graph';
import type { Kind } from '../../../graph/kind';
import { KINDS } from '../../../graph/kinds/kinds';
import { eachReference, type Value } from '../../../graph/value';
import { checkCount, diagnose } from '../common/count';
import type { ResourceRule, RuleContext } from '../rule';

/** The maximum number of tables in a backup selection (AWS Backup Developer Guide, "Backup plan resource assignments quotas"). */
const MOST_SELECTED = 500;

/** The maximum number of alarms in a composite alarm (CloudWatch API Reference, PutCompositeAlarm: AlarmRule). */
const MOST_CHILDREN = 100;

/** The maximum number of widgets of a dashboard (CloudWatch service quotas). Our widgets have far fewer than the 500 metrics that are allowed. */
const MOST_WIDGETS = 500;

/** ENV3200: more resources of a kind, or more entries in a resource, than AWS allows. */
export const resourceCountRule: ResourceRule = {
  diagnose,
  *check(context, graph) {
    yield* checkKinds(context, graph);
    yield* checkLists(context, graph);
  },
};

function checkKinds(context: RuleContext, graph: ResourceGraph): Diagnostic[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of graph.resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].flatMap(([kind, found]) => {
    const quota = KINDS[kind].count;
    if (typeof quota === 'string') return [];
    return checkCount(context, { ...quota, found, most: quota.most(context.environment.quotas) });
  });
}

function checkLists(context: RuleContext, graph: ResourceGraph): Diagnostic[] {
  return [
    ...resourcesOf(graph, 'aws:backup/selection:Selection').flatMap(({ inputs, origin }) =>
      checkCount(context, {
        path: origin.steps,
        owner: 'the backup selection',
        what: 'tables',
        found: (inputs.resources as readonly Value[]).length,
        most: MOST_SELECTED,
      }),
    ),
    ...resourcesOf(graph, 'aws:cloudwatch/compositeAlarm:CompositeAlarm').flatMap(({ inputs, origin }) =>
      checkCount(context, {
        path: origin.steps,
        owner: `composite alarm "${String(inputs.alarmName)}"`,
        what: 'alarms in its rule',
        found: referencesIn(inputs.alarmRule as Value),
        most: MOST_CHILDREN,
        help: 'group them in further composite alarms, and use those',
      }),
    ),
    ...resourcesOf(graph, 'aws:cloudwatch/dashboard:Dashboard').flatMap(({ inputs, origin }) =>
      checkCount(context, {
        path: origin.steps,
        owner: 'the dashboard',
        what: 'widgets',
        found: widgetsOf(inputs.dashboardBody as Value),
        most: MOST_WIDGETS,
        help: 'set monitoring.dashboard to false, or split the spec',
      }),
    ),
  ];
}

function referencesIn(value: Value): number {
  let count = 0;
  eachReference(value, () => {
    count += 1;
  });
  return count;
}

function widgetsOf(body: Value): number {
  if (typeof body !== 'object' || !('$' in body) || body.$ !== 'json') return 0;
  const { widgets } = body.value as { readonly widgets?: readonly Value[] };
  return widgets?.length ?? 0;
}
