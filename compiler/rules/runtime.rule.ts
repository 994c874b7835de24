// A function's runtime is one that Lambda goes on supporting.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';
import { RUNTIME_SUPPORT } from './runtimes';

/** How long before the deprecation of a runtime AWS tells its users (AWS Lambda Developer Guide, "Runtime deprecation policy"). */
const NOTICE_DAYS = 180;
const MILLISECONDS_A_DAY = 86_400_000;

/** ENV3042: a runtime whose support ends within 180 days, or has ended. ENV3043: one with which Lambda takes no change. */
export const runtimeRule: Rule = ({ environment: { functions }, today, at }) =>
  Object.entries(functions).flatMap(([name, { runtime }]) => {
    const { deprecated, createBlocked, updateBlocked } = RUNTIME_SUPPORT[runtime];
    const days = (Date.parse(deprecated) - Date.parse(today)) / MILLISECONDS_A_DAY;
    const lasting = Object.entries(RUNTIME_SUPPORT).filter(([, support]) => support.deprecated > deprecated);
    const [newest] = lasting.at(-1) ?? [];
    const place = at(['functions', name, 'runtime']);
    const more = newest === undefined ? {} : { help: `runtime: ${newest}` };
    if (today >= updateBlocked) return [diagnose('runtime-blocked', place, { name, runtime, updateBlocked }, more)];
    if (days > NOTICE_DAYS) return [];
    return [
      diagnose('runtime-deprecated', place, { name, runtime, deprecated, createBlocked, updateBlocked, days }, more),
    ];
  });
