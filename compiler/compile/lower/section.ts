// The context for lowering sections, and the constructor of resources.

import type { SpecPath } from '../../../schema/spec-path';
import type { AnyResourceNode, Origin, ResourceNode } from '../../graph/graph';
import type { Handle } from '../../graph/handle';
import type { Inputs, Kind } from '../../graph/kind';
import type { JsonObject } from '../../graph/value';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { PathStep } from '../../source/spec-node';

/** The environment, and the location of each part. */
export interface LowerContext {
  readonly environment: ExpandedEnvironment;
  /** The JSON Schema of a payment's body; absent if the spec does not set it. */
  readonly bodySchema: JsonObject | undefined;
  readonly originOf: <const Path extends readonly PathStep[]>(path: SpecPath<Path>) => Origin;
}

/** The deployment options of a resource. */
export type ResourceOptions = Partial<
  Pick<ResourceNode, 'dependsOn' | 'ignoreChanges' | 'replaceOnChanges' | 'deleteBeforeReplace' | 'retainOnDelete'>
>;

/** The resource of a handle, without its undefined inputs. */
export function resource<K extends Kind>(
  { id, kind, name }: Handle<K>,
  origin: Origin,
  inputs: Inputs<K>,
  options: ResourceOptions = {},
): AnyResourceNode {
  const node: ResourceNode<K> = {
    id,
    kind,
    name,
    inputs: withoutUndefined(inputs),
    dependsOn: [...(options.dependsOn ?? [])].sort(),
    ignoreChanges: options.ignoreChanges ?? [],
    ...(options.replaceOnChanges !== undefined && { replaceOnChanges: options.replaceOnChanges }),
    ...(options.deleteBeforeReplace !== undefined && { deleteBeforeReplace: options.deleteBeforeReplace }),
    ...(options.retainOnDelete !== undefined && { retainOnDelete: options.retainOnDelete }),
    origin,
  };
  return node as unknown as AnyResourceNode;
}

function withoutUndefined<T>(value: T): T {
  // Avoids copies: most values do not contain undefined, and a large system has millions of values.
  if (!hasUndefined(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, withoutUndefined(item)])) as T;
}

function hasUndefined(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  if (Array.isArray(value)) return value.some(hasUndefined);
  for (const key in value) if (hasUndefined((value as Record<string, unknown>)[key])) return true;
  return false;
}
