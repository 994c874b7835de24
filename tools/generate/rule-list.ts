// Generates compiler/compile/rules/rules.generated.ts: the list of the rules, from the files of compiler/compile/rules/.

import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The folder of rules about the compiled resources; the other rules are about the fields of a spec. */
const RESOURCES = 'resources/';

/** Renders the list of all rules, by file: `tables/time-to-live.rule.ts` exports `timeToLiveRule`. */
export async function generateRuleList(root: string): Promise<string> {
  const files = readdirSync(join(root, 'compiler/compile/rules'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', posix.sep))
    .filter((file) => file.endsWith('.rule.ts'))
    .sort();
  const rules = files.map((file) => ({ file, name: nameOf(file) }));
  const [ofResources, ofFields] = [true, false].map((wanted) =>
    rules.filter(({ file }) => file.startsWith(RESOURCES) === wanted).map(({ name }) => `  ${name},`),
  );
  return `// Generated from the files of compiler/compile/rules/ by \`npm run generate\`: add a file there instead.

${rules.map(({ file, name }) => `import { ${name} } from './${file.replace(/[.]ts$/, '')}';`).join('\n')}
import type { ResourceRule, Rule } from './rule';

/** The rules about the fields of a spec. */
export const RULES: readonly Rule[] = [
${ofFields?.join('\n')}
];

/** The rules about the resources that a spec compiles to. */
export const RESOURCE_RULES: readonly ResourceRule[] = [
${ofResources?.join('\n')}
];
`;
}

function nameOf(file: string): string {
  const words = posix.basename(file, '.ts').split(/[.-]/);
  return words.map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join('');
}
