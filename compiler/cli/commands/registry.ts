// The commands of the program.

import { type AddCommand, command } from '../command/command';
import { declareCapacity } from './capacity/arguments';
import { declareCheckPromotion } from './check-promotion/arguments';
import { declareCompletion } from './completion/arguments';
import { declareCost } from './cost/arguments';
import { declareDashboard } from './dashboard/arguments';
import { declareDeployPolicy } from './deploy-policy/arguments';
import { declareDiff } from './diff/arguments';
import { declareDrill } from './drill/arguments';
import { declareEmulation } from './emulation/arguments';
import { declareEvents } from './events/arguments';
import { declareExplain } from './explain/arguments';
import { declareExport } from './export/arguments';
import { declareGraph } from './graph/arguments';
import { declareInit } from './init/arguments';
import { declareOpenApi } from './openapi/arguments';
import { declarePlan } from './plan/arguments';
import { declarePrices } from './prices/arguments';
import { declareRedrive } from './redrive/arguments';
import { declareSimulate } from './simulate/arguments';
import { declareStart } from './start/arguments';
import { declareValidate } from './validate/arguments';

/** The commands by name, in the order of the help. Each loads its work and its view when it runs. */
export const COMMANDS = {
  validate: command(declareValidate, { run: () => import('./validate/run'), view: () => import('./validate/view') }),
  plan: command(declarePlan, { run: () => import('./plan/run'), view: () => import('./plan/view') }),
  explain: command(declareExplain, { run: () => import('./explain/run'), view: () => import('./explain/view') }),
  diff: command(declareDiff, { run: () => import('./diff/run'), view: () => import('./diff/view') }),
  'check-promotion': command(declareCheckPromotion, {
    run: () => import('./check-promotion/run'),
    view: () => import('./check-promotion/view'),
  }),
  cost: command(declareCost, { run: () => import('./cost/run'), view: () => import('./cost/view') }),
  capacity: command(declareCapacity, { run: () => import('./capacity/run'), view: () => import('./capacity/view') }),
  simulate: command(declareSimulate, { run: () => import('./simulate/run'), view: () => import('./simulate/view') }),
  prices: command(declarePrices, { run: () => import('./prices/run'), view: () => import('./prices/view') }),
  graph: command(declareGraph, { run: () => import('./graph/run'), view: () => import('./graph/view') }),
  drill: command(declareDrill, { run: () => import('./drill/run'), view: () => import('./drill/view') }),
  export: command(declareExport, { run: () => import('./export/run') }),
  'deploy-policy': command(declareDeployPolicy, { run: () => import('./deploy-policy/run') }),
  openapi: command(declareOpenApi, { run: () => import('./openapi/run'), view: () => import('./openapi/view') }),
  dashboard: command(declareDashboard, { run: () => import('./dashboard/run') }),
  init: command(declareInit, { run: () => import('./init/run'), view: () => import('./init/view') }),
  start: command(declareStart, { run: () => import('./start/run'), view: () => import('./start/view') }),
  emulation: command(declareEmulation, {
    run: () => import('./emulation/run'),
    view: () => import('./emulation/view'),
  }),
  events: command(declareEvents, { run: () => import('./events/run'), view: () => import('./events/view') }),
  redrive: command(declareRedrive, { run: () => import('./redrive/run'), view: () => import('./redrive/view') }),
  completion: command(declareCompletion, {
    run: () => import('./completion/run'),
    view: () => import('./completion/view'),
  }),
} as const satisfies Readonly<Record<string, AddCommand>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;
