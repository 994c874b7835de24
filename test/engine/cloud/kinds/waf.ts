// Web ACLs of AWS WAF, their associations and their logs.

import type { Kind } from '../../../../compiler/graph/kind';
import { arn, type Behaviour, identifiedBy, uuidOf } from '../behaviour';
import { text } from '../properties';

/** The behaviour of each kind of the service. */
export const WAF = {
  'aws:wafv2/webAcl:WebAcl': {
    identity: (inputs, { region }) => `${region}/${text(inputs, 'scope')}/${text(inputs, 'name')}`,
    existing: {
      response: 'refuse',
      text: () =>
        "WAFDuplicateItemException: AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an existing one.",
    },
    id: (_inputs, generated) => uuidOf(generated),
    sets: ['rules', 'tokenDomains', 'customResponseBodies'],
    defaults: { 'rules.statement.rateBasedStatement.evaluationWindowSec': 300 },
    outputs: ({ inputs, id }, place) => ({
      arn: arn('wafv2', place, `regional/webacl/${text(inputs, 'name')}/${id}`),
      lockToken: id,
      capacity: 1,
    }),
    source: 'internal/service/wafv2/web_acl.go; AWS WAFV2 API, CreateWebACL',
  },
  'aws:wafv2/webAclAssociation:WebAclAssociation': {
    identity: identifiedBy('resourceArn'),
    existing: { response: 'overwrite' },
    source:
      'internal/service/wafv2/web_acl_association.go; AWS WAFV2 API, AssociateWebACL (one web ACL for each resource)',
  },
  'aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    identity: identifiedBy('resourceArn'),
    existing: { response: 'overwrite' },
    id: (inputs) => text(inputs, 'resourceArn'),
    sets: ['logDestinationConfigs', 'redactedFields', 'loggingFilter.filters', 'loggingFilter.filters.conditions'],
    putsAll: true,
    source: 'internal/service/wafv2/web_acl_logging_configuration.go; AWS WAFV2 API, PutLoggingConfiguration',
  },
} as const satisfies Partial<Record<Kind, Behaviour>>;
