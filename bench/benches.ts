// The list of benchmarks, in the order of the printed rows.

import { commandLine } from './command-line';
import { estimates } from './estimates';
import { growth } from './growth';
import { handler, handlerOnTable } from './handler';
import { handlerRatios } from './handler-ratios';
import { limits } from './limits';
import { preview } from './preview';
import { requests } from './requests';
import type { Bench } from './row';
import { sharedHandler } from './shared-handler';
import { start } from './start';
import { update } from './update';

export const BENCHES: readonly Bench[] = [
  commandLine,
  growth,
  estimates,
  sharedHandler,
  requests,
  start,
  limits,
  handler,
  handlerOnTable,
  handlerRatios,
  preview,
  update,
];
