// Lowers an environment to the graph of its resources.

import type { Environment } from '../../../schema/environment.generated';
import type { Diagnostic, Outcome } from '../../diagnostics/diagnostic';
import type { AnyResourceNode, ExampleRequest, ResourceGraph } from '../../graph/graph';
import { orderResources } from '../../graph/order';
import { fillPath } from '../../graph/route-path';
import { secretIdentity } from '../../graph/secret-arn';
import type { JsonObject, NodeId } from '../../graph/value';
import type { Waiver } from '../../graph/waiver';
import { accountThrottle } from '../../language/expand/account-throttle';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { Span } from '../../source/source';
import { formatPlace } from '../../source/source';
import { formatPath, type PathStep, type SpecMap, spanAt } from '../../source/spec-node';
import { lowerAlarms } from './alarm';
import { lowerApi } from './api';
import { lowerBackup } from './backup';
import { lowerDashboard } from './dashboard';
import { diagnose } from './diagnostics';
import { lowerEncryption } from './encryption';
import { lowerFunction } from './function';
import { lowerNotifications } from './notifications';
import { lowerPermissionsBoundary } from './permissions-boundary';
import { lowerQueue } from './queue';
import { lowerRotations } from './rotation';
import { lowerScheduleGroup } from './schedule';
import type { LowerContext } from './section';
import { lowerTable } from './table';

/** The sections of a spec that compile to resources. */
type Section =
  | 'tables'
  | 'backup'
  | 'queues'
  | 'permissionsBoundary'
  | 'functions'
  | 'secrets'
  | 'api'
  | 'alarms'
  | 'monitoring';

const SECTIONS: { readonly [S in Section]: (context: LowerContext) => AnyResourceNode[] } = {
  tables: (context) => lowerEach(context.environment.tables, (name, table) => lowerTable(context, name, table)),
  backup: lowerBackup,
  queues: (context) => lowerEach(context.environment.queues, (name, queue) => lowerQueue(context, name, queue)),
  permissionsBoundary: lowerPermissionsBoundary,
  functions: (context) => [
    ...lowerEach(context.environment.functions, (name, lambda) => lowerFunction(context, name, lambda)),
    ...lowerScheduleGroup(context),
  ],
  secrets: lowerRotations,
  api: (context) => (context.environment.api === undefined ? [] : lowerApi(context, context.environment.api)),
  alarms: lowerAlarms,
  monitoring: (context) => [...lowerNotifications(context), ...lowerDashboard(context)],
};

function lowerEach<T>(parts: { readonly [name: string]: T }, lower: (name: string, part: T) => AnyResourceNode[]) {
  return Object.entries(parts).flatMap(([name, part]) => lower(name, part));
}

/** Lowers an environment that has passed the rules; errors are ENV5xxx. */
export function lowerEnvironment(
  environment: ExpandedEnvironment,
  root: SpecMap,
  bodySchema: JsonObject | undefined,
  waivers: readonly Waiver[],
): Outcome<ResourceGraph> {
  const spanOf = (path: readonly PathStep[]) => spanAt(root, path, 'key');
  const context: LowerContext = {
    environment,
    bodySchema,
    originOf: (steps) => ({ path: formatPath(steps), steps, place: formatPlace(spanOf(steps)) }),
  };
  const parts = Object.values(SECTIONS).flatMap((lowerSection) => lowerSection(context));
  const resources = [...parts, ...lowerEncryption(context, parts)];

  const placeOf = (node: AnyResourceNode | undefined) => spanOf(node?.origin.steps ?? []);
  const known = new Map<NodeId, AnyResourceNode>();
  const repetitions: Diagnostic[] = [];
  for (const node of resources) {
    const other = known.get(node.id);
    if (other !== undefined) repetitions.push(duplicateResource(node, placeOf(node), placeOf(other)));
    known.set(node.id, node);
  }
  if (repetitions.length > 0) return { diagnostics: repetitions };

  const ordering = orderResources(known);
  if (ordering.cycle !== undefined) {
    const span = placeOf(known.get(ordering.cycle[0] as NodeId));
    return { diagnostics: [diagnose('resource-cycle', span, { chain: ordering.cycle })] };
  }
  const { project, region, provider, protect, allowReplacement, secrets, outputs } = environment;
  return {
    value: {
      project,
      place: formatPlace(root.span),
      provider: { region, ...provider },
      quotas: {
        apiThrottle: accountThrottle(environment),
        concurrentExecutions: environment.quotas.lambda.concurrentExecutions,
      },
      safety: { protect, allowReplacement },
      resources: ordering.resources,
      ...(Object.keys(secrets).length > 0 && {
        secrets: Object.fromEntries(
          Object.entries(secrets).map(([key, secret]) => [key, secretIdentity(secret, region)]),
        ),
      }),
      outputs,
      examples: examplesOf(environment),
      waivers,
    },
    diagnostics: [],
  };
}

function duplicateResource({ kind, name }: AnyResourceNode, span: Span, other: Span): Diagnostic {
  const related = [{ message: 'the other resource is defined here', span: other }];
  return diagnose('repeated-resource', span, { type: kind, name }, { related, help: 'rename one of them' });
}

/** The example requests. Writes come before reads, so that reads find data. */
function examplesOf({ api }: Environment): ExampleRequest[] {
  const routes = Object.entries(api?.routes ?? {});
  const reads = ([, { method }]: (typeof routes)[number]) => method === 'GET' || method === 'HEAD';
  return [...routes.filter((route) => !reads(route)), ...routes.filter(reads)].flatMap(
    ([route, { method, path, example }]) => {
      if (example === undefined) return [];
      const filled = fillPath(path, (name) => encodeURIComponent(example.pathParameters[name] ?? ''));
      const { queryParameters: query, body } = example;
      return [{ route, method, path: filled, query, ...(body === undefined ? {} : { body }) }];
    },
  );
}
