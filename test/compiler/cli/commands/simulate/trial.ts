// Specs and courses for tests of `simulate`.

import { stringify } from 'yaml';
import type { Course } from '../../../../../compiler/cli/commands/simulate/course';
import type { Trial } from '../../../../../compiler/cli/commands/simulate/remedies';
import { renderDiagnostics } from '../../../../../compiler/diagnostics/render';
import { DEFAULT_ASSUMPTIONS } from '../../../../../compiler/model/assumptions';
import { toPlain } from '../../../../../compiler/source/spec-node';
import { compileProject, SURROUNDINGS } from '../../../../spec';

const SPEC = 'spec/case.yaml';

/** New payments at a constant rate for ten minutes. */
export const TEN_MINUTES: Course = {
  start: Date.UTC(2026, 0, 1) / 1000,
  requests: Array(600).fill(20),
  weights: { 'post-payment': 1 },
  faults: [],
  clients: { attempts: 1, pauseSeconds: 1 },
  assumptions: DEFAULT_ASSUMPTIONS,
};

/** A course on pr1234 with some other fields. */
export function trialOf(fields: object = {}, course: Course = TEN_MINUTES): Trial {
  const { graph, resolved, diagnostics } = compileProject(SPEC, {
    [SPEC]: stringify({ extends: 'pr1234.yaml', ...fields }),
  });
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return {
    system: { graph, environment: resolved.expanded },
    plain: toPlain(resolved.spec),
    context: SURROUNDINGS,
    course,
  };
}
