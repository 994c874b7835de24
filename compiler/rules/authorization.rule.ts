// Nobody calls the API unknown, unless somebody answers for it; and what asks who calls is there.

import type { Api } from '../../schema/environment.generated';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule } from './rule';

/** ENV3090: routes that anybody may call. ENV3094: routes that ask what the spec does not have. ENV3095: what no route asks. ENV3096: an API key as the only proof. */
export const authorizationRule: Rule = ({ environment: { api }, at }) => {
  if (api === undefined) return [];
  const said = authorizationsIn(api);
  const findings = said.flatMap(({ authorization, path, routes }): Diagnostic[] => {
    const place = at(path);
    const section = SECTIONS[authorization];
    if (authorization === 'NONE') return [diagnose('open-api', place, { routes }, { help: OPEN_HELP })];
    if (section !== undefined && !hasSection(api, section))
      return [diagnose('authorizer-missing', place, { authorization, section: `api.${section}` })];
    return authorization === 'API_KEY' ? [diagnose('api-key-alone', place, { routes })] : [];
  });
  const unused = Object.entries(SECTIONS)
    .filter(
      ([authorization, section]) =>
        hasSection(api, section) && !said.some((one) => one.authorization === authorization),
    )
    .map(([authorization, section]) => diagnose('authorizer-unused', at(['api', section], 'key'), { authorization }));
  return [...findings, ...unused];
};

const OPEN_HELP = 'authorization: AWS_IAM; or a waiver of ENV3090 for this path, with a reason and an expiry';

/** The fields that describe what an authorization asks. */
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

/** The API's authorization with the routes that take it over, and those of single routes. */
function authorizationsIn(api: Api): SaidAuthorization[] {
  const routes = Object.entries(api.routes);
  const inheriting = routes.flatMap(([name, { authorization }]) => (authorization === undefined ? [name] : []));
  return [
    ...(inheriting.length === 0
      ? []
      : [{ authorization: api.authorization, path: ['api', 'authorization'], routes: inheriting }]),
    ...routes.flatMap(([name, { authorization }]) =>
      authorization === undefined
        ? []
        : [{ authorization, path: ['api', 'routes', name, 'authorization'], routes: [name] }],
    ),
  ];
}
