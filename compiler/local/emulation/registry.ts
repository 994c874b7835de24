// The honesty report: each field of the language, and how the local run treats it.

import type { Environment } from '../../../schema/environment.generated';
import { ALARMS } from './alarms';
import { API, FUNCTIONS } from './api';
import { type Emulation, type EmulationOf, notLocal } from './emulation';
import { ENVIRONMENT } from './environment';
import { STORES } from './stores';

/** The fields that the compiler processes before it resolves a spec. */
const FILE = {
  $schema: notLocal('Only editors read it'),
  extends: notLocal('The compiler merges the specs, and the run obeys the result'),
  language: notLocal('It decides whether the compiler reads the file'),
} as const satisfies Readonly<Record<string, Emulation>>;

/** All fields that are not maps, by their paths. tsc names a field of the schema that is missing. */
const REGISTRY: EmulationOf<keyof Environment> & Readonly<Record<keyof typeof FILE, Emulation>> = {
  ...FILE,
  ...ENVIRONMENT,
  ...STORES,
  ...FUNCTIONS,
  ...API,
  ...ALARMS,
};

/** A field that is not a map, such as `tables.*.billingMode`. */
export type Leaf = keyof typeof REGISTRY;

/** A field of the report. */
export type EmulatedField = { readonly path: Leaf } & Emulation;

/** The report, by the sections of the language. */
export function emulationReport(): readonly EmulatedField[] {
  return (Object.entries(REGISTRY) as [Leaf, Emulation][]).map(([path, emulation]) => ({ path, ...emulation }));
}
