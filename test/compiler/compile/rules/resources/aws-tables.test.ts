// The tables of limits by resource kind: each entry at its last valid and its first invalid value, and complete.

import { expect } from 'chai';
import { deployedTexts } from '../../../../../compiler/compile/rules/common/deployed-text';
import { functionPolicyRule } from '../../../../../compiler/compile/rules/resources/function-policy.rule';
import { inputSizeRule } from '../../../../../compiler/compile/rules/resources/input-size.rule';
import { nameLengthRule } from '../../../../../compiler/compile/rules/resources/name-length.rule';
import { resourceCountRule } from '../../../../../compiler/compile/rules/resources/resource-count.rule';
import type { ResourceRule, RuleContext } from '../../../../../compiler/compile/rules/rule';
import type { Diagnostic } from '../../../../../compiler/diagnostics/diagnostic';
import type { AnyResourceNode, ResourceGraph } from '../../../../../compiler/graph/graph';
import type { KindDefinition } from '../../../../../compiler/graph/kinds/definition';
import { KINDS } from '../../../../../compiler/graph/kinds/kinds';
import { isExpression, type Value } from '../../../../../compiler/graph/value';
import { compileProject, graphOf } from '../../../../spec';

const SPEC = 'test/golden/everything/spec.yaml';
const { graph: EVERYTHING, resolved } = compileProject(SPEC);
if (EVERYTHING === undefined || resolved === undefined) throw new Error(`${SPEC} is invalid`);
const SPAN = { source: { path: SPEC, text: '' }, start: 0, end: 0 } as unknown as ReturnType<RuleContext['at']>;
const CONTEXT: RuleContext = {
  environment: resolved.expanded,
  root: resolved.spec,
  today: '2026-11-23',
  at: () => SPAN,
  otherSide: () => [],
};

/** The findings of a rule on a graph of these resources. */
function found(rule: ResourceRule, resources: readonly object[]): string[] {
  const graph = { ...EVERYTHING, resources: resources as AnyResourceNode[] } as ResourceGraph;
  return [...rule.check(CONTEXT, graph)].map(({ code }: Diagnostic) => code);
}

function node(kind: string, inputs: object, name = 'part') {
  return {
    id: `${kind}::${name}`,
    kind,
    name,
    inputs,
    origin: { path: 'api', steps: ['api'], place: '' },
    dependsOn: [],
    ignoreChanges: [],
  };
}

/** The kinds for which a part of the definition is not a reason to leave it out. */
const entries = <Part extends 'name' | 'count' | 'texts'>(part: Part) =>
  Object.entries(KINDS).flatMap(([kind, { [part]: entry }]) =>
    typeof entry === 'string' ? [] : [[kind, entry as Exclude<KindDefinition[Part], string>] as const],
  );

describe('the names of a kind', () => {
  for (const [kind, { input, most, fewest, isLogical }] of entries('name')) {
    it(`of ${kind} have ${fewest} to ${most} characters`, () => {
      const named = (length: number) => found(nameLengthRule, [node(kind, { [input]: 'x'.repeat(length) })]);
      expect([named(fewest), named(most), named(most + 1)]).to.deep.equal([[], [], ['ENV3056']]);
      if (fewest > 1) expect(named(fewest - 1)).to.deep.equal(['ENV3056']);
      const logical = (length: number) => found(nameLengthRule, [node(kind, {}, 'x'.repeat(length))]);
      if (isLogical) expect([logical(most - 8), logical(most - 7)]).to.deep.equal([[], ['ENV3056']]);
    });
  }
});

describe('the number of a kind', () => {
  for (const [kind, { most }] of entries('count')) {
    const quota = most(CONTEXT.environment.quotas);
    it(`of ${kind} is at most ${quota}`, () => {
      const counted = (count: number) =>
        found(
          resourceCountRule,
          Array.from({ length: count }, () => node(kind, {})),
        );
      expect([counted(quota), counted(quota + 1)]).to.deep.equal([[], ['ENV3200']]);
    });
  }
});

describe('a list of a resource', () => {
  const rows: Record<string, { most: number; of: (count: number) => object }> = {
    'tables in a backup selection': {
      most: 500,
      of: (count) => node('aws:backup/selection:Selection', { resources: Array(count).fill('arn') }),
    },
    'alarms in a composite alarm': {
      most: 100,
      of: (count) =>
        node('aws:cloudwatch/compositeAlarm:CompositeAlarm', {
          alarmRule: {
            $: 'interpolation',
            parts: Array(count).fill({
              $: 'reference',
              node: 'aws:cloudwatch/metricAlarm:MetricAlarm::a',
              attribute: 'name',
            }),
          },
        }),
    },
    'widgets of a dashboard': {
      most: 500,
      of: (count) =>
        node('aws:cloudwatch/dashboard:Dashboard', {
          dashboardBody: { $: 'json', value: { widgets: Array(count).fill({}) } },
        }),
    },
  };
  for (const [what, { most, of }] of Object.entries(rows)) {
    it(`has at most ${most} ${what}`, () =>
      expect([found(resourceCountRule, [of(most)]), found(resourceCountRule, [of(most + 1)])]).to.deep.equal([
        [],
        ['ENV3200'],
      ]));
  }
});

describe('the length of a text', () => {
  for (const [kind, sizes] of entries('texts')) {
    for (const { input, most, unit, sharedBy } of sizes) {
      const limit = most(CONTEXT.environment.quotas);
      it(`of ${kind}, ${input}, is at most ${limit} ${unit}`, () => {
        const text = (length: number) => node(kind, { [input]: 'x'.repeat(length), role: 'r' }, `part-${length}`);
        const measure = (...lengths: number[]) => found(inputSizeRule, lengths.map(text));
        expect([measure(limit), measure(limit + 1)]).to.deep.equal([[], ['ENV3201']]);
        expect(measure(limit, 1)).to.deep.equal(sharedBy === undefined ? [] : ['ENV3201']);
      });
    }
  }

  const graphs = [SPEC, 'spec/production.yaml', 'spec/pr1234.yaml'].map((spec) => graphOf(spec));
  const texts = graphs.flatMap((graph) =>
    graph.resources.flatMap(({ kind, inputs }) =>
      Object.entries(inputs as object).flatMap(([input, value]) =>
        isExpression(value) && value.$ === 'json' ? [{ graph, kind, input, value: value as Value }] : [],
      ),
    ),
  );

  it('is covered for each JSON text of the shipped specs', () => {
    const undecided = texts.filter(({ kind, input }) => {
      const sizes = KINDS[kind].texts;
      return sizes === 'short' || (typeof sizes !== 'string' && !sizes.some((size) => size.input === input));
    });
    // CloudWatch limits the number of widgets of a dashboard, not its length.
    expect([...new Set(undecided.map(({ kind, input }) => `${kind} ${input}`))].sort()).to.deep.equal([
      'aws:cloudwatch/dashboard:Dashboard dashboardBody',
    ]);
  });

  it('is not checked if it contains an unknown value', () => {
    const measured = texts.filter(({ kind }) => typeof KINDS[kind].texts !== 'string');
    const unknown = measured.filter(({ graph, value }) => deployedTexts(graph)(value).includes('x'.repeat(128)));
    expect(unknown.map(({ kind, input }) => `${kind} ${input}`)).to.deep.equal([]);
  });
});

describe('the policy of a function', () => {
  const permission = (length: number) =>
    node('aws:lambda/permission:Permission', {
      function: 'f',
      statementId: 's',
      principal: 'apigateway.amazonaws.com',
      action: 'lambda:InvokeFunction',
      sourceArn: 'x'.repeat(length),
    });
  const fixed = JSON.stringify({
    Version: '2012-10-17',
    Id: 'default',
    Statement: [
      {
        Sid: 's',
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: `arn:aws:lambda:${CONTEXT.environment.region}:123456789012:function:f`,
        Condition: { ArnLike: { 'AWS:SourceArn': '' } },
      },
    ],
  });

  it('has at most 20,480 bytes', () => {
    const rest = 20_480 - fixed.length;
    expect(found(functionPolicyRule, [permission(rest)])).to.deep.equal([]);
    expect(found(functionPolicyRule, [permission(rest + 1)])).to.deep.equal(['ENV3201']);
    expect(found(functionPolicyRule, [permission(rest), permission(1)])).to.deep.equal(['ENV3201']);
  });
});
