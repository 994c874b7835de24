// The context for lowering sections, and the constructor of resources.

import type { Environment } from '../../schema/environment.generated';
import type { AnyResourceNode, Origin, ResourceNode } from '../graph/graph';
import { nodeId } from '../graph/graph';
import type { Inputs, Kind } from '../graph/kinds';
import type { JsonObject } from '../graph/value';
import type { PathStep } from '../source/spec-node';

/** The environment, and the location of each part. */
export interface LowerContext {
  readonly environment: Environment;
  /** The JSON Schema of a payment's body; absent if the spec sets none. */
  readonly bodySchema: JsonObject | undefined;
  readonly originOf: (path: readonly PathStep[]) => Origin;
}

/** The deployment options of a resource. */
export type ResourceOptions = Partial<
  Pick<ResourceNode, 'dependsOn' | 'ignoreChanges' | 'replaceOnChanges' | 'deleteBeforeReplace' | 'retainOnDelete'>
>;

/** Creates a resource without its undefined inputs. */
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
