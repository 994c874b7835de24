// What it takes to deploy a web ACL of AWS WAF. Its id is not known before: what is in an ARN after its name is `*`.

import type { Grant, KindAccess } from '../access';

/** By kind. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    service: 'wafv2',
    create: ['CreateWebACL', 'TagResource'],
    read: ['GetWebACL', 'ListTagsForResource'],
    update: ['UpdateWebACL', 'UntagResource'],
    delete: ['DeleteWebACL'],
    on: ({ name }) => [`regional/webacl/${name}/*`],
    // Whoever names a rule group has to be allowed it as well, those of AWS too.
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

/** WAF has CloudWatch Logs deliver in the deployer's name; these know no resource (AWS WAF Developer Guide, "CloudWatch Logs"). */
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
