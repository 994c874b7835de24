// The provider functions that a program can call.

import { arn, managedKeyArn } from './behaviour';
import { type Properties, text } from './properties';
import type { Place, World } from './world';

/** Returns the result of a call. Throws for functions that the project does not use. */
export function answerInvoke(token: string, args: Properties, world: World, place: Place): Properties {
  switch (token) {
    case 'aws:index/getCallerIdentity:getCallerIdentity':
      return { accountId: place.account };
    case 'aws:index/getRegion:getRegion':
      return { name: place.region, region: place.region, id: place.region };
    case 'aws:kms/getAlias:getAlias':
      return alias(text(args, 'name'), world, place);
    case 'aws:kms/getKey:getKey':
      return key(text(args, 'keyId'), world, place);
    default:
      throw new Error(`unexpected call of ${token}`);
  }
}

function alias(name: string, world: World, place: Place): Properties {
  const target = targetOf(name, world, place);
  return {
    ...{ id: arn('kms', place, name), arn: arn('kms', place, name), name, region: place.region },
    ...{ targetKeyArn: target, targetKeyId: target.replace(/^.*key\//, '') },
  };
}

function key(keyId: string, world: World, place: Place): Properties {
  const name = keyId.replace(/^arn:.*:(?=alias\/)/, '');
  const found = name.startsWith('alias/') ? targetOf(name, world, place) : arn('kms', place, `key/${keyId}`);
  const id = found.replace(/^.*key\//, '');
  return { arn: found, id, keyId, enabled: true, keyManager: name.startsWith('alias/aws/') ? 'AWS' : 'CUSTOMER' };
}

/** The ARN of an alias's key. Throws NotFoundException if there is none. */
function targetOf(name: string, world: World, place: Place): string {
  const [, service] = /^alias\/aws\/(.+)$/.exec(name) ?? [];
  if (service !== undefined) return managedKeyArn(place, service);
  const found = world.at(`kms:Alias ${place.region}/${name}`);
  if (found === undefined) throw new Error(`NotFoundException: Alias ${arn('kms', place, name)} is not found.`);
  return text(found.outputs, 'targetKeyArn');
}
