// Differences between two graphs, and the impact of each change.

import { expect } from 'chai';
import { compareGraphs, type GraphDifference, type Impact } from '../../../compiler/diff/difference';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { graphOf } from '../../spec';

const SPEC = `
project: p
environment: e
suffix: s
monitoring: { generatedAlarms: false, dashboard: false }
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
region: us-east-1
naming: { pattern: "p-{{ name }}" }
provider: { defaultTags: { A: "1" } }
tables:
  t:
    partitionKey: { name: id }
    billingMode: PROVISIONED
    capacity: { read: { autoscaling: { minimum: 1, maximum: 9 } }, write: { units: 1 } }
queues:
  q: { requireTls: false }
functions:
  f:
    entry: runtime/handler.ts
    environment: { QUEUE: "{{ queues.q.url }}" }
    access: { queues: { q: [SendMessage] } }
api:
  name: a
  routes:
    r: { method: GET, path: /r, function: f }
alarms:
  m: { metric: { resource: functions.f, name: Errors, statistic: Sum }, threshold: 1 }
outputs: { table: "{{ tables.t.name }}" }
`;

function changed(...edits: readonly (readonly [string, string])[]): ResourceGraph {
  const text = edits.reduce((spec, [from, to]) => {
    if (!spec.includes(from)) throw new Error(`the spec has no ${from}`);
    return spec.replace(from, to);
  }, SPEC);
  return graphOf('s.yaml', { 's.yaml': text });
}

/** Each change as one line: its impact and resource, then its properties. */
function lines({ resources, settings }: GraphDifference): string[] {
  return [
    ...resources.map(({ impact, kind, name, properties }) =>
      [`${impact}: ${kind.slice(kind.lastIndexOf(':') + 1)} ${name}`, ...properties.map(({ path }) => path)].join(' '),
    ),
    ...settings.map(({ path }) => path),
  ];
}

describe('the difference of two graphs', () => {
  const rows: Record<string, { edits: [string, string][]; lines: string[] }> = {
    'no change for the same spec': { edits: [], lines: [] },
    'an update in place': {
      edits: [['q: { requireTls', 'q: { messageRetentionSeconds: 60, requireTls']],
      lines: ['in place: Queue q messageRetentionSeconds'],
    },
    'a changed route, with a new deployment for the stage': {
      edits: [['method: GET, path: /r', 'method: GET, queryParameters: { from: {} }, path: /r']],
      lines: [
        'redeploy: Deployment api-deployment triggers.redeployment',
        'in place: Method GET /r requestParameters',
        'in place: Stage prod deployment',
      ],
    },
    'a changed key, which replaces the table and updates references to its generated values': {
      edits: [
        ['{ name: id }', '{ name: key }'],
        ['    access: {', '    access: { tables: { t: [GetItem] },'],
      ],
      lines: ['data loss: Table t attributes[0].name hashKey', 'creation: RolePolicy lambda-role-f-dynamodb-policy'],
    },
    'a renamed queue, which deletes and creates a queue': {
      edits: [
        ['  q: {', '  q2: {'],
        ['{{ queues.q.url }}', '{{ queues.q2.url }}'],
        ['{ q: [SendMessage] }', '{ q2: [SendMessage] }'],
      ],
      lines: [
        'in place: RolePolicy lambda-role-f-sqs-policy policy.Statement[0].Resource',
        'in place: Function f environment.variables.QUEUE',
        'data loss: Queue q',
        'creation: Queue q2',
      ],
    },
    'a capacity that autoscaling sets': {
      edits: [['minimum: 1, maximum: 9', 'minimum: 2, maximum: 9']],
      lines: ['in place: Target t-read-scaling-target minCapacity', 'none: Table t readCapacity'],
    },
    'a fixed capacity': {
      edits: [['write: { units: 1 }', 'write: { units: 2 }']],
      lines: ['in place: Table t writeCapacity'],
    },
    'a removed alarm': {
      edits: [['alarms:\n  m:', 'alarms:\n  n:']],
      lines: ['deletion: MetricAlarm m-alarm', 'creation: MetricAlarm n-alarm'],
    },
    'an option of Pulumi': { edits: [['region:', 'protect: false\nregion:']], lines: ['safety.protect'] },
    'an output': { edits: [['{ table:', '{ name:']], lines: ['outputs.name', 'outputs.table'] },
  };
  for (const [what, { edits, lines: expected }] of Object.entries(rows)) {
    it('is an index rebuild if the definition of an index changes, and an update if an index is added', () => {
      const withIndexes = (indexes: string) =>
        changed(['partitionKey: { name: id }', `partitionKey: { name: id }\n    indexes: { ${indexes} }`]);
      const byCity = 'city-index: { partitionKey: { name: city } }';
      const changeTo = (indexes: string) =>
        compareGraphs(withIndexes(byCity), withIndexes(indexes)).resources.flatMap(({ impact, name, givesUp }) =>
          name === 't' ? [{ impact, givesUp }] : [],
        );
      const rebuilt = [{ impact: 'index rebuild', givesUp: [['tables', 't', 'indexes', 'city-index']] }];
      expect(changeTo('city-index: { partitionKey: { name: country } }')).to.deep.equal(rebuilt);
      expect(changeTo('city-index: { partitionKey: { name: city }, projection: KEYS_ONLY }')).to.deep.equal(rebuilt);
      expect(changeTo(`${byCity}, country-index: { partitionKey: { name: country } }`)).to.deep.equal([
        { impact: 'in place', givesUp: [] },
      ]);
    });

    it(`shows ${what}`, () => expect(lines(compareGraphs(changed(), changed(...edits)))).to.deep.equal(expected));
  }

  it('loses the messages of a queue that becomes a FIFO queue', () => {
    const { resources } = compareGraphs(
      changed(),
      changed(['q: { requireTls: false }', 'q: { requireTls: false, fifo: {} }']),
    );
    const queue = resources.find(({ kind }) => kind === 'aws:sqs/queue:Queue');
    expect(queue).to.include({ impact: 'data loss' });
    expect(queue?.givesUp).to.deep.equal([['queues', 'q']]);
    expect(queue?.properties.filter(({ replaces }) => replaces).map(({ path }) => path)).to.have.members([
      'name',
      'fifoQueue',
    ]);
  });

  it('replaces the mappings of a stream with other content, and gives up its unread changes', () => {
    const withStream = (content: string) =>
      changed(
        ['partitionKey: { name: id }', `partitionKey: { name: id }\n    stream: ${content}`],
        ['functions:\n  f:\n', 'functions:\n  f:\n    triggers: { changes: { table: t } }\n'],
      );
    const { resources } = compareGraphs(withStream('NEW_IMAGE'), withStream('KEYS_ONLY'));
    const shown = resources.map(({ name, impact, givesUp }) => ({ name, impact, givesUp }));
    expect(shown).to.deep.include({ name: 't', impact: 'in place', givesUp: [['tables', 't', 'stream']] });
    expect(shown).to.deep.include({ name: 'f from tables.t', impact: 'replacement', givesUp: [] });
  });

  it('updates references to a resource that is replaced under the same name', () => {
    const { resources } = compareGraphs(
      changed(),
      changed(['naming: { pattern: "p-{{ name }}" }', 'naming: { pattern: "x-{{ name }}" }']),
    );
    const policy = resources.find(({ name }) => name === 'lambda-role-f-sqs-policy');
    expect(policy?.impact).to.equal('replacement');
    expect(policy?.properties.map(({ path, replaces }) => [path, replaces])).to.deep.equal([
      ['policy.Statement[0].Resource', false],
      ['role', true],
    ]);
  });

  it('contains all resources if the Region changes', () => {
    const before = changed();
    const { resources } = compareGraphs(before, changed(['us-east-1', 'eu-west-1']));
    expect(resources).to.have.length(before.resources.length);
    const impacts = new Set(resources.map(({ impact }) => impact));
    expect(impacts).to.deep.equal(new Set<Impact>(['data loss', 'redeploy', 'replacement']));
  });

  it('contains a tag of each resource with tags if the default tags change', () => {
    const { resources } = compareGraphs(changed(), changed(['{ A: "1" }', '{ A: "2" }']));
    const taggable = changed().resources.filter(({ inputs }) => 'tags' in inputs);
    expect(resources.map(({ id }) => id)).to.have.members(taggable.map(({ id }) => id));
    expect(new Set(resources.map(({ impact }) => impact))).to.deep.equal(new Set(['in place']));
    expect(taggable.length).to.be.greaterThan(5);
  });

  const specs = ['development', 'pr', 'pr1234', 'production'].map((name) => `spec/${name}.yaml`);
  for (const [at, a] of specs.entries()) {
    it(`of ${a} and itself is empty`, () =>
      expect(compareGraphs(graphOf(a), structuredClone(graphOf(a)))).to.deep.equal({ resources: [], settings: [] }));
    for (const b of specs.slice(at + 1)) {
      it(`of ${a} and ${b} is the reverse of that of ${b} and ${a}`, () => {
        expect(mirror(compareGraphs(graphOf(b), graphOf(a)))).to.deep.equal(
          sides(compareGraphs(graphOf(a), graphOf(b))),
        );
      });
    }
  }
});

type Sides = { id: string; path: string; before: unknown; after: unknown }[];

function sides({ resources, settings }: GraphDifference): Sides {
  return [
    ...resources.flatMap(({ id, properties }) =>
      properties.length === 0
        ? [{ id, path: '', before: undefined, after: undefined }]
        : properties.map(({ path, before, after }) => ({ id, path, before, after })),
    ),
    ...settings.map(({ path, before, after }) => ({ id: '', path, before, after })),
  ];
}

function mirror(difference: GraphDifference): Sides {
  return sides(difference).map(({ id, path, before, after }) => ({ id, path, before: after, after: before }));
}
