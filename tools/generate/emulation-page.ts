// Generates docs/emulation.md: each field of the language, and how the local run treats it.

import { type EmulatedField, emulationReport } from '../../compiler/local/emulation/registry';
import { ASSUMPTIONS } from '../../compiler/model/assumptions';

const INTRODUCTION = `<!-- Generated from compiler/local/emulation/ by \`npm run generate\`: edit that instead. -->

# What the local run emulates

\`npm start\` obeys the spec as far as the tables below say. A test changes each enforced field in a running local system and observes the
difference. \`payment-spec emulation --json\` prints the same list for programs. \`<name>\` is a name that the spec chooses.`;

const ASSUMED = `## Assumptions

AWS does not document the values below. The local run, the rules and the simulations use these defaults.

| Assumption | Default | Meaning | Basis |
|---|---|---|---|`;

/** Renders the page. */
export async function generateEmulationPage(): Promise<string> {
  const fields = emulationReport();
  const enforced = fields.filter(({ is }) => is === 'enforced');
  const sections = [
    INTRODUCTION,
    `## Approximated\n\n${table(fields, 'approximated', 'How')}`,
    `## Not local\n\n${table(fields, 'not local', 'Why')}`,
    `## Enforced\n\n${enforced.map(({ path }) => `- ${formatField(path)}`).join('\n')}`,
    [ASSUMED, ...Object.entries(ASSUMPTIONS).map(renderAssumption)].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function table(fields: readonly EmulatedField[], is: 'approximated' | 'not local', title: string): string {
  const rows = fields.flatMap((field) => {
    if (field.is !== is) return [];
    return [`| ${formatField(field.path)} | ${field.is === 'approximated' ? field.how : field.why} |`];
  });
  return [`| Field | ${title} |`, '|---|---|', ...rows].join('\n');
}

function renderAssumption([name, { default: value, meaning, basis }]: [
  string,
  { readonly default: unknown; readonly meaning: string; readonly basis: string },
]): string {
  return `| \`${name}\` | ${String(value)} | ${meaning} | ${basis} |`;
}

function formatField(path: string): string {
  return `\`${path.replaceAll('*', '<name>')}\``;
}
