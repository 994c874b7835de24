// Access rules for AWS WAF. A web ACL's id is not known before deployment: `*` replaces it in the ARN.

import type { Grant, KindAccess } from '../access';

/** The rules of each kind. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    service: 'wafv2',
    create: ['CreateWebACL', 'TagResource'],
    read: ['GetWebACL', 'ListTagsForResource'],
    update: ['UpdateWebACL', 'UntagResource'],
    delete: ['DeleteWebACL'],
    on: ({ name }) => [`regional/webacl/${name}/*`],
    // The permission must include the rule groups that a web ACL refers to, including those of AWS.
    also: (_, { partition, region, account }) => [
      {
        actions: ['wafv2:CreateWebACL', 'wafv2:UpdateWebACL'],
        resources: [`arn:${partition}:wafv2:${region}:${account}:regional/managedruleset/*/*`],
      },
    ],
  } satisfies KindAccess<'aws:wafv2/webAcl:WebAcl'>,

  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    service: 'wafv2',
    create: ['AssociateWebACL'],
    read: ['GetWebACLForResource'],
    update: [],
    delete: ['DisassociateWebACL'],
    on: ({ webAclArn, resourceArn }) => [webAclArn, resourceArn],
    also: ({ resourceArn }) => [{ actions: ['apigateway:SetWebACL'], resources: [resourceArn] }],
  } satisfies KindAccess<'aws:wafv2/webAclAssociation:WebAclAssociation'>,

  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    service: 'wafv2',
    create: ['PutLoggingConfiguration'],
    read: ['GetLoggingConfiguration'],
    update: ['PutLoggingConfiguration'],
    delete: ['DeleteLoggingConfiguration'],
    on: ({ resourceArn }) => [resourceArn],
    also: () => [LOG_DELIVERY],
  } satisfies KindAccess<'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration'>,
};

/** AWS WAF sets up log delivery on behalf of the deployer; these actions do not support resources (AWS WAF Developer Guide, "CloudWatch Logs"). */
const LOG_DELIVERY: Grant = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:PutResourcePolicy',
  ],
  resources: ['*'],
};
