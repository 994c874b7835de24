// Checks that every route is authenticated or explicitly public, and that its authorizer exists.

import type { Api } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { PathStep } from '../../../source/spec-node';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unauthenticated-routes': {
    code: 'ENV3090',
    severity: 'error',
    waivable: true,
    summary: 'Routes without authentication: anyone on the internet can call them. This requires a waiver.',
    explanation: [
      'With authorization NONE, anyone can make payments and read the payments of others (Security pillar of the AWS Well-Architected Framework, SEC 3; AWS Security Hub control APIGateway.8).',
      'Since the callers are unknown, the idempotency keys of two callers can also collide.',
      'If this is intended, for example until clients sign their requests, add a waiver with the reason.',
    ],
    message: (p: { routes: readonly string[] }) => `anyone can call ${p.routes.join(', ')} without authentication`,
  },
  'authorizer-missing': {
    code: 'ENV3094',
    severity: 'error',
    summary: 'A route requires an authorizer or an API key that the spec does not define.',
    explanation: [
      'COGNITO_USER_POOLS requires `api.cognito`, CUSTOM requires `api.lambdaAuthorizer`, and API_KEY requires a key in `api.usagePlans`.',
      'Without it, API Gateway rejects the method, or no client can call it.',
    ],
    message: (p: { authorization: string; section: string }) =>
      `authorization ${p.authorization} requires ${p.section}, which is missing`,
  },
  'authorizer-unused': {
    code: 'ENV3095',
    severity: 'warning',
    summary: 'An authorizer or usage plans that no route uses.',
    explanation: [
      'It does not have an effect; probably a route has another `authorization` than intended.',
      'A key of a usage plan counts only for routes with authorization API_KEY.',
    ],
    message: (p: { authorization: string }) => `no route has authorization ${p.authorization}, so this has no effect`,
  },
  'api-key-only': {
    code: 'ENV3096',
    severity: 'warning',
    summary: 'An API key is the only authentication of a route.',
    explanation: [
      'AWS advises against API keys as the only authentication: a key is sent with each request, is valid until it is deleted, and is valid for every API of its usage plan (Amazon API Gateway Developer Guide, "Usage plans and API keys for REST APIs").',
      'Use AWS_IAM, COGNITO_USER_POOLS or CUSTOM, or waive the finding.',
    ],
    message: (p: { routes: readonly string[] }) => `an API key is the only authentication of ${p.routes.join(', ')}`,
  },
});

/** ENV3090: routes without authentication. ENV3094: a missing authorizer. ENV3095: an unused authorizer. ENV3096: an API key as the only authentication. */
export const authorizationRule: Rule = {
  diagnose,
  *check({ environment: { api }, at }) {
    if (api === undefined) return;
    const used = authorizationsIn(api);
    for (const { authorization, path, routes } of used) {
      const section = SECTIONS[authorization];
      if (authorization === 'NONE') yield diagnose('unauthenticated-routes', at(path), { routes }, { help: OPEN_HELP });
      else if (section !== undefined && !hasSection(api, section))
        yield diagnose('authorizer-missing', at(path), { authorization, section: `api.${section}` });
      else if (authorization === 'API_KEY') yield diagnose('api-key-only', at(path), { routes });
    }
    for (const [authorization, section] of Object.entries(SECTIONS)) {
      if (hasSection(api, section) && !used.some((one) => one.authorization === authorization))
        yield diagnose('authorizer-unused', at(['api', section], 'key'), { authorization });
    }
  },
};

const OPEN_HELP =
  'set authorization to AWS_IAM; or waive ENV3090 for this path, with its value, a reason and an expiry';

/** The field that defines the authorizer of an authorization. */
const SECTIONS: Partial<Record<Api['authorization'], 'cognito' | 'lambdaAuthorizer' | 'usagePlans'>> = {
  COGNITO_USER_POOLS: 'cognito',
  CUSTOM: 'lambdaAuthorizer',
  API_KEY: 'usagePlans',
};

function hasSection(api: Api, section: 'cognito' | 'lambdaAuthorizer' | 'usagePlans'): boolean {
  return Object.keys(api[section] ?? {}).length > 0;
}

interface SaidAuthorization {
  readonly authorization: Api['authorization'];
  readonly path: readonly PathStep[];
  readonly routes: readonly string[];
}

/** The API's authorization with the routes that inherit it, and the authorizations of single routes. */
function authorizationsIn(api: Api): SaidAuthorization[] {
  const routes = Object.entries(api.routes);
  const inheriting = routes.flatMap(([name, { authorization }]) => (authorization === undefined ? [name] : []));
  return [
    ...(inheriting.length === 0
      ? []
      : [{ authorization: api.authorization, path: specPath('api', 'authorization'), routes: inheriting }]),
    ...routes.flatMap(([name, { authorization }]) =>
      authorization === undefined
        ? []
        : [{ authorization, path: specPath('api', 'routes', name, 'authorization'), routes: [name] }],
    ),
  ];
}
