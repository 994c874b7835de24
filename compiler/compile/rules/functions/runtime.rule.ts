// Checks that Lambda will continue to support the runtime of a function.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';
import { RUNTIME_SUPPORT } from './runtimes';

const diagnose = defineDiagnostics({
  'runtime-deprecated': {
    code: 'ENV3042',
    severity: 'warning',
    summary: 'AWS ends the support of a runtime within 180 days, or has ended it.',
    explanation: [
      'A deprecated runtime does not get security patches.',
      'One month later Lambda no longer creates functions with it, and another month later it no longer updates them (AWS Lambda Developer Guide, "Runtime deprecation policy").',
      'AWS notifies its users 180 days before the deprecation, and so does this warning.',
    ],
    message: (p: {
      name: string;
      runtime: string;
      deprecated: string;
      createBlocked: string;
      updateBlocked: string;
      days: number;
    }) =>
      `the runtime ${p.runtime} of "${p.name}" ${
        p.days > 0
          ? `will be deprecated on ${p.deprecated}, in ${p.days} days`
          : `has been deprecated since ${p.deprecated}`
      }; Lambda rejects new functions from ${p.createBlocked} and updates from ${p.updateBlocked}`,
  },
  'runtime-blocked': {
    code: 'ENV3043',
    severity: 'warning',
    summary: 'By the published schedule, Lambda no longer creates or updates functions with this runtime.',
    explanation: [
      'About two months after the deprecation of a runtime, Lambda rejects updates of functions that use it (AWS Lambda Developer Guide, "Runtime deprecation policy"), and a deployment fails midway.',
      'Set a newer runtime; the bundle is built for it.',
      'This is a warning because AWS has moved such dates before, and because an unchanged spec still compiles and runs locally.',
    ],
    message: (p: { name: string; runtime: string; updateBlocked: string }) =>
      `function "${p.name}" has the runtime ${p.runtime}; Lambda has rejected its updates since ${p.updateBlocked}`,
  },
});

/** The days before the deprecation of a runtime at which AWS notifies users (AWS Lambda Developer Guide, "Runtime deprecation policy"). */
const NOTICE_DAYS = 180;
const MILLISECONDS_A_DAY = 86_400_000;

/** ENV3042: a runtime whose support ends within 180 days, or has ended. ENV3043: a runtime whose functions Lambda no longer updates. */
export const runtimeRule: Rule = {
  diagnose,
  *check({ environment: { functions }, today, at }) {
    for (const [name, { runtime }] of Object.entries(functions)) {
      const { deprecated, createBlocked, updateBlocked } = RUNTIME_SUPPORT[runtime];
      const days = (Date.parse(deprecated) - Date.parse(today)) / MILLISECONDS_A_DAY;
      const lasting = Object.entries(RUNTIME_SUPPORT).filter(([, support]) => support.deprecated > deprecated);
      const [newest] = lasting.at(-1) ?? [];
      const more = newest === undefined ? {} : { help: `set runtime to ${newest}` };
      const place = () => at(['functions', name, 'runtime']);
      if (today >= updateBlocked) {
        yield diagnose('runtime-blocked', place(), { name, runtime, updateBlocked }, more);
      } else if (days <= NOTICE_DAYS) {
        const found = { name, runtime, deprecated, createBlocked, updateBlocked, days };
        yield diagnose('runtime-deprecated', place(), found, more);
      }
    }
  },
};
