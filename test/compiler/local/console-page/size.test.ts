// The size of the console's page.

import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { readScript } from './script';

describe('the script of the console', () => {
  it('takes at most 80 kB, compressed', () => {
    expect(gzipSync(readScript()).length).to.be.within(10_000, 80_000);
  });
});
