// Property: after any sequence of edits, the cloud equals a fresh deployment, or the deployment is refused before any change.

import { expect } from 'chai';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { formatPath, type PathStep } from '../../../compiler/source/spec-node';
import { isSampled, sizeOf } from '../../exhaustive';
import { firstSpecWithEdits, type SpecWithEdits } from './all-edits';
import { type Edit, type EditedSpec, graphOfPlain, specsToEdit } from './edit';
import { leafEdits } from './leaves';
import { environmentGraphs, pairsOf, randomGraphs } from './pairs';
import { freshCloud, freshStack, prove } from './prove';

/** The number of random specs that are deployed over each other. */
const RANDOM_SPECS = sizeOf({ sample: 20, exhaustive: 400 });

/** The share of the edits in `npm test`, and of those of variants. */
const SHARE = 0.03;
const SHARE_OF_VARIANTS = 0.4;

/** Whether a leaf is about the endpoint of an API, which differs between the variants of the first spec. */
const isAboutEndpoint = (path: readonly PathStep[]) => {
  const [section, field] = path;
  const isEndpoint = field === 'domain' || field === 'endpointType' || field === 'vpcEndpointIds';
  return section === 'api' && isEndpoint && isSampled(formatPath(path), SHARE_OF_VARIANTS);
};

describe('a deployment over a deployed spec equals a fresh deployment, or is refused', () => {
  let specs: readonly EditedSpec[];
  let first: SpecWithEdits;
  const counts = { deployed: 0, refused: 0 };

  before(() => {
    specs = specsToEdit();
    first = firstSpecWithEdits(SHARE);
  });

  after(() => {
    console.log(
      `\n  ${counts.deployed} deployments equal a fresh deployment, ${counts.refused} were refused before any change`,
    );
  });

  /** Deploys each graph over the previous one. Returns the errors. */
  function proveSequence(name: string, graphs: readonly ResourceGraph[]): string[] {
    const [first, ...others] = graphs;
    if (first === undefined) return [];
    const stack = freshStack(first);
    return others.flatMap((graph, at) => {
      // docs/continuous-deployment.md deploys after a refresh.
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

  it('for each leaf of the language changed to another value, removed, and changed back', () => {
    const { start, leaves } = first;
    const problems = [
      ...proveEdits(start, leaves),
      ...specs.slice(1).flatMap((variant) => proveEdits(variant, leafEdits(variant, isAboutEndpoint))),
    ];
    expect(problems).to.deep.equal([]);
  });

  it('for the parts of each map and list renamed, removed, swapped and reordered, and changed back', () => {
    const { start, structural } = first;
    expect(proveEdits(start, structural)).to.deep.equal([]);
  });

  it('for the spec changed to its variants, and back', () => {
    const graphs = new Map(specs.map(({ name, graph }) => [name, graph]));
    const problems = pairsOf(graphs).flatMap(([from, to]) =>
      proveSequence(from.name, [from.graph, to.graph, from.graph]),
    );
    expect(problems).to.deep.equal([]);
  });

  it('for the environments changed to other environments', () => {
    const problems = pairsOf(environmentGraphs()).flatMap(([from, to]) =>
      proveSequence(`${from.name} to ${to.name}`, [from.graph, to.graph]),
    );
    expect(problems).to.deep.equal([]);
  });

  it('for random specs deployed over each other', () => {
    const graphs = randomGraphs(RANDOM_SPECS);
    expect([...graphs.values()].flat()).to.have.length(RANDOM_SPECS);
    expect([...graphs].flatMap(([seed, specs]) => proveSequence(`mutations of ${seed}`, specs))).to.deep.equal([]);
  });
});
