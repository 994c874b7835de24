// Renders the result of `init`: the file that was written.

import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import type { InitResult } from './run';

/** The file for people, or as one line of JSON. */
export const view: View<InitResult, TextOrJson> = {
  text: ({ path, resources }) =>
    `wrote ${path}: valid, ${resources} resources; list them with payment-spec plan ${path}`,
  json: ({ path, resources, notes }) => JSON.stringify({ schemaVersion: 1, spec: path, resources, notes }),
};
