// Renders a drawing as Mermaid, which GitHub and GitLab display in Markdown.

import type { Drawing } from './drawing';

/** The text of a flowchart. */
export function renderMermaid({ groups, arrows }: Drawing): string {
  const ids = new Map(groups.flatMap(({ boxes }) => boxes).map(({ id }, at) => [id, `n${at}`]));
  return [
    'flowchart LR',
    ...groups.flatMap(({ name, boxes }) => [
      `  subgraph ${name}`,
      ...boxes.map(({ id, kind, name: box }) => `    ${ids.get(id)}["${escapeText(kind)}<br/>${escapeText(box)}"]`),
      '  end',
    ]),
    ...arrows.map(({ from, to, label }) => {
      const line = label === '' ? '-.->' : `-->|"${escapeText(label)}"|`;
      return `  ${ids.get(from)} ${line} ${ids.get(to)}`;
    }),
  ].join('\n');
}

/** Escapes special characters as entities, which Mermaid writes with # in place of &. */
function escapeText(text: string): string {
  return text.replaceAll(/[^\w .,:/…-]/g, (character) => `#${character.codePointAt(0)};`);
}
