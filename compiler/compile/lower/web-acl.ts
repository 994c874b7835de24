// AWS WAF for the API: a web ACL, its association with the stage, and the log of matched requests.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName, stageHandle } from '../../graph/handles';
import { physicalName } from '../../graph/physical-name';
import { interpolate } from '../../graph/value';
import { lowerLogGroup } from './log-group';
import { webAclLogGroup } from './log-group-name';
import { type LowerContext, resource } from './section';

const WEB_ACL = handle('aws:wafv2/webAcl:WebAcl', apiPartName('web-acl'));
const LOGS = handle('aws:cloudwatch/logGroup:LogGroup', `${WEB_ACL.name}-logs`);

/** The headers that contain credentials, which must not be logged. */
const CREDENTIALS = ['authorization', 'cookie', 'x-api-key'];

/** The web ACL of the API; empty if the spec does not define one. */
export function lowerWebAcl(context: LowerContext, api: Api): AnyResourceNode[] {
  const { environment, originOf } = context;
  const { webAcl } = api;
  if (webAcl === undefined) return [];
  const origin = originOf(['api', 'webAcl']);
  const name = physicalName(environment, api.name);
  const webAclArn = WEB_ACL.ref('arn');
  const stage = stageHandle(api).ref('stageName');
  return [
    resource(WEB_ACL, origin, {
      name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: rulesOf(webAcl),
      visibilityConfig: metricsOf(name),
      tags: environment.tags,
    }),
    resource(
      handle('aws:wafv2/webAclAssociation:WebAclAssociation', `${WEB_ACL.name}-association`),
      origin,
      { resourceArn: interpolate(API.ref('arn'), '/stages/', stage), webAclArn },
      DELETE_FIRST,
    ),
    ...(webAcl.logging ? lowerLogging(context, api) : []),
  ];
}

/**
 * Deletes the old association or logging configuration first. A stage has one web ACL, and a web ACL has one logging configuration:
 * AWS WAF overwrites the old one, so that a later deletion would delete the new one (AWS WAF API, AssociateWebACL and
 * PutLoggingConfiguration).
 */
const DELETE_FIRST = { deleteBeforeReplace: true };

type WebAcl = NonNullable<Api['webAcl']>;

/** The rules in their order. The rate limit is first because it is the cheapest to evaluate. */
function rulesOf({ action, rateLimit, managedRuleGroups }: WebAcl) {
  const isCounting = action === 'COUNT';
  const limit = {
    name: 'rate-limit',
    priority: 0,
    action: isCounting ? { count: {} } : { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: rateLimit.requests,
        evaluationWindowSec: rateLimit.windowSeconds,
      },
    },
    visibilityConfig: metricsOf('rate-limit'),
  };
  const managed = managedRuleGroups.map((name, at) => ({
    name,
    priority: at + 1,
    overrideAction: isCounting ? { count: {} } : { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    visibilityConfig: metricsOf(name),
  }));
  return [limit, ...managed];
}

/** The metrics of a rule. Sampling is disabled, because samples contain the headers and query strings that the log redacts. */
function metricsOf(metricName: string) {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: false };
}

/** The log of requests that matched a rule. The access log contains all other requests. */
function lowerLogging(context: LowerContext, api: Api): AnyResourceNode[] {
  const origin = context.originOf(['api', 'webAcl', 'logging']);
  const name = webAclLogGroup(physicalName(context.environment, api.name));
  const kept = ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'].map((action) => ({ actionCondition: { action } }));
  const caller = api.lambdaAuthorizer?.header.toLowerCase();
  const redacted = [...new Set([...CREDENTIALS, ...(caller === undefined ? [] : [caller])])];
  return [
    lowerLogGroup(context, LOGS, origin, name),
    resource(
      handle('aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration', `${WEB_ACL.name}-logging`),
      origin,
      {
        resourceArn: WEB_ACL.ref('arn'),
        logDestinationConfigs: [LOGS.ref('arn')],
        loggingFilter: {
          defaultBehavior: 'DROP',
          filters: [{ behavior: 'KEEP', requirement: 'MEETS_ANY', conditions: kept }],
        },
        redactedFields: [{ queryString: {} }, ...redacted.map((header) => ({ singleHeader: { name: header } }))],
      },
      DELETE_FIRST,
    ),
  ];
}
