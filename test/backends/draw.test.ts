// Drawings: each form says the same, escapes what is text, and is the same each time.

import { expect } from 'chai';
import { renderDot } from '../../compiler/backends/draw/dot';
import { type Drawing, drawGraph } from '../../compiler/backends/draw/drawing';
import { layOut, type Place } from '../../compiler/backends/draw/layout';
import { renderMermaid } from '../../compiler/backends/draw/mermaid';
import { renderSvg } from '../../compiler/backends/draw/svg';
import { graphOf } from '../spec';

const SPEC = `
project: p
environment: e
suffix: s
monitoring: { generatedAlarms: false, dashboard: false }
encryption: { key: SERVICE_OWNED }
permissionsBoundary: NONE
queues: { q: { requireTls: false } }
functions:
  f:
    entry: runtime/handler.ts
    deadLetterQueue: q
    environment: { AA: "{{ queues.q.url }}", BB: "{{ queues.q.arn }}", CC: "{{ queues.q.name }}" }
    access: { queues: { q: [SendMessage] } }
`;

const drawing = drawGraph(graphOf('s.yaml', { 's.yaml': SPEC }), 's.yaml');

describe('the drawing of a graph', () => {
  it('has each resource in its section, and an arrow to each that it needs', () => {
    expect(
      drawing.groups.map(({ name, boxes }) => [name, boxes.map((box) => `${box.kind} ${box.name}`)]),
    ).to.deep.equal([
      [
        'functions',
        [
          'cloudwatch:LogGroup f-logs',
          'iam:Role lambda-role-f',
          'iam:RolePolicy lambda-role-f-cloudwatch-policy',
          'iam:RolePolicy lambda-role-f-sqs-policy',
          'lambda:Function f',
        ],
      ],
      ['queues', ['sqs:Queue q']],
    ]);
    const name = (id: string) => id.slice(id.indexOf('::') + 2);
    expect(drawing.arrows.map(({ from, to, label }) => `${name(from)} -> ${name(to)} [${label}]`)).to.deep.equal([
      'lambda-role-f-cloudwatch-policy -> f-logs [Resource]',
      'lambda-role-f-cloudwatch-policy -> lambda-role-f [role]',
      'lambda-role-f-sqs-policy -> lambda-role-f [role]',
      'lambda-role-f-sqs-policy -> q [Resource]',
      'f -> f-logs []',
      'f -> lambda-role-f [role]',
      'f -> lambda-role-f-cloudwatch-policy []',
      'f -> lambda-role-f-sqs-policy []',
      'f -> q [AA, BB, …]',
    ]);
  });

  it('is a flowchart of Mermaid', () => {
    expect(renderMermaid(drawing).split('\n')).to.deep.equal([
      'flowchart LR',
      '  subgraph functions',
      '    n0["cloudwatch:LogGroup<br/>f-logs"]',
      '    n1["iam:Role<br/>lambda-role-f"]',
      '    n2["iam:RolePolicy<br/>lambda-role-f-cloudwatch-policy"]',
      '    n3["iam:RolePolicy<br/>lambda-role-f-sqs-policy"]',
      '    n4["lambda:Function<br/>f"]',
      '  end',
      '  subgraph queues',
      '    n5["sqs:Queue<br/>q"]',
      '  end',
      '  n2 -->|"Resource"| n0',
      '  n2 -->|"role"| n1',
      '  n3 -->|"role"| n1',
      '  n3 -->|"Resource"| n5',
      '  n4 -.-> n0',
      '  n4 -->|"role"| n1',
      '  n4 -.-> n2',
      '  n4 -.-> n3',
      '  n4 -->|"AA, BB, …"| n5',
    ]);
  });

  it('is a graph of Graphviz', () => {
    const lines = renderDot(drawing).split('\n');
    expect(lines[0]).to.equal('digraph "s.yaml" {');
    expect(lines).to.include('  subgraph "cluster_queues" {');
    expect(lines).to.include('    "aws:sqs/queue:Queue::q" [label="sqs:Queue\\nq"];');
    expect(lines).to.include('  "aws:lambda/function:Function::f" -> "aws:sqs/queue:Queue::q" [label="AA, BB, …"];');
    expect(lines.filter((line) => line.endsWith('[style=dashed];'))).to.have.length(3);
    expect(lines.at(-1)).to.equal('}');
  });

  const hostile: Drawing = {
    title: '"<&\\',
    groups: [
      {
        name: 'g',
        boxes: [
          { id: 'a::"<&', kind: 'k', name: '"]<script>&' },
          { id: 'b::b', kind: 'k', name: 'b' },
        ],
      },
    ],
    arrows: [{ from: 'a::"<&', to: 'b::b', label: '"|<' }],
  };

  it('escapes text in each form', () => {
    expect(renderMermaid(hostile)).to.include('n0["k<br/>#34;#93;#60;script#62;#38;"]');
    expect(renderMermaid(hostile)).to.include('n0 -->|"#34;#124;#60;"| n1');
    expect(renderDot(hostile)).to.include('digraph "\\"<&\\\\" {');
    const svg = renderSvg(hostile);
    expect(svg).to.include('<title>&quot;&lt;&amp;\\</title>');
    expect(svg).to.include('&quot;]&lt;script&gt;&amp;</text>');
    expect(svg).not.to.match(/<script|&(?!(amp|lt|gt|quot);)/);
  });

  const whole = drawGraph(graphOf('spec/production.yaml'), 'spec/production.yaml');

  it('is an SVG that needs nothing beside itself, for light and dark', () => {
    const svg = renderSvg(whole);
    expect(svg.match(/https?:[^"]+/g)).to.deep.equal(['http://www.w3.org/2000/svg']);
    expect(svg).not.to.match(/<image|@import|url\((?!#head)/);
    expect(svg).to.include('@media(prefers-color-scheme:dark)');
    for (const { name } of whole.groups.flatMap(({ boxes }) => boxes)) expect(svg).to.include(`>${name}</text>`);
    expect(svg.match(/<path class="arrow/g)).to.have.length(whole.arrows.length);
    for (const tag of ['svg', 'g', 'text', 'style', 'defs', 'marker'])
      expect(svg.match(new RegExp(`<${tag}[ >]`, 'g')), tag).to.have.length(
        svg.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0,
      );
  });

  it('is the same each time', () => {
    const render = () => {
      const again = drawGraph(graphOf('spec/production.yaml'), 'spec/production.yaml');
      return [renderSvg(again), renderDot(again), renderMermaid(again)];
    };
    expect(render()).to.deep.equal(render());
  });

  it('puts each box inside its group, and none over another', () => {
    const { boxes, groups, width, height } = layOut(whole);
    const overlap = (a: Place, b: Place) =>
      Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
    const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => overlap(a, b))).to.deep.equal([]);
    const outside = boxes.filter(({ group, x, y, ...box }) => {
      const around = groups[group] as Place;
      return (
        Math.abs(x - around.x) + box.width / 2 > around.width / 2 ||
        Math.abs(y - around.y) + box.height / 2 > around.height / 2
      );
    });
    expect(outside).to.deep.equal([]);
    const beyond = groups.filter(
      (group) =>
        group.x - group.width / 2 < 0 ||
        group.y - group.height / 2 < 0 ||
        group.x + group.width / 2 > width ||
        group.y + group.height / 2 > height,
    );
    expect(beyond).to.deep.equal([]);
  });
});
