// Checks an environment, and the resources that it compiles to, with all rules.

import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { ResourceGraph } from '../../graph/graph';
import type { RuleContext } from './rule';
import { RESOURCE_RULES, RULES } from './rules.generated';

/** Checks fields against each other: ENV30xx and ENV32xx. */
export function checkRules(context: RuleContext): Diagnostic[] {
  return RULES.flatMap((rule) => [...rule.check(context)]);
}

/** Checks the compiled resources, such as their names: ENV30xx and ENV32xx. */
export function checkResources(context: RuleContext, graph: ResourceGraph): Diagnostic[] {
  return RESOURCE_RULES.flatMap((rule) => [...rule.check(context, graph)]);
}
