// Compares a text with the file that holds what it should be; UPDATE_GOLDENS=1 rewrites the file instead.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';

/** Expects a text to be that of a file below test/. */
export function expectGolden(path: string, actual: string): void {
  const file = join(__dirname, path);
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  expect(existsSync(file), `${path} is missing: npm run test:update writes it`).to.equal(true);
  expect(actual, `${path} differs: npm run test:update rewrites it`).to.equal(readFileSync(file, 'utf8'));
}
