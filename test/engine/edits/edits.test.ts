// Any sequence of edits ends where a fresh deployment would, or is refused before anything changes.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../compiler/index';
import { formatPath, type PathStep } from '../../../compiler/source/spec-node';
import { isSampled, sizeOf } from '../../exhaustive';
import { firstSpecWithEdits } from './all-edits';
import { type Edit, type EditedSpec, graphOfPlain, specsToEdit } from './edit';
import { leafEdits } from './leaves';
import { environmentGraphs, randomGraphs } from './pairs';
import { freshCloud, freshStack, prove } from './prove';

/** The number of random specs that are deployed over each other. */
const RANDOM_SPECS = sizeOf({ sample: 20, exhaustive: 400 });

/** The share of the edits of variants in `npm test`. */
const SHARE = 0.4;

/** Whether a leaf is about the endpoint of an API, whose forms the variants of the first spec have. */
const isAboutEndpoint = (path: readonly PathStep[]) => {
  const [section, field] = path;
  const isEndpoint = field === 'domain' || field === 'endpointType' || field === 'vpcEndpointIds';
  return section === 'api' && isEndpoint && isSampled(formatPath(path), SHARE);
};

describe('edits of a deployed spec', () => {
  let specs: readonly EditedSpec[];
  const counts = { deployed: 0, refused: 0 };

  before(() => {
    specs = specsToEdit();
  });

  after(() => {
    console.log(
      `\n  ${counts.deployed} deployments ended as fresh ones, ${counts.refused} were refused before any change`,
    );
  });

  /** Deploys each graph over the one before it. Returns what went wrong. */
  function proveSequence(name: string, graphs: readonly ResourceGraph[]): string[] {
    const [first, ...others] = graphs;
    if (first === undefined) return [];
    const stack = freshStack(first);
    return others.flatMap((graph, at) => {
      // As docs/continuous-deployment.md has it.
      stack.refresh();
      const proof = prove(stack, graph, freshCloud(graph));
      if ('refused' in proof) {
        counts.refused += 1;
        return proof.refused
          .filter((line) => !/^\S+:\d+:\d+: .+: .+; .+$/.test(line))
          .map((line) => `${name}: ${line}`);
      }
      counts.deployed += 1;
      return proof.differences.map((line) => `${name}, step ${at + 1}: ${line}`);
    });
  }

  const proveEdits = (start: EditedSpec, edits: readonly Edit[]) =>
    edits.flatMap((edit) => {
      const graph = graphOfPlain(edit.apply(start.spec));
      return graph === undefined
        ? [`${edit.name} is not valid`]
        : proveSequence(edit.name, [start.graph, graph, start.graph]);
    });

  it('change each leaf of the language to another value, to none, and back', () => {
    const { start, leaves } = firstSpecWithEdits();
    const problems = [
      ...proveEdits(start, leaves),
      ...specs.slice(1).flatMap((variant) => proveEdits(variant, leafEdits(variant, isAboutEndpoint))),
    ];
    expect(problems).to.deep.equal([]);
  });

  it('rename, remove, swap and reorder the parts of each map and list, and back', () => {
    const { start, structural } = firstSpecWithEdits();
    expect(proveEdits(start, structural)).to.deep.equal([]);
  });

  it('turn the spec into each of its variants, and back', () => {
    const graphs = specs.map(({ graph }) => graph);
    const problems = graphs.flatMap((from) => graphs.flatMap((to) => proveSequence('variants', [from, to, from])));
    expect(problems).to.deep.equal([]);
  });

  it('turn each environment into each other one', () => {
    const problems = [...environmentGraphs()].flatMap(([from, before]) =>
      [...environmentGraphs()].flatMap(([to, after]) => proveSequence(`${from} to ${to}`, [before, after])),
    );
    expect(problems).to.deep.equal([]);
  });

  it('turn random specs into one another', () => {
    const graphs = randomGraphs(RANDOM_SPECS);
    expect([...graphs.values()].flat()).to.have.length(RANDOM_SPECS);
    expect([...graphs].flatMap(([seed, specs]) => proveSequence(`mutations of ${seed}`, specs))).to.deep.equal([]);
  });
});
