// Renders an OpenAPI document as JSON or YAML.

import { writeYaml } from '../../../language/compose/parse/write';
import type { View } from '../../command/parts';
import type { OpenApiFormat } from './arguments';
import type { OpenApiDocument } from './run';

/** The document by format. */
export const view: View<OpenApiDocument, OpenApiFormat> = {
  json: (document) => document,
  yaml: (document) => writeYaml(document).replace(/\n$/, ''),
};
