// Specs and courses for tests of `simulate`.

import { stringify } from 'yaml';
import type { Course } from '../../../../../compiler/cli/commands/simulate/course';
import type { Trial } from '../../../../../compiler/cli/commands/simulate/remedies';
import { renderDiagnostics } from '../../../../../compiler/diagnostics/render';
import { DEFAULT_ASSUMPTIONS } from '../../../../../compiler/model/assumptions';
import { toPlain } from '../../../../../compiler/source/spec-node';
import { randomFrom } from '../../../../random';
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

/** Random limits of pr1234, and a course that begins at a fifth of its rate or at once. */
export function randomTrial(seed: number): Trial {
  const random = randomFrom(seed);
  const oneOf = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const units = () => ({ autoscaling: { minimum: oneOf([5, 20, 100]), maximum: 400 } });
  const trial = trialOf({
    api: { throttle: { rateLimit: oneOf([5, 50, 1000]), burstLimit: oneOf([5, 100, 2000]) } },
    functions: {
      'payment-processor': {
        reservedConcurrency: oneOf([1, 5, 20, 100, 400]),
        expectedDurationMilliseconds: oneOf([20, 80, 500]),
      },
    },
    tables: { payments: { capacity: { read: units(), write: units() } } },
  });
  const rate = Math.round(10 ** (3.2 * random()));
  const begin = oneOf([0, 100, 300]);
  return {
    ...trial,
    course: {
      ...TEN_MINUTES,
      requests: Array.from({ length: 600 }, (_, second) => (second < begin ? rate / 5 : rate)),
      weights: { 'post-payment': 1, 'get-payment': oneOf([0, 5]) },
      clients: { attempts: oneOf([1, 3]), pauseSeconds: 1 },
    },
  };
}
