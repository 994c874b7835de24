// Renders a drawing in Graphviz's DOT language.

import type { Drawing } from './drawing';

/** The text of a directed graph. */
export function renderDot({ title, groups, arrows }: Drawing): string {
  return [
    `digraph ${quote(title)} {`,
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...groups.flatMap(({ name, boxes }) => [
      `  subgraph ${quote(`cluster_${name}`)} {`,
      `    label=${quote(name)};`,
      ...boxes.map(({ id, kind, name: box }) => `    ${quote(id)} [label=${quote(`${kind}\n${box}`)}];`),
      '  }',
    ]),
    ...arrows.map(({ from, to, label }) => {
      const attributes = label === '' ? 'style=dashed' : `label=${quote(label)}`;
      return `  ${quote(from)} -> ${quote(to)} [${attributes}];`;
    }),
    '}',
  ].join('\n');
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
