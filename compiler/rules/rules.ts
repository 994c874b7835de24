// All rules, in the order in which they are checked.

import type { Environment } from '../../schema/environment.generated';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { type SpecMap, spanAt } from '../source/spec-node';
import { alarmRule } from './alarm.rule';
import { capacityRule } from './capacity.rule';
import { currencyRule } from './currency.rule';
import { deadLetterRule } from './dead-letter.rule';
import { exampleRule } from './example.rule';
import { functionTimeoutRule } from './function-timeout.rule';
import { indexRule } from './index.rule';
import { keyTypeRule } from './key-type.rule';
import { partRule } from './part.rule';
import { routeRule } from './route.rule';
import type { Rule } from './rule';

const RULES: readonly Rule[] = [
  partRule,
  functionTimeoutRule,
  deadLetterRule,
  capacityRule,
  keyTypeRule,
  indexRule,
  routeRule,
  exampleRule,
  alarmRule,
  currencyRule,
];

/** Checks what fields say of each other: ENV30xx. */
export function checkRules(environment: Environment, root: SpecMap): Diagnostic[] {
  return RULES.flatMap((rule) => rule({ environment, at: (path, part = 'value') => spanAt(root, path, part) }));
}
