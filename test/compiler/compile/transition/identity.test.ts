// Logical names are derived from the identity of resources in AWS, and stacks with other names are taken over.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { compileSpec } from '../../../../compiler/compile/compile';
import {
  type DeployedResource,
  type DeployedStack,
  deployedFromExport,
  deployedFromGraph,
} from '../../../../compiler/compile/transition/deployed';
import { takeOverRenamed } from '../../../../compiler/compile/transition/identity';
import type { Transition } from '../../../../compiler/compile/transition/pass';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import type { Kind } from '../../../../compiler/graph/kind';
import { identityOf } from '../../../../compiler/graph/kinds/identity';
import { KINDS } from '../../../../compiler/graph/kinds/kinds';
import { mutatedSpec } from '../../../fuzz/inputs';
import { graphOf, ROOT, SURROUNDINGS } from '../../../spec';

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

const EVERYTHING = 'test/golden/everything/spec.yaml';
const BASE = parse(readFileSync(join(ROOT, EVERYTHING), 'utf8')) as { [key: string]: Plain };

const none = new Set<string>();

/** The logical names of a graph by kind and physical identity. */
function namesByIdentity(graph: ResourceGraph): ReadonlyMap<string, string> {
  return new Map(
    deployedFromGraph(graph).resources.flatMap(({ type, name, outputs }) => {
      const identity = identityOf(type as Kind, outputs, none);
      return identity === undefined ? [] : [[`${type} ${identity}`, name]];
    }),
  );
}

/** The resources with different names in two graphs. */
function renamed(left: ResourceGraph, right: ResourceGraph): string[] {
  const after = namesByIdentity(right);
  return [...namesByIdentity(left)].flatMap(([identity, name]) => {
    const other = after.get(identity);
    return other === undefined || other === name ? [] : [`${identity}: ${name} -> ${other}`];
  });
}

function planOver(graph: ResourceGraph, deployed: DeployedStack): Transition {
  return takeOverRenamed({ graph, aliases: new Map(), refusals: [] }, deployed);
}

/** The deployed resources that the engine would delete, as kind and name. */
function deletedBy({ graph, aliases }: Transition, { resources }: DeployedStack): DeployedResource[] {
  const taken = new Set([...aliases.values()].flat());
  const ids = new Set<string>(graph.resources.map(({ id }) => id));
  return resources.filter(({ urn, type, name }) => !taken.has(urn) && !ids.has(`${type}::${name}`));
}

/** Resources deleted at the end of a deployment although AWS identifies them with a resource of the graph. */
function damage(graph: ResourceGraph, deployed: DeployedStack): string[] {
  const kept = namesByIdentity(graph);
  return deletedBy(planOver(graph, deployed), deployed).flatMap(({ type, name, outputs }) => {
    const identity = identityOf(type as Kind, outputs, none);
    const isOnce = KINDS[type as Kind].identity.is !== 'alike' && identity !== undefined;
    return isOnce && kept.has(`${type} ${identity}`) ? [`${type} ${name}`] : [];
  });
}

const edited = (change: (spec: { [key: string]: Plain }) => void): ResourceGraph => {
  const spec = structuredClone(BASE);
  change(spec);
  return graphOf(EVERYTHING, { [EVERYTHING]: stringify(spec) });
};

type SpecMap = { [key: string]: Plain };
const at = (spec: SpecMap, path: string): SpecMap => path.split('.').reduce((map, key) => map[key] as SpecMap, spec);

describe('logical names', () => {
  const before = graphOf(EVERYTHING);

  /** Maps whose keys are not names in AWS, so that a renamed key does not rename a resource. */
  const handles = ['api.routes', 'monitoring.notifications.subscriptions'];
  for (const path of handles) {
    for (const key of Object.keys(at(BASE, path))) {
      it(`stay when the key ${path}.${key} is renamed`, () => {
        const after = edited((spec) => {
          const map = at(spec, path);
          const { [key]: value, ...others } = map;
          at(spec, path.split('.').slice(0, -1).join('.'))[path.split('.').at(-1) ?? ''] = {
            ...others,
            'another-name': value as Plain,
          };
          // The traffic names its routes.
          const { [key]: share, ...shares } = at(spec, 'traffic.routes');
          if (share !== undefined) at(spec, 'traffic').routes = { ...shares, 'another-name': share };
        });
        const names = (graph: ResourceGraph) => graph.resources.map(({ id }) => id);
        expect(names(after)).to.deep.equal(names(before));
      });
    }
  }

  /** Two swapped entries of a map. */
  const swaps: Record<string, [string, string, string]> = {
    'the verbs of two routes': ['api.routes.verify-accounts', 'api.routes.list-accounts', 'method'],
    'the paths of two routes': ['api.routes.write-entry', 'api.routes.list-accounts', 'path'],
    'the endpoints of two subscriptions': [
      'monitoring.notifications.subscriptions.desk',
      'monitoring.notifications.subscriptions.other',
      'endpoint',
    ],
  };
  for (const [what, [one, other, field]] of Object.entries(swaps)) {
    it(`follow the resources when ${what} are swapped`, () => {
      const withOther = (spec: SpecMap) => {
        at(spec, 'monitoring.notifications.subscriptions').other = {
          protocol: 'email',
          endpoint: 'other@bank.example',
        };
        for (const route of ['write-entry', 'list-accounts', 'verify-accounts'])
          delete at(spec, `api.routes.${route}`).example;
      };
      const left = edited(withOther);
      const right = edited((spec) => {
        withOther(spec);
        const [a, b] = [at(spec, one), at(spec, other)];
        [a[field], b[field]] = [b[field] as Plain, a[field] as Plain];
      });
      expect(renamed(left, right)).to.deep.equal([]);
      expect(damage(right, deployedFromGraph(left))).to.deep.equal([]);
    });
  }

  it('stay when the parameters of paths are renamed', () => {
    const text = readFileSync(join(ROOT, EVERYTHING), 'utf8');
    expect(text).to.include('{account}');
    const after = graphOf(EVERYTHING, {
      [EVERYTHING]: text
        .replaceAll('{account}', '{account_id}')
        .replaceAll('pathParameters: { account:', 'pathParameters: { account_id:'),
    });
    const names = (graph: ResourceGraph) => graph.resources.map(({ id }) => id);
    expect(names(after)).to.deep.equal(names(before));
  });

  it('stay when the API is renamed, except those of its alarms, which contain its name', () => {
    const after = edited((spec) => {
      at(spec, 'api').name = 'renamed-api';
    });
    const names = (graph: ResourceGraph) =>
      graph.resources.filter(({ kind }) => kind !== 'aws:cloudwatch/metricAlarm:MetricAlarm').map(({ id }) => id);
    expect(names(after)).to.deep.equal(names(before));
    expect(renamed(before, after)).to.deep.equal([]);
  });

  it('are the same after a part was removed and added back', () => {
    for (const path of [...handles, 'api.usagePlans', 'tables', 'queues', 'functions', 'alarms']) {
      const reversed = edited((spec) => {
        const map = at(spec, path);
        const entries = Object.entries(map).reverse();
        for (const key of Object.keys(map)) delete map[key];
        Object.assign(map, Object.fromEntries(entries));
      });
      const names = (graph: ResourceGraph) => graph.resources.map(({ id }) => id);
      expect(names(reversed), path).to.deep.equal(names(before));
    }
  });

  it('are valid statement ids if they are used as such', () => {
    const paths = [
      '/merchants/{merchantId}/accounts/{accountId}/payments/{paymentId}/refunds',
      '/v1.0/payments',
      '/payment-methods',
      '/payment/methods',
    ];
    const graph = edited((spec) => {
      for (const [n, path] of paths.entries())
        at(spec, 'api.routes')[`more-${n}`] = { method: 'DELETE', path, function: 'answerer' };
    });
    const names = graph.resources
      .filter(({ kind }) => kind === 'aws:lambda/permission:Permission')
      .map(({ name }) => name);
    // The provider appends a dash and 7 characters, up to 100.
    for (const name of names) expect(name).to.match(/^[0-9A-Za-z_-]{1,92}$/);
    expect(names.filter((name) => name.includes('-DELETE-'))).to.have.length(paths.length);
    // Paths that differ only in an invalid or truncated character still get different ids.
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include('api-gateway-lambda-permission-DELETE-payment-methods');
  });

  it('are the same for the same resource in any two valid specs', () => {
    const graphs = fc.sample(mutatedSpec, { seed: 20261125, numRuns: 160 }).flatMap(({ spec, texts }) => {
      const { graph } = compileSpec(spec, (path) => texts[path], SURROUNDINGS);
      return graph === undefined ? [] : [graph];
    });
    expect(graphs.length).to.be.greaterThan(20);
    for (const [n, graph] of graphs.entries()) {
      const other = graphs[(n * 7 + 1) % graphs.length] as ResourceGraph;
      expect(renamed(graph, other)).to.deep.equal([]);
      expect(damage(graph, deployedFromGraph(other))).to.deep.equal([]);
    }
  });
});

/** The resources of the Python program with other logical names. */
const TAKEN_OVER = [
  'aws:apigateway/deployment:Deployment::api-deployment',
  'aws:apigateway/integration:Integration::GET /payments integration',
  'aws:apigateway/integration:Integration::GET /payments/{} integration',
  'aws:apigateway/integration:Integration::POST /payments integration',
  'aws:apigateway/method:Method::GET /payments',
  'aws:apigateway/method:Method::GET /payments/{}',
  'aws:apigateway/method:Method::POST /payments',
  'aws:apigateway/methodSettings:MethodSettings::api-method-settings',
  'aws:apigateway/resource:Resource::/payments',
  'aws:apigateway/resource:Resource::/payments/{}',
  'aws:apigateway/restApi:RestApi::api',
];

describe('a stack with other logical names', () => {
  /** A deployed graph in which each resource has another logical name, unless its physical name contains it. */
  function withOtherNames(graph: ResourceGraph): DeployedStack {
    const rename = (resource: DeployedResource, n: number): DeployedResource =>
      KINDS[resource.type as Kind].identity.is === 'generated'
        ? resource
        : { ...resource, name: `former-${n}`, urn: resource.urn.replace(/[^:]+$/, `former-${n}`) };
    return { resources: deployedFromGraph(graph).resources.map(rename) };
  }

  for (const spec of [EVERYTHING, 'spec/production.yaml', 'spec/pr1234.yaml']) {
    it(`is completely taken over by ${spec}`, () => {
      const graph = graphOf(spec);
      const deployed = withOtherNames(graph);
      const transition = planOver(graph, deployed);
      expect(transition.refusals).to.deep.equal([]);
      expect(deletedBy(transition, deployed)).to.deep.equal([]);
    });
  }

  it('is not changed if the names are equal', () => {
    const graph = graphOf(EVERYTHING);
    expect(planOver(graph, deployedFromGraph(graph)).aliases.size).to.equal(0);
  });

  it('of the Python program is taken over except its permissions, which are narrowed', () => {
    const deployed = deployedFromExport(readFileSync(join(ROOT, 'test/engine/fixtures/original-stack.json'), 'utf8'));
    if (deployed === undefined) throw new Error('the fixture is not an export');
    const transition = planOver(graphOf('spec/pr1234.yaml'), deployed);
    expect(transition.refusals).to.deep.equal([]);
    const aws = { resources: deployed.resources.filter(({ type }) => Object.hasOwn(KINDS, type)) };
    expect(deletedBy(transition, aws).map(({ name }) => name)).to.deep.equal([
      'api-gateway-lambda-permission-GET-payment-id',
    ]);
    expect([...transition.aliases.keys()].sort()).to.deep.equal(TAKEN_OVER);
  });
});

describe('an ambiguous deployed resource', () => {
  const graph = graphOf('spec/production.yaml');
  const { resources } = deployedFromGraph(graph);
  const copyOf = (type: Kind, name: string): DeployedResource => {
    const found = resources.find((resource) => resource.type === type);
    if (found === undefined) throw new Error(`${type} is not deployed`);
    return { ...found, name, urn: `urn:pulumi:graph::payment::${type}::${name}` };
  };

  it('is refused if its duplicate would be deleted with it, with the command to fix it', () => {
    const twin = copyOf('aws:sns/topicSubscription:TopicSubscription', 'alarm-notices-desk');
    const { refusals } = planOver(graph, { resources: [...resources, twin] });
    expect(refusals.map(({ name, fix }) => [name, fix])).to.deep.equal([
      ['alarm-notices-desk', `remove it from the state, which does not change AWS: pulumi state delete '${twin.urn}'`],
    ]);
  });

  it('is refused if two resources match', () => {
    const type = 'aws:apigateway/restApi:RestApi';
    const others = resources.filter((resource) => resource.type !== type);
    const deployed = { resources: [...others, copyOf(type, 'one-api'), copyOf(type, 'other-api')] };
    const { refusals } = planOver(graph, deployed);
    expect(refusals.map(({ name, reason }) => [name, reason])).to.deep.equal([
      ['one-api, other-api', 'the stack has 2 resources of type apigateway:RestApi, the spec has one'],
    ]);
  });

  it('is refused if its name now belongs to another resource', () => {
    const type = 'aws:apigateway/resource:Resource';
    const [first, second] = resources.filter((resource) => resource.type === type);
    if (first === undefined || second === undefined) throw new Error('the paths are missing');
    const deployed = {
      resources: resources
        .filter((resource) => resource !== first && resource !== second)
        .concat([{ ...second, outputs: first.outputs }]),
    };
    const { refusals } = planOver(graph, deployed);
    expect(refusals.map(({ fix }) => fix)).to.include('deploy without the other resource first');
  });
});
