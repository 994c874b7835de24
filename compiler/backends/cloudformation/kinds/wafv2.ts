// Rules for AWS WAF.

import { capitalized, capitalizeKeys, type Json, type KindRule, type Properties } from '../rule';

/** The rules of each kind. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    type: 'AWS::WAFv2::WebACL',
    taggable: true,
    inputs: {
      name: 'Name',
      scope: 'Scope',
      defaultAction: capitalized('DefaultAction'),
      rules: (rules) => ({ Rules: (rules as readonly Rule[]).map(renderRule) }),
      visibilityConfig: (config) => ({ VisibilityConfig: renderMetrics(config as Metrics) }),
    },
    attributes: { arn: { get: 'Arn' } },
  } satisfies KindRule<'aws:wafv2/webAcl:WebAcl'>,

  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    type: 'AWS::WAFv2::WebACLAssociation',
    inputs: { resourceArn: 'ResourceArn', webAclArn: 'WebACLArn' },
  } satisfies KindRule<'aws:wafv2/webAclAssociation:WebAclAssociation'>,

  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    type: 'AWS::WAFv2::LoggingConfiguration',
    inputs: {
      resourceArn: 'ResourceArn',
      logDestinationConfigs: 'LogDestinationConfigs',
      loggingFilter: capitalized('LoggingFilter'),
      redactedFields: capitalized('RedactedFields'),
    },
  } satisfies KindRule<'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration'>,
};

type Rule = { readonly visibilityConfig: Metrics } & { readonly [key: string]: Json };
type Metrics = { readonly cloudwatchMetricsEnabled: boolean; readonly [key: string]: Json };

function renderRule({ visibilityConfig, ...rule }: Rule): Json {
  return { ...(capitalizeKeys(rule) as Properties), VisibilityConfig: renderMetrics(visibilityConfig) };
}

function renderMetrics({ cloudwatchMetricsEnabled, ...config }: Metrics): Json {
  return { ...(capitalizeKeys(config) as Properties), CloudWatchMetricsEnabled: cloudwatchMetricsEnabled };
}
