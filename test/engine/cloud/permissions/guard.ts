// Authorizes each change and read of the stand-in by policies, through the calls that the real provider makes.

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Policy } from '../../../../compiler/model/iam-policy';
import type { Cloud, Request, Thing } from '../index';
import { arnOf } from './arns';
import { type Properties, type Tags, tagsOf } from './call';
import { CALLS, type ResourceOperation } from './calls';
import { Permissions, type Surroundings } from './permissions';

/** Makes the cloud refuse requests that the policies do not allow. */
export function authorizeBy(cloud: Cloud, policies: readonly Policy[]): void {
  const place: Target = { partition: 'aws', region: cloud.region, account: cloud.account };
  const permissions = new Permissions(policies, place);
  cloud.authorize = (request) =>
    permissions.authorize(operationOf(cloud, request, place), surroundingsOf(cloud))?.replace(/^AccessDenied: /, '');
}

function operationOf(cloud: Cloud, request: Request, place: Target): ResourceOperation {
  const { action, kind, identity } = request;
  const thing = cloud.world.at(identity);
  const inputs = withAllTags(cloud, request, request.inputs);
  const arn = arnOf(kind, inputs, thing?.id ?? placeholderId(kind), place);
  const olds = action === 'update' ? { olds: formerOf(cloud, request, inputs) } : {};
  return { action, kind, arn, inputs, ...olds };
}

/** An id of the length that AWS generates, for a resource that does not exist yet. */
function placeholderId(kind: string): string {
  return kind.startsWith('aws:apigateway/') ? '0a1b2c3d4e' : '0a1b2c3d-0000-4000-8000-000000000000';
}

function withAllTags(cloud: Cloud, { kind }: Request, inputs: Properties): Properties {
  if (CALLS[kind].tagging === undefined) return inputs;
  return { ...inputs, tagsAll: { ...(cloud.provider.defaultTags as Tags), ...(inputs.tags as Tags | undefined) } };
}

/** The inputs before an update: the current inputs, with the old values of the inputs that the provider sends. */
function formerOf(cloud: Cloud, { kind, inputs: wanted, olds }: Request, inputs: Properties): Properties {
  const { paths } = cloud.provider.diff(kind, olds, wanted);
  const former: Record<string, unknown> = { ...inputs };
  for (const key of new Set([...paths.map(([first]) => String(first)), 'tagsAll'])) former[key] = olds[key];
  return former;
}

function surroundingsOf(cloud: Cloud): Surroundings {
  const find = (arn: string): Thing | undefined =>
    [...cloud.resources.values()].find(({ outputs }) => outputs.arn === arn);
  return {
    tagsOf: (arn) => {
      const thing = find(arn);
      return thing && tagsOf({ ...thing.inputs, ...thing.outputs });
    },
    boundaryOf: (role) => find(role)?.inputs.permissionsBoundary as string | undefined,
  };
}
