// Writes the generated files, or with --check reports those that are out of date: npm run generate [-- --check].

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateRuleList } from './generate/rule-list';

const root = join(__dirname, '..');

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  // The other generators read the rules, so their list is written before these are loaded.
  await update({ 'compiler/compile/rules/rules.generated.ts': generateRuleList }, check);
  await update((await import('./generate/generated')).GENERATED, check);
}

async function update(
  files: Readonly<Record<string, (root: string) => Promise<string>>>,
  check: boolean,
): Promise<void> {
  for (const [path, generate] of Object.entries(files)) {
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
