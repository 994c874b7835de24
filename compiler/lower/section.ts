// What the lowering of each section is given, and how it makes a resource.

import type { Environment } from '../../schema/environment.generated';
import type { AnyResourceNode, Origin, ResourceNode } from '../graph/graph';
import { nodeId } from '../graph/graph';
import type { Inputs, Kind } from '../graph/kinds';
import type { JsonObject } from '../graph/value';
import type { PathStep } from '../source/spec-node';

/** The environment, and where each part of it was written. */
export interface LowerContext {
  readonly environment: Environment;
  /** The JSON Schema of a payment's body; absent where the spec names none. */
  readonly bodySchema: JsonObject | undefined;
  readonly originOf: (path: readonly PathStep[]) => Origin;
}

/** How a resource is deployed, beside its inputs. */
export type ResourceOptions = Partial<
  Pick<ResourceNode, 'dependsOn' | 'ignoreChanges' | 'replaceOnChanges' | 'deleteBeforeReplace' | 'retainOnDelete'>
>;

/** Makes a resource; inputs that are undefined are left out. */
export function resource<K extends Kind>(
  kind: K,
  name: string,
  origin: Origin,
  inputs: Inputs<K>,
  options: ResourceOptions = {},
): AnyResourceNode {
  const node: ResourceNode<K> = {
    id: nodeId(kind, name),
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
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, withoutUndefined(item)])) as T;
}
