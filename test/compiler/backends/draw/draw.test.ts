// Drawings: all formats have the same contents, escape text, and are reproducible.

import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../../../bench/system';
import { renderDot } from '../../../../compiler/backends/draw/dot';
import { type Drawing, drawGraph } from '../../../../compiler/backends/draw/drawing';
import { layOut } from '../../../../compiler/backends/draw/layout';
import { renderMermaid } from '../../../../compiler/backends/draw/mermaid';
import { renderSvg } from '../../../../compiler/backends/draw/svg';
import { compileSpec } from '../../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { graphOf, SURROUNDINGS } from '../../../spec';
import { contains, overlapping } from '../../picture/areas';

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

/** A system of functions, each with a table and a route. */
function largeGraph(functions: number): ResourceGraph {
  const files = largeSystem(functions);
  const { graph } = compileSpec(LARGE_SPEC, (path) => files.get(path), SURROUNDINGS);
  if (graph === undefined) throw new Error('the large system is not valid');
  return graph;
}

describe('the drawing of a graph', () => {
  it('contains each resource in its section, and an arrow to each of its dependencies', () => {
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

  it('renders a Mermaid flowchart', () => {
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

  it('renders a Graphviz graph', () => {
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
          { id: 'a::"<&', kind: 'k', name: '"]<script>&', part: 'g', place: '"<&:1:1' },
          { id: 'b::b', kind: 'k', name: 'b', part: 'g', place: 'a:1:1' },
        ],
      },
    ],
    arrows: [{ from: 'a::"<&', to: 'b::b', label: '"|<' }],
  };

  it('escapes text in each format', () => {
    expect(renderMermaid(hostile)).to.include('n0["k<br/>#34;#93;#60;script#62;#38;"]');
    expect(renderMermaid(hostile)).to.include('n0 -->|"#34;#124;#60;"| n1');
    expect(renderDot(hostile)).to.include('digraph "\\"<&\\\\" {');
    const svg = renderSvg(hostile);
    expect(svg).to.include('<title id="title">&quot;&lt;&amp;\\</title>');
    expect(svg).to.include('&quot;]&lt;script&gt;&amp;</text>');
    expect(svg).not.to.match(/<script|&(?!(amp|lt|gt|quot);)/);
  });

  const whole = drawGraph(graphOf('spec/production.yaml'), 'spec/production.yaml');

  it('renders a self-contained SVG for light and dark mode', () => {
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

  it('is the same on each call', () => {
    const render = () => {
      const again = drawGraph(graphOf('spec/production.yaml'), 'spec/production.yaml');
      return [renderSvg(again), renderDot(again), renderMermaid(again)];
    };
    expect(render()).to.deep.equal(render());
  });

  const many = largeGraph(10);
  const drawings: Record<string, Drawing> = {
    'of an environment': whole,
    'of a large system': drawGraph(many, 'x'),
  };
  for (const [what, drawn] of Object.entries(drawings)) {
    it(`puts each resource into the frame of its part, without overlaps: ${what}`, () => {
      const { boxes, frames, width, height } = layOut(drawn);
      expect(boxes).to.have.length(drawn.groups.reduce((count, group) => count + group.boxes.length, 0));
      expect(overlapping(boxes)).to.deep.equal([]);
      expect(overlapping(frames)).to.deep.equal([]);
      expect(frames.filter((frame) => !contains({ x: 0, y: 0, width, height }, frame))).to.deep.equal([]);
      const wrong = boxes.filter((box) => {
        const frame = frames.find((other) => contains(other, box));
        const section = drawn.groups[box.section]?.name;
        return frame === undefined || (frame.name !== box.box.part && frame.name !== section);
      });
      expect(wrong).to.deep.equal([]);
    });

    it(`draws each arrow from resource to resource: ${what}`, () => {
      const { boxes, arrows } = layOut(drawn);
      const placeOf = new Map(boxes.map((place) => [place.box.id, place]));
      expect(arrows.map(({ arrow }) => arrow)).to.deep.equal(drawn.arrows);
      const loose = arrows.filter(({ arrow, path }) => {
        const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
        const touches = (id: string, [x = 0, y = 0]: number[]) => {
          const place = placeOf.get(id);
          return (
            place !== undefined &&
            (x === place.x || x === place.x + place.width) &&
            y > place.y &&
            y < place.y + place.height
          );
        };
        return !touches(arrow.from, numbers) || !touches(arrow.to, numbers.slice(-2));
      });
      expect(loose).to.deep.equal([]);
    });
  }

  it('has one frame for each part with several resources, and one for the others of a section', () => {
    const { frames } = layOut(drawGraph(many, 'x'));
    const names = frames.map(({ name }) => name);
    expect(names.slice(0, 3)).to.deep.equal(['api', 'api.routes.route-0', 'api.routes.route-1']);
    expect(names.filter((name) => name.startsWith('functions.'))).to.have.length(10);
    expect(names.indexOf('api.routes.route-9')).to.be.lessThan(names.indexOf('functions.function-0'));
    expect(names.filter((name) => name === 'tables')).to.have.length(1);
  });

  it('has a shape near that of a screen, also for thousands of resources', () => {
    const { boxes, width, height } = layOut(drawGraph(largeGraph(60), 'x'));
    expect(boxes.length).to.be.greaterThan(1_000);
    expect(width / height).to.be.within(1, 2.5);
  });

  it('links each resource to its line in the spec', () => {
    const links = renderSvg(whole).match(/<a class="c\d" href="spec\/(system|events|production)\.yaml#L\d+">/g);
    expect(links).to.have.length(whole.groups.reduce((count, group) => count + group.boxes.length, 0));
  });
});
