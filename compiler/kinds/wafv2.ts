// The kinds of resources of AWS WAF.

import { type KindDefinitions, ONE, once, WORD } from './definition';

/** The definitions, by Pulumi type token. */
export const WAFV2 = {
  'aws:wafv2/webAcl:WebAcl': {
    identity: ONE,
    replacedBy: ['name', 'namePrefix', 'scope'],
    name: { input: 'name', what: 'web ACL', service: 'WAF', most: 128, fewest: 1, ...WORD },
    count: 'fixed',
    texts: 'short',
  },
  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    identity: once('resourceArn'),
    replacedBy: ['resourceArn', 'webAclArn'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    identity: once('resourceArn'),
    replacedBy: ['resourceArn', 'logDestinationConfigs'],
    name: 'assigned',
    count: 'fixed',
    texts: 'short',
  },
} as const satisfies KindDefinitions;
