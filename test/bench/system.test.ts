// The systems that the benchmarks compile: an invalid one would end a benchmark before it measures anything.

import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../bench/system';
import { compileSpec } from '../../compiler/index';
import { SURROUNDINGS } from '../spec';

describe('a large system of the benchmarks', () => {
  for (const [size, files] of [
    [10, 1],
    [301, 2],
  ] as const)
    it(`of ${size} functions compiles, from ${files} file${files === 1 ? '' : 's'}`, () => {
      const system = largeSystem(size);
      const { graph, diagnostics } = compileSpec(LARGE_SPEC, (path) => system.get(path), SURROUNDINGS);
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).to.deep.equal(
        [],
      );
      expect(system.size).to.equal(files);
      expect(graph?.resources.filter(({ kind }) => kind === 'aws:lambda/function:Function')).to.have.length(size);
    });
});
