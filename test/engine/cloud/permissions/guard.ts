// The cloud under policies: each change and each reading of the stand-in is authorized as the calls of the real provider are.

import type { Target } from '../../../../compiler/backends/deployer/access';
import type { Cloud, Request, Thing } from '../index';
import { arnOf } from './arns';
import { type Properties, type Tags, tagsOf } from './call';
import { CALLS, type ResourceOperation } from './calls';
import type { Policy } from './evaluate';
import { Permissions, type Surroundings } from './permissions';

/** Has the cloud refuse what policies do not allow. */
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
  const arn = arnOf(kind, inputs, thing?.id ?? idToBe(kind), place);
  const olds = action === 'update' ? { olds: formerOf(cloud, request, inputs) } : {};
  return { action, kind, arn, inputs, ...olds };
}

/** An id of the length that AWS would choose. */
function idToBe(kind: string): string {
  return kind.startsWith('aws:apigateway/') ? '0a1b2c3d4e' : '0a1b2c3d-0000-4000-8000-000000000000';
}

function withAllTags(cloud: Cloud, { kind }: Request, inputs: Properties): Properties {
  if (CALLS[kind].tagging === undefined) return inputs;
  return { ...inputs, tagsAll: { ...(cloud.provider.defaultTags as Tags), ...(inputs.tags as Tags | undefined) } };
}

/** The inputs before an update: those of now, but for what the provider sends. What it leaves alone is no change to it. */
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
