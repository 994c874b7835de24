// Renders a drawing as Mermaid, which GitHub and GitLab display in Markdown.

import { escapeMermaid } from '../../picture/escape';
import type { Drawing } from './drawing';

/** The text of a flowchart. */
export function renderMermaid({ groups, arrows }: Drawing): string {
  const ids = new Map(groups.flatMap(({ boxes }) => boxes).map(({ id }, at) => [id, `n${at}`]));
  return [
    'flowchart LR',
    ...groups.flatMap(({ name, boxes }) => [
      `  subgraph ${name}`,
      ...boxes.map(
        ({ id, kind, name: box }) => `    ${ids.get(id)}["${escapeMermaid(kind)}<br/>${escapeMermaid(box)}"]`,
      ),
      '  end',
    ]),
    ...arrows.map(({ from, to, label }) => {
      const line = label === '' ? '-.->' : `-->|"${escapeMermaid(label)}"|`;
      return `  ${ids.get(from)} ${line} ${ids.get(to)}`;
    }),
  ].join('\n');
}
