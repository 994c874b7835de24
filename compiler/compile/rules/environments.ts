// Checks environments against each other: environments that may share an account and a Region must not collide.

import type { Environment } from '../../../schema/environment.generated';
import { defineDiagnostics } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { UNRESERVED_CONCURRENCY } from '../../model/lambda-concurrency';
import type { Span } from '../../source/source';
import { fieldAt, type SpecMap } from '../../source/spec-node';
import { physicalNames } from './common/physical-names';

/** Creates a diagnostic about environments that share an account. */
export const diagnose = defineDiagnostics({
  'shared-names': {
    code: 'ENV8101',
    severity: 'error',
    summary: 'Two environments have resources with the same name in one account and Region.',
    explanation: [
      'A name is unique in AWS: the second deployment fails, or takes over the resource of the first, as CreateQueue and CreateTopic do with equal settings.',
      'Destroying one environment would then destroy the resource of the other.',
      'Names follow `naming.pattern`, which contains the suffix of the environment; a copied spec needs another suffix.',
      'Environments in different accounts may have the same names: `provider.allowedAccountIds` in both specs states the accounts, and `pulumi up` refuses any other.',
    ],
    message: (p: { count: number; other: string; what: string; name: string }) =>
      `${p.count} ${p.count === 1 ? 'resource has the same name as one' : 'resources have the same names as those'} of ${p.other}, such as the ${p.what} "${p.name}"`,
  },
  'shared-logging-role': {
    code: 'ENV8102',
    severity: 'warning',
    summary: "Two environments of one account and Region own API Gateway's logging role.",
    explanation: [
      'API Gateway has one logging role for all APIs of an account in a Region (Amazon API Gateway Developer Guide, Set up CloudWatch logging for REST APIs).',
      'Each deployment replaces the role of the other environment, and destroying one environment deletes the role that all APIs of the account use.',
      'One environment sets `api.ownsAccountLoggingRole`; the others use its role.',
    ],
    message: (p: { other: string; region: string }) => `${p.other} also owns the account's logging role in ${p.region}`,
  },
  'shared-concurrency': {
    code: 'ENV8103',
    severity: 'warning',
    summary: 'Environments of one account and Region reserve more concurrency than the quota of the account.',
    explanation: [
      'Reserved concurrency is taken from the quota of the account in the Region, of which Lambda keeps 100 for functions without a reservation (AWS Lambda Developer Guide, Configuring reserved concurrency for a function).',
      'Lambda rejects the reservation that exceeds the rest, so the last environment cannot be deployed.',
    ],
    message: (p: { sum: number; available: number; quota: number; others: readonly string[] }) =>
      `functions reserve ${p.sum} concurrent executions together with ${p.others.join(', ')}; ${p.available} of the account's ${p.quota} can be reserved`,
  },
});

/** A compiled environment, the spec that it comes from, and the path of that spec. */
export interface CompiledEnvironment {
  readonly path: string;
  readonly spec: SpecMap;
  readonly environment: Environment;
  readonly graph: ResourceGraph;
}

/**
 * Finds the collisions of each environment with the previous ones, by path: resources with the same name (ENV8101), a second owner
 * of API Gateway's logging role (ENV8102), and reserved concurrency above the quota (ENV8103). Environments of unknown accounts
 * count as environments of one account.
 */
export function checkEnvironments(all: readonly CompiledEnvironment[]): ReadonlyMap<string, readonly Diagnostic[]> {
  return new Map(
    all.map((later, index) => {
      const neighbours = all.slice(0, index).filter((earlier) => mayShareAccount(earlier, later));
      const inRegion = neighbours.filter(({ environment: { region } }) => region === later.environment.region);
      return [
        later.path,
        [
          ...neighbours.flatMap((earlier) => checkNames(earlier, later)),
          ...inRegion.flatMap((earlier) => checkLoggingRole(earlier, later)),
          ...checkConcurrency(inRegion, later),
        ],
      ];
    }),
  );
}

function mayShareAccount(one: CompiledEnvironment, other: CompiledEnvironment): boolean {
  const [known, others] = [accountsOf(one), accountsOf(other)];
  return known.length === 0 || others.length === 0 || known.some((account) => others.includes(account));
}

/** The accounts that an environment can be deployed to; empty if they are unknown. */
function accountsOf({ environment: { provider } }: CompiledEnvironment): readonly string[] {
  const account = provider.assumeRole?.roleArn.split(':')[4];
  return account === undefined ? provider.allowedAccountIds : [account];
}

function checkNames(earlier: CompiledEnvironment, later: CompiledEnvironment): Diagnostic[] {
  const taken = new Set(scopedNames(earlier).map(({ key }) => key));
  const same = scopedNames(later).filter(({ key }) => taken.has(key));
  const [first] = same;
  if (first === undefined) return [];
  return [
    diagnose(
      'shared-names',
      at(later, ['suffix']),
      { count: same.length, other: earlier.path, what: first.what, name: first.name },
      {
        help: 'use another suffix; or, for two accounts, set provider.allowedAccountIds in both specs',
        related: [{ message: `the suffix of ${earlier.path}`, span: at(earlier, ['suffix']) }],
      },
    ),
  ];
}

/** The names of resources, each with a key that is unique in an account. */
function scopedNames({ graph, environment }: CompiledEnvironment) {
  const named = physicalNames(graph).filter(({ isLogical, form }) => !isLogical && form.within === undefined);
  return [
    ...named.map(({ name, form, node }) => {
      const scope = form.isAccountWide ? '' : environment.region;
      return { key: `${scope} ${form.space ?? node.kind} ${name}`, what: form.what, name };
    }),
    ...graph.resources.flatMap(domainName).map((name) => ({ key: `domain ${name}`, what: 'domain name', name })),
  ];
}

function domainName(node: AnyResourceNode): string[] {
  return node.kind === 'aws:apigateway/domainName:DomainName' ? [String(node.inputs.domainName)] : [];
}

function checkLoggingRole(earlier: CompiledEnvironment, later: CompiledEnvironment): Diagnostic[] {
  const path = ['api', 'ownsAccountLoggingRole'];
  const owns = ({ environment: { api } }: CompiledEnvironment) => api?.ownsAccountLoggingRole === true;
  if (!owns(earlier) || !owns(later)) return [];
  return [
    diagnose(
      'shared-logging-role',
      at(later, path),
      { other: earlier.path, region: later.environment.region },
      {
        help: 'set ownsAccountLoggingRole to false in one of the two; or, for two accounts, set provider.allowedAccountIds in both',
        related: [{ message: 'the other owner', span: at(earlier, path) }],
      },
    ),
  ];
}

function checkConcurrency(earlier: readonly CompiledEnvironment[], later: CompiledEnvironment): Diagnostic[] {
  const reserved = earlier.map(reservedConcurrency);
  const own = reservedConcurrency(later);
  const sum = reserved.reduce((total, instances) => total + instances, own);
  const quota = later.environment.quotas.lambda.concurrentExecutions;
  const available = Math.max(0, quota - UNRESERVED_CONCURRENCY);
  if (own === 0 || own === sum || sum <= available) return [];
  return [
    diagnose(
      'shared-concurrency',
      at(later, ['functions'], 'key'),
      { sum, available, quota, others: earlier.filter((_, index) => reserved[index] !== 0).map(({ path }) => path) },
      {
        help: 'reserve less; or request a quota increase and set quotas.lambda.concurrentExecutions; or, for other accounts, set provider.allowedAccountIds',
      },
    ),
  ];
}

function reservedConcurrency({ environment: { functions } }: CompiledEnvironment): number {
  return Object.values(functions).reduce((sum, { reservedConcurrency: instances = 0 }) => sum + instances, 0);
}

function at({ spec }: CompiledEnvironment, path: readonly string[], part?: 'key' | 'value'): Span {
  return fieldAt(spec, path, part);
}
