// Generates docs/diagnostics.md: a section for each diagnostic of the catalogue, with an example from test/broken/.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../compiler/compile/catalogue';
import { pageOf } from '../../compiler/compile/catalogue-page';

const PHASES: Readonly<Record<string, string>> = {
  ENV1: 'Reading YAML',
  ENV2: 'Reading files and extends',
  ENV30: 'Rules between fields',
  ENV31: 'The schema',
  ENV32: 'Limits and formats of AWS',
  ENV34: 'Traffic and cost',
  ENV4: 'Expressions and names',
  ENV5: 'Resources',
  ENV6: 'Commands',
  ENV7: 'Promotion',
  ENV8: 'Deployment over a deployed stack',
};

/** Renders the page with all diagnostics, sorted by code. */
export async function generateDiagnosticsPage(root: string): Promise<string> {
  const pages = CATALOGUE.map(pageOf);
  const sections = Object.entries(PHASES).flatMap(([prefix, title]) => {
    const within = pages.filter(({ code }) => code.startsWith(prefix));
    if (within.length === 0) return [];
    return [
      `## ${title}`,
      ...within.flatMap(({ code, slug, severity, summary, explanation }) => [
        `### ${code} ${slug}`,
        `**${severity === 'error' ? 'Error' : 'Warning'}.** ${escapeMarkdown(summary)}`,
        escapeMarkdown(explanation),
        `\`\`\`\n${exampleOf(root, code, slug)}\n\`\`\``,
      ]),
    ];
  });
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

const HEAD = `<!-- Generated from the catalogue and test/broken/ by \`npm run generate\`: edit the definitions in compiler/ instead. -->

# Diagnostics

The diagnostics of \`payment-spec validate\`. \`payment-spec explain CODE\` prints these sections. An error stops the
compilation. A warning does not, and can be accepted until a date under \`waivers\`. The examples show the output for an invalid spec.`;

/** The first diagnostic with the code in its first test case. */
function exampleOf(root: string, code: string, slug: string): string {
  const folder = join(root, 'test/broken');
  const [name] = readdirSync(folder)
    .filter((candidate) => candidate === `${code}-${slug}` || candidate.startsWith(`${code}-${slug}-`))
    .sort();
  if (name === undefined) throw new Error(`missing case for ${code} ${slug} in test/broken/`);
  const printed = readFileSync(join(folder, name, 'expected.txt'), 'utf8').split('\n\n');
  const example = printed.find((diagnostic) => diagnostic.split('\n')[0]?.includes(` ${code} `));
  if (example === undefined) throw new Error(`test/broken/${name}/expected.txt does not contain ${code}`);
  return example;
}

/** Converts text of the catalogue to Markdown: keeps its backquotes and escapes other markup and HTML. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll(/[<*_&]/g, (character) => `\\${character}`)))
    .join('');
}
