// Compares a text with a golden file. UPDATE_GOLDENS=1 rewrites the file instead.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';

/** The text of a golden file below test/; undefined if it is missing or about to be rewritten. */
export function readGolden(path: string): string | undefined {
  const file = join(__dirname, path);
  return process.env.UPDATE_GOLDENS === '1' || !existsSync(file) ? undefined : readFileSync(file, 'utf8');
}

/** Expects a text to equal a file below test/. */
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
