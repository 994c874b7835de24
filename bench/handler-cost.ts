// Measures the CPU time of bundled handlers in processes of their own, in turn, on one table.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './measure';

/** The kinds of requests: one after the other, and ten in flight. */
type Kind = 'post' | 'post10' | 'get' | 'get10';

/** The cost of a request: CPU time in milliseconds, and the requests of a second. */
interface Cost {
  readonly cpu: number;
  readonly perSecond: number;
}

/** The median costs of a handler. */
export type Costs = Readonly<Record<Kind, Cost>>;

const KINDS: readonly Kind[] = ['post', 'post10', 'get', 'get10'];

/** The handlers to measure, and how. */
export interface Comparison<Name extends string> {
  /** The file of each handler's bundle. */
  readonly bundles: Readonly<Record<Name, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly requests: number;
}

/** Measures handlers in turn, and returns the medians of the rounds. Throws if one fails. */
export function measureCosts<Name extends string>(comparison: Comparison<Name>): Record<Name, Costs> {
  const { bundles, environment, rounds, requests } = comparison;
  const names = Object.keys(bundles) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as Costs[]])) as Record<Name, Costs[]>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) measured[name].push(run(bundles[name], requests, environment));
  return Object.fromEntries(names.map((name) => [name, medians(measured[name])])) as Record<Name, Costs>;
}

function run(bundle: string, requests: number, environment: Readonly<Record<string, string>>): Costs {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(__dirname, 'handler-load.cjs'), bundle, String(requests)],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  );
  if (status !== 0) throw new Error(`${bundle} failed: ${stderr}`);
  return JSON.parse(stdout) as Costs;
}

function medians(costs: readonly Costs[]): Costs {
  const of = (kind: Kind, value: keyof Cost) => median(costs.map((one) => one[kind][value]));
  return Object.fromEntries(
    KINDS.map((kind) => [kind, { cpu: of(kind, 'cpu'), perSecond: of(kind, 'perSecond') }]),
  ) as Record<Kind, Cost>;
}
