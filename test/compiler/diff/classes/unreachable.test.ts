// Edits of the class `unreachable`: changes after which callers do not reach the API.

import { expect } from 'chai';
import { findingsOf } from './changed-spec';
import { SPEC, testClass } from './class-rows';

function domain(disablesOther = 'true'): string {
  return (
    '{ name: pay.example.com, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000", disableExecuteApiEndpoint: ' +
    disablesOther +
    ' }'
  );
}

testClass('unreachable', {
  has: {
    'another stage': {
      edits: [['stage: prod', 'stage: live']],
      path: 'api.stage',
      reason: /the stage, which is part of the URL, is (replaced|deleted)/,
    },
    'a removed API': {
      edits: [[SPEC.slice(SPEC.indexOf('api:\n'), SPEC.indexOf('alarms:\n')), '']],
      path: 'api',
      reason: /the URL of API Gateway is deleted/,
    },
    'a private API': {
      edits: [['stage: prod', 'stage: prod\n  endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]']],
      path: 'api.endpointType',
      reason: /moves from REGIONAL to PRIVATE/,
    },
    'a custom domain that disables the default URL': {
      edits: [['stage: prod', `stage: prod\n  domain: ${domain()}`]],
      path: 'api.domain.disableExecuteApiEndpoint',
      reason: /default URL is disabled/,
    },
    'a removed custom domain': {
      first: ['stage: prod', `stage: prod\n  domain: ${domain()}`],
      edits: [[`\n  domain: ${domain()}`, '']],
      path: 'api.domain',
      reason: /the custom domain is deleted/,
    },
    'a removed encryption key of a table that stays': {
      first: ['SERVICE_OWNED', 'CUSTOMER_MANAGED'],
      edits: [['CUSTOMER_MANAGED', 'SERVICE_OWNED']],
      path: 'encryption.key',
      reason: /scheduled for deletion/,
    },
  },
  hasNot: {
    'another rate': [['rateLimit: 100', 'rateLimit: 99']],
    'an added route': [['  routes:\n', '  routes:\n    more: { method: GET, path: /more, function: f }\n']],
    'an added custom domain': [['stage: prod', `stage: prod\n  domain: ${domain('false')}`]],
  },
});

describe('the classes of change', () => {
  it('exclude unreachable if the default URL was already disabled', () => {
    const text = SPEC.replace('stage: prod', `stage: prod\n  domain: ${domain()}`);
    const found = findingsOf(text, ['rateLimit: 100', 'rateLimit: 99']);
    expect(found.map((finding) => finding.class)).to.deep.equal(['capacity dip']);
  });
});
