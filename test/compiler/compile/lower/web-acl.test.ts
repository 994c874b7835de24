// AWS WAF for the API: its rules, association and logs.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { graphOf } from '../../../spec';

/** Development, which has no web ACL, with more fields of the API. */
function withApi(...lines: readonly string[]): ResourceGraph {
  const api = ['api:', ...lines.map((line) => `  ${line}`)];
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: development.yaml', ...api].join('\n') });
}

type Item = { readonly [key: string]: unknown };

function inputsOf(graph: ResourceGraph, name: string): Item {
  const node = graph.resources.find((resource) => resource.name === name);
  expect(node, name).to.not.equal(undefined);
  return settle(graph, node?.inputs as Value) as Item;
}

/** The rules in the order of WAF: the statement and action of each. */
function rulesOf(graph: ResourceGraph): unknown[] {
  const { rules } = inputsOf(graph, 'api-web-acl');
  const sorted = [...(rules as Item[])].sort((a, b) => Number(a.priority) - Number(b.priority));
  return sorted.map(({ statement, action, overrideAction }) => [statement, action ?? overrideAction]);
}

const managed = (name: string) => ({ managedRuleGroupStatement: { vendorName: 'AWS', name } });
const limit = (requests: number, seconds: number) => ({
  rateBasedStatement: { aggregateKeyType: 'IP', limit: requests, evaluationWindowSec: seconds },
});

describe('a web ACL', () => {
  it('exists only if the spec sets it', () => {
    const kinds = graphOf('spec/development.yaml').resources.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('aws:wafv2/'))).to.deep.equal([]);
  });

  const rows: Record<string, { says: string; rules: unknown[] }> = {
    'limits the rate of each address, and has the managed rules for any API': {
      says: 'webAcl: {}',
      rules: [
        [limit(2000, 300), { block: {} }],
        [managed('AWSManagedRulesAmazonIpReputationList'), { none: {} }],
        [managed('AWSManagedRulesCommonRuleSet'), { none: {} }],
        [managed('AWSManagedRulesKnownBadInputsRuleSet'), { none: {} }],
      ],
    },
    'only counts with action COUNT': {
      says: 'webAcl: { action: COUNT, managedRuleGroups: [AWSManagedRulesSQLiRuleSet] }',
      rules: [
        [limit(2000, 300), { count: {} }],
        [managed('AWSManagedRulesSQLiRuleSet'), { count: {} }],
      ],
    },
    'uses the rate limit of the spec': {
      says: 'webAcl: { rateLimit: { requests: 10, windowSeconds: 60 }, managedRuleGroups: [] }',
      rules: [[limit(10, 60), { block: {} }]],
    },
  };
  for (const [what, { says, rules }] of Object.entries(rows)) {
    it(what, () => expect(rulesOf(withApi(says))).to.deep.equal(rules));
  }

  it('allows requests without a match, and is associated with the stage of the API', () => {
    const graph = withApi('webAcl: {}');
    expect(inputsOf(graph, 'api-web-acl')).to.deep.include({
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
    });
    expect(inputsOf(graph, 'api-web-acl-association')).to.deep.equal({
      resourceArn: '<api.arn>/stages/prod',
      webAclArn: '<api-web-acl.arn>',
    });
  });

  it('does not store sampled requests', () => {
    const acl = inputsOf(withApi('webAcl: {}'), 'api-web-acl');
    const samples = JSON.stringify(acl).match(/"sampledRequestsEnabled":\w+/g);
    expect(samples).to.have.length(5);
    expect(new Set(samples)).to.deep.equal(new Set(['"sampledRequestsEnabled":false']));
  });

  it('logs matches to a log group with the prefix of WAF, without query and credentials', () => {
    const graph = withApi(
      'webAcl: {}',
      'lambdaAuthorizer: { functionArn: "{{ functions.payment-processor.arn }}", header: X-Token }',
    );
    const name = 'payment-payment-api-useast1-Development-dev';
    expect(inputsOf(graph, 'api-web-acl-logs')).to.deep.include({ name: `aws-waf-logs-${name}` });
    const header = (field: string) => ({ singleHeader: { name: field } });
    expect(inputsOf(graph, 'api-web-acl-logging')).to.deep.equal({
      resourceArn: '<api-web-acl.arn>',
      logDestinationConfigs: ['<api-web-acl-logs.arn>'],
      loggingFilter: {
        defaultBehavior: 'DROP',
        filters: [
          {
            behavior: 'KEEP',
            requirement: 'MEETS_ANY',
            conditions: ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'].map((action) => ({ actionCondition: { action } })),
          },
        ],
      },
      redactedFields: [{ queryString: {} }, ...['authorization', 'cookie', 'x-api-key', 'x-token'].map(header)],
    });
  });

  it('has no log if the spec disables it', () => {
    const names = withApi('webAcl: { logging: false }').resources.map((node) => node.name);
    expect(names).to.include('api-web-acl').and.to.not.include.members(['api-web-acl-logging']);
    expect(names.filter((name) => /web-acl-log/.test(name))).to.deep.equal([]);
  });
});
