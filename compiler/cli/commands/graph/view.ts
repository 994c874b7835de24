// Renders a drawing in each format.

import { renderDot } from '../../../backends/draw/dot';
import type { Drawing } from '../../../backends/draw/drawing';
import { renderMermaid } from '../../../backends/draw/mermaid';
import { renderSvg } from '../../../backends/draw/svg';
import { drawSystem } from '../../../backends/draw/system';
import { layOutSystem } from '../../../picture/layout';
import { renderPicture } from '../../../picture/svg';
import type { View } from '../../command/parts';
import type { GraphArguments } from './arguments';
import type { Subject } from './run';

/** The drawing by format. */
export const view: View<Subject, GraphArguments['format']> = {
  mermaid: (subject) => renderMermaid(drawingOf(subject)),
  dot: (subject) => renderDot(drawingOf(subject)),
  svg: (subject) => ('system' in subject ? renderPicture(layOutSystem(subject.system)) : renderSvg(subject.resources)),
  json: (subject) => ({ schemaVersion: 1, ...('system' in subject ? subject.system : subject.resources) }),
};

function drawingOf(subject: Subject): Drawing {
  return 'system' in subject ? drawSystem(subject.system) : subject.resources;
}
