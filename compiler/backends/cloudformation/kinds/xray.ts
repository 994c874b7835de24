// Rules for X-Ray; CloudFormation puts a sampling rule in a property of the resource.

import type { InputRule, KindRule } from '../rule';

const within =
  (name: string): InputRule =>
  (value) => ({ SamplingRule: { [name]: value } });

/** The rules of each kind. */
export const XRAY = {
  'aws:xray/samplingRule:SamplingRule': {
    type: 'AWS::XRay::SamplingRule',
    taggable: true,
    inputs: {
      ruleName: within('RuleName'),
      priority: within('Priority'),
      reservoirSize: within('ReservoirSize'),
      fixedRate: within('FixedRate'),
      serviceName: within('ServiceName'),
      serviceType: within('ServiceType'),
      host: within('Host'),
      httpMethod: within('HTTPMethod'),
      urlPath: within('URLPath'),
      resourceArn: within('ResourceARN'),
      version: within('Version'),
    },
  } satisfies KindRule<'aws:xray/samplingRule:SamplingRule'>,
};
