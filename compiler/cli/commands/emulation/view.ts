// Renders the classes of fields as a table and as JSON.

import type { EmulatedField } from '../../../local/emulation/registry';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderColumns } from '../../text/columns';

/** The fields as a table, or as one JSON value. */
export const view: View<readonly EmulatedField[], TextOrJson> = { text: renderFields, json: fieldsJson };

/** Renders a line for each field, and the number of fields of each class. */
function renderFields(fields: readonly EmulatedField[]): string {
  const rows = fields.map((field) => [field.path.replaceAll('*', '<name>'), field.is, noteOf(field)]);
  const countOf = (of: EmulatedField['is']) => fields.filter(({ is }) => is === of).length;
  const counts = (['enforced', 'approximated', 'not local'] as const).map((is) => `${countOf(is)} ${is}`);
  return [...renderColumns([['field', 'local run', 'difference from AWS'], ...rows]), '', counts.join(', ')].join('\n');
}

function fieldsJson(fields: readonly EmulatedField[]): object {
  return { schemaVersion: 1, fields };
}

function noteOf(field: EmulatedField): string {
  switch (field.is) {
    case 'enforced':
      return '';
    case 'approximated':
      return field.how;
    case 'not local':
      return field.why;
  }
}
