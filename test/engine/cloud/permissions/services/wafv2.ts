// The calls for web ACLs of AWS WAF, their associations and their logging.

import { type Call, calls, type KindCalls, type Subject } from '../call';

interface Rule {
  readonly statement?: { readonly managedRuleGroupStatement?: { readonly vendorName: string; readonly name: string } };
}

/** The ARNs of a web ACL and of each managed rule group in it, which its calls are authorized on (Service Authorization Reference, AWS WAF V2). */
function withRuleGroups({ arn, inputs, place }: Subject, action: string): Call[] {
  const groups = ((inputs.rules as readonly Rule[] | undefined) ?? []).flatMap(({ statement }) => {
    const group = statement?.managedRuleGroupStatement;
    const own = `arn:${place.partition}:wafv2:${place.region}:${place.account}`;
    return group === undefined ? [] : [`${own}:regional/managedruleset/${group.name}/0a1b2c3d`];
  });
  return calls([arn, ...groups], action);
}

/** The calls for an association, authorized on the web ACL and the stage (AWS WAF Developer Guide, "Permissions for AssociateWebACL"). */
function associate({ inputs }: Subject, action: string): Call[] {
  return calls([String(inputs.webAclArn), String(inputs.resourceArn)], action);
}

const setWebAcl = ({ inputs }: Subject) => calls(String(inputs.resourceArn), 'apigateway:SetWebACL');

/** The delivery by CloudWatch Logs, which WAF sets up on behalf of the caller (AWS WAF Developer Guide, "Amazon CloudWatch Logs"). */
const deliverLogs = () =>
  calls(
    '*',
    ...['logs:CreateLogDelivery', 'logs:DescribeLogGroups', 'logs:DescribeResourcePolicies', 'logs:PutResourcePolicy'],
  );

/** The calls of each kind. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    source: 'wafv2/web_acl.go; Service Authorization Reference, AWS WAF V2',
    tagging: { tag: 'wafv2:TagResource', untag: 'wafv2:UntagResource', list: 'wafv2:ListTagsForResource' },
    make: (subject) => withRuleGroups(subject, 'wafv2:CreateWebACL'),
    read: ({ arn }) => calls(arn, 'wafv2:GetWebACL', 'wafv2:ListTagsForResource'),
    update: (subject) =>
      subject.changes('rules', 'defaultAction', 'visibilityConfig')
        ? withRuleGroups(subject, 'wafv2:UpdateWebACL')
        : [],
    delete: ({ arn }) => calls(arn, 'wafv2:DeleteWebACL'),
  },

  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    source: 'wafv2/web_acl_association.go; AWS WAF Developer Guide, "Permissions for AssociateWebACL"',
    make: (subject) => [...associate(subject, 'wafv2:AssociateWebACL'), ...setWebAcl(subject)],
    read: (subject) => associate(subject, 'wafv2:GetWebACLForResource'),
    update: () => [],
    delete: (subject) => [...associate(subject, 'wafv2:DisassociateWebACL'), ...setWebAcl(subject)],
  },

  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    source: 'wafv2/web_acl_logging_configuration.go; AWS WAF Developer Guide, "Amazon CloudWatch Logs"',
    make: ({ inputs }) => [...calls(String(inputs.resourceArn), 'wafv2:PutLoggingConfiguration'), ...deliverLogs()],
    read: ({ inputs }) => calls(String(inputs.resourceArn), 'wafv2:GetLoggingConfiguration'),
    update: ({ inputs }) => [...calls(String(inputs.resourceArn), 'wafv2:PutLoggingConfiguration'), ...deliverLogs()],
    delete: ({ inputs }) => [
      ...calls(String(inputs.resourceArn), 'wafv2:DeleteLoggingConfiguration'),
      ...calls('*', 'logs:DeleteLogDelivery'),
    ],
  },
} satisfies Record<string, KindCalls>;
