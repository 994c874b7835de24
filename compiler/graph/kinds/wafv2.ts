// The kinds of resources of AWS WAF.

import { type KindDefinitions, ONE, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    identity: ONE,
    cost: 'billed',
    replacedBy: ['name', 'namePrefix', 'scope'],
    name: { input: 'name', what: 'web ACL', service: 'WAF', most: 128, fewest: 1, ...WORD },
    count: 'fixed',
    texts: 'short',
  },
  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    identity: once('resourceArn'),
    cost: { free: 'part of the web ACL' },
    replacedBy: ['resourceArn', 'webAclArn'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    identity: once('resourceArn'),
    cost: { free: 'the log group is billed' },
    replacedBy: ['resourceArn', 'logDestinationConfigs'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
