// Renders a drawing in each format.

import { renderDot } from '../../../backends/draw/dot';
import type { Drawing } from '../../../backends/draw/drawing';
import { renderMermaid } from '../../../backends/draw/mermaid';
import type { View } from '../../command/parts';
import type { GraphArguments } from './arguments';

/** The drawing by format. */
export const view: View<Drawing, GraphArguments['format']> = {
  mermaid: renderMermaid,
  dot: renderDot,
  // The layout library takes longer to load than everything else.
  svg: async (drawing) => (await import('../../../backends/draw/svg')).renderSvg(drawing),
  json: (drawing) => ({ schemaVersion: 1, ...drawing }),
};
