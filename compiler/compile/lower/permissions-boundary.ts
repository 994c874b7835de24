// The permissions boundary of the functions' roles, which policies attached later cannot exceed.

import type { AnyResourceNode } from '../../graph/graph';
import { BOUNDARY } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { compact, policyDocument } from './policy';
import { permissions } from './role';
import { type LowerContext, resource } from './section';

/** The generated boundary, which combines the policies of all functions; empty if the spec sets another boundary. */
export function lowerPermissionsBoundary({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const functions = Object.entries(environment.functions);
  if (environment.permissionsBoundary !== 'GENERATED' || functions.length === 0) return [];
  const statements = functions.flatMap(([name, lambda]) =>
    Object.values(permissions(environment, name, lambda)).flat(),
  );
  return [
    resource(BOUNDARY, originOf(['permissionsBoundary']), {
      name: physicalName(environment, BOUNDARY.name),
      description: 'The most that the functions of the environment may do',
      policy: policyDocument(compact(statements)),
      tags: environment.tags,
    }),
  ];
}
