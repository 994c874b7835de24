// The URIs and ARNs for invoking functions and for naming requests in policies.

import type { Api } from '../../schema/environment.generated';
import { interpolate, reference, type Text } from '../graph/value';
import { API_NODE } from '../resolve/logical-names';
import { partition } from '../resolve/region';

/** The URI with which API Gateway invokes a function. */
export function invocationUri(region: string, functionArn: Text): Text {
  const lambda = `arn:${partition(region)}:apigateway:${region}:lambda:path/2015-03-31/functions/`;
  return interpolate(lambda, functionArn, '/invocations');
}

/** The ARN of all requests with a method and a path; `*` matches any. */
export function routeArn(api: Api, { method, path }: { readonly method: string; readonly path: string }): Text {
  const arn = reference(API_NODE, 'executionArn');
  return interpolate(arn, `/${api.stage}/${method}${path.replaceAll(/\{[^}]+\}/g, '*')}`);
}
