// The ARN of a request.

import { LOCAL_ACCOUNT } from '../../local-values';
import type { RoutedRequest } from './check';

/** The ARN on which IAM authorizes a request, such as `arn:aws:execute-api:us-east-1:000000000000:local/prod/GET/payments`. */
export function methodArnOf({ route, target }: Pick<RoutedRequest, 'route' | 'target'>, region: string): string {
  const path = (target.split('?')[0] ?? '').slice(route.stage.length + 2);
  return `arn:aws:execute-api:${region}:${LOCAL_ACCOUNT}:${route.apiId}/${route.stage}/${route.method}/${path}`;
}
