// Creates a rule with its broken case: npm run new:rule -- tables/cold-storage.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CATALOGUE } from '../../compiler/compile/catalogue';
import { generateRuleList } from './rule-list';
import { RULE_SECTIONS, scaffoldRule } from './rule-scaffold';

const ROOT = join(__dirname, '../..');

async function main(): Promise<void> {
  const [section = '', subject = ''] = (process.argv[2] ?? '').split('/');
  const code = nextCode();
  const files = scaffoldRule({ section, subject, code });
  if (files === undefined) {
    console.error(
      `usage: npm run new:rule -- SECTION/SUBJECT, such as tables/cold-storage; sections: ${RULE_SECTIONS.join(', ')}`,
    );
    process.exitCode = 2;
  } else if (CATALOGUE.some(({ slug }) => slug === subject)) {
    console.error(`the diagnostic ${subject} already exists; choose another subject`);
    process.exitCode = 1;
  } else {
    for (const [path, text] of files) create(path, text);
    create('compiler/compile/rules/rules.generated.ts', await generateRuleList(ROOT));
    console.log(`${[...files.keys()].map((path) => `created ${path}`).join('\n')}

Next:
1. In the rule, replace the example: its texts, its severity and its condition.
2. In the spec, write the smallest mistake that the rule finds.
3. Run UPDATE_GOLDENS=1 npx mocha test/compiler/compile/broken.test.ts --grep ${code}, and read expected.txt beside the spec as a user would.
4. Run npm run generate, which adds the rule to docs/diagnostics.md.`);
  }
}

/** The code after the last one of the rules: ENV32xx. */
function nextCode(): string {
  const numbers = CATALOGUE.map(({ code }) => Number(code.slice('ENV'.length)));
  return `ENV${Math.max(...numbers.filter((number) => number >= 3200 && number < 3300)) + 1}`;
}

function create(path: string, text: string): void {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}

void main();
