// Who may call a route, and how a request tells who calls.

import type { Api, Route } from '../../schema/environment.generated';

/** The authorization of a route: its own, or the API's. */
export function authorizationOf(api: Api, route: Route): Api['authorization'] {
  return route.authorization ?? api.authorization;
}

/** The header that tells callers of a route apart; undefined where anybody may call. */
export function callerHeader(api: Api, route: Route): string | undefined {
  switch (authorizationOf(api, route)) {
    case 'AWS_IAM':
    case 'COGNITO_USER_POOLS':
      return 'Authorization';
    case 'CUSTOM':
      return api.lambdaAuthorizer?.header;
    case 'API_KEY':
      return 'X-Api-Key';
    case 'NONE':
      return undefined;
  }
}
