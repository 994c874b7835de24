// How API Gateway is told to call a function.

import { interpolate, type Text } from '../graph/value';
import { partition } from '../resolve/region';

/** The URI by which API Gateway invokes the function of an ARN. */
export function invocationUri(region: string, functionArn: Text): Text {
  const lambda = `arn:${partition(region)}:apigateway:${region}:lambda:path/2015-03-31/functions/`;
  return interpolate(lambda, functionArn, '/invocations');
}
