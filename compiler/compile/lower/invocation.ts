// The URIs and ARNs for invoking functions and for naming requests in policies.

import type { Api } from '../../../schema/environment.generated';
import { API } from '../../graph/handles';
import { partition } from '../../graph/region';
import { fillPath } from '../../graph/route-path';
import { interpolate, type Text } from '../../graph/value';

/** The URI with which API Gateway invokes a function. */
export function invocationUri(region: string, functionArn: Text): Text {
  const lambda = `arn:${partition(region)}:apigateway:${region}:lambda:path/2015-03-31/functions/`;
  return interpolate(lambda, functionArn, '/invocations');
}

/** The method and the path of requests; `*` matches any. */
export interface Requests {
  readonly method: string;
  readonly path: string;
}

/** The ARN of requests. */
export function routeArn(api: Api, { method, path }: Requests): Text {
  const arn = API.ref('executionArn');
  return interpolate(arn, `/${api.stage}/${method}${fillPath(path, () => '*')}`);
}
