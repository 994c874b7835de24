// Writes the generated files, or with --check reports those that are out of date: npm run generate [-- --check].

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED } from './generated';

const root = join(__dirname, '..');

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  for (const [path, generate] of Object.entries(GENERATED)) {
    const wanted = await generate(root);
    const present = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (wanted === present) continue;
    if (check) {
      console.error(`${path} is out of date; run npm run generate`);
      process.exitCode = 1;
    } else {
      await writeFile(join(root, path), wanted);
      console.log(`wrote ${path}`);
    }
  }
}

void main();
