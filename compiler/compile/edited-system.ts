// The system that a spec describes after edits, for estimates.

import type { System } from '../estimates/cost/estimate';
import type { Edit } from '../source/edit';
import type { Plain } from '../source/spec-node';
import type { CompileContext } from './compile';
import { compileEdited } from './edited-spec';

/** A budget makes a spec invalid that costs more, but does not change what it costs. */
const WITHOUT_BUDGET: Edit = { path: ['budget'], value: undefined };

/** The system after edits of a merged spec; undefined if the edited spec is not valid for another reason than its budget. */
export function editedSystem(spec: Plain, edits: readonly Edit[], context: CompileContext): System | undefined {
  const { graph, resolved } = compileEdited(spec, [...edits, WITHOUT_BUDGET], context);
  return graph === undefined || resolved === undefined ? undefined : { graph, environment: resolved.expanded };
}
