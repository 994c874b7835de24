// The systems that the benchmarks compile: an invalid one would end a benchmark before it measures anything.

import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../bench/system';
import { compileSpec } from '../../compiler/compile/compile';
import { SIZE_LIMIT_BYTES } from '../../compiler/source/source';
import { SURROUNDINGS } from '../spec';

describe('a large system of the benchmarks', () => {
  it('compiles', () => {
    const system = largeSystem(10);
    const { graph, diagnostics } = compileSpec(LARGE_SPEC, (path) => system.get(path), SURROUNDINGS);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    expect(graph?.resources.filter(({ kind }) => kind === 'aws:lambda/function:Function')).to.have.length(10);
  });

  it('fits into one file with 10,000 functions', () => {
    expect(largeSystem(10_000).get(LARGE_SPEC)?.length).to.be.within(0.8 * SIZE_LIMIT_BYTES, SIZE_LIMIT_BYTES);
  });
});
