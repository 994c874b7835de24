// The resolved spec: a valid spec with the origin of each value.

import { posix } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { readFrom } from '../../../../compiler/host/files';
import { renderResolvedSpec, resolvedValuesOf } from '../../../../compiler/language/values/resolved-spec';
import { compileProject, ROOT, SURROUNDINGS } from '../../../spec';

const EVERYTHING = 'test/golden/everything/spec.yaml';

function resolve(path: string, instead: Readonly<Record<string, string>> = {}): string {
  const { resolved, diagnostics } = compileProject(path, instead);
  if (resolved === undefined) throw new Error(diagnostics[0]?.message);
  return renderResolvedSpec(path, resolvedValuesOf(resolved.spec, resolved.environment));
}

/** The graph without the source locations of its resources. */
function withoutPlaces(graph: ResourceGraph | undefined): unknown {
  if (graph === undefined) return undefined;
  const { place: _, resources, ...settings } = graph;
  return { ...settings, resources: resources.map(({ origin, ...node }) => [origin.path, node]) };
}

describe('the resolved spec', () => {
  for (const path of [
    'spec/development.yaml',
    'spec/pr.yaml',
    'spec/pr1234.yaml',
    'spec/production.yaml',
    EVERYTHING,
  ]) {
    it(`of ${path} compiles to the same graph, and needs only the body schema file`, () => {
      const text = resolve(path);
      const { graph, diagnostics } = compileSpec(
        'resolved.yaml',
        (asked) =>
          asked === 'resolved.yaml'
            ? text
            : asked.endsWith('.schema.json')
              ? readFrom(ROOT)(posix.join(posix.dirname(path), asked))
              : undefined,
        SURROUNDINGS,
      );
      expect(diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
      expect(withoutPlaces(graph)).to.deep.equal(withoutPlaces(compileProject(path).graph));
      expect(withoutPlaces(graph)).not.to.equal(undefined);
    });
  }

  const spec = (lines: string) => `project: p\nenvironment: e\nsuffix: s\n${lines}`;
  const rows: Record<string, { lines: string; line: RegExp }> = {
    'a value with its location': { lines: 'application: Payments', line: /^application: Payments +# s\.yaml:4:14$/m },
    'a default': { lines: '', line: /^tracing: false +# default$/m },
    'a list at its key': { lines: 'payment:\n  currencies: [USD]', line: /^ {2}currencies: \[USD\] +# s\.yaml:5:3$/m },
    'the value of an expression': {
      lines: 'outputs: { E: "{{ environment }}!" }',
      line: /^ {2}E: "e!" +# s\.yaml:4:15, from "\{\{ environment \}\}!"$/m,
    },
    'an expression as written if only AWS knows its value': {
      lines: 'outputs: { url: "{{ queues.q.url }}" }\nqueues: { q: {} }',
      line: /^ {2}url: "\{\{ queues\.q\.url \}\}" +# s\.yaml:4:17$/m,
    },
    'text that looks like a number, in quotes': { lines: 'tags: { A: "012" }', line: /^ {2}A: "012" +#/m },
    'text that is a boolean in YAML 1.1, in quotes': { lines: 'tags: { "on": "no" }', line: /^ {2}"on": "no" +#/m },
    'a multi-line text on one line': { lines: 'outputs: { A: "a\\nb" }', line: /^ {2}A: "a\\nb" +#/m },
  };
  for (const [what, { lines, line }] of Object.entries(rows)) {
    it(`shows ${what}`, () => expect(resolve('s.yaml', { 's.yaml': spec(lines) })).to.match(line));
  }

  it('keeps an expression if its value would be parsed as an expression', () => {
    const instead = { 's.yaml': spec('variables: { A: { default: "{{ b }}" } }\noutputs: { T: "{{ env.A }}" }') };
    expect(resolve('s.yaml', instead)).to.match(/^ {2}T: "\{\{ env\.A \}\}" +# s\.yaml:5:15$/m);
  });
});
