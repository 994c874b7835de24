// The specs that together use every field of the language, and the location of each leaf of the schema in them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Field, fieldsOf } from '../compiler/language/values/field';
import type { PathStep, Plain } from '../compiler/source/spec-node';
import { environmentSchema } from '../schema/environment-schema';
import { ROOT } from './spec';

const EVERYTHING = 'test/golden/everything/spec.yaml';

/**
 * The specs that together use everything: an edge-optimized API; an API with mutual TLS and a raised timeout quota; an API with
 * only TLS 1.3; an API without a domain name and with two usage plans; a private API.
 */
export const SPECS: Readonly<Record<string, string>> = {
  [EVERYTHING]: readFileSync(join(ROOT, EVERYTHING), 'utf8'),
  'test/golden/everything/regional.yaml': [
    'extends: spec.yaml',
    'api:',
    '  endpointType: REGIONAL',
    '  integrationTimeoutMilliseconds: 30000',
    '  domain:',
    '    disableExecuteApiEndpoint: true',
    '    certificateArn: arn:aws:acm:eu-central-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890',
    '    mutualTls:',
    '      truststoreUri: s3://ledger-truststore/clients.pem',
    '      truststoreVersion: 3HL4kqtJlcpXroDTDmJ',
    '      ownershipVerificationCertificateArn: arn:aws:acm:eu-central-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567891',
  ].join('\n'),
  'test/golden/everything/tls13.yaml': [
    'extends: regional.yaml',
    'api: { domain: { securityPolicy: SecurityPolicy_TLS13_1_3_2025_09, mutualTls: null } }',
  ].join('\n'),
  'test/golden/everything/unnamed.yaml':
    'extends: spec.yaml\napi: { domain: null, usagePlans: { others: { keys: [shop] } } }\n',
  'test/golden/everything/private.yaml':
    'extends: unnamed.yaml\napi: { endpointType: PRIVATE, vpcEndpointIds: [vpce-0123456789abcdef0] }\n',
};

/** The leaves of the schema. `*` is the name of a part. */
function leavesOf(field: Field): Field[] {
  const members = fieldsOf(field);
  return members.length === 0 ? [field] : members.flatMap(leavesOf);
}

/** The paths of a leaf in a spec. */
export function pathsOf(leaf: readonly PathStep[], value: Plain): PathStep[][] {
  return leaf
    .reduce<{ path: PathStep[]; value: Plain | undefined }[]>(
      (found, step) =>
        found.flatMap(({ path, value: around }) => {
          if (typeof around !== 'object' || around === null || Array.isArray(around)) return [];
          const keys = step === '*' ? Object.keys(around) : [String(step)];
          return keys.map((key) => ({ path: [...path, key], value: around[key] }));
        }),
      [{ path: [], value }],
    )
    .map(({ path }) => path);
}

/** The leaves of the whole schema. */
export function allLeaves(): Field[] {
  return leavesOf({ path: [], schema: environmentSchema, required: true });
}
