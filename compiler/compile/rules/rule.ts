// The type of a rule: a check between fields that a JSON Schema cannot express.

import type { SpecPath } from '../../../schema/spec-path';
import type { DiagnosticDefinitions } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { ResourceGraph } from '../../graph/graph';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { Span } from '../../source/source';
import { fieldAt, isWritten, type PathStep, type SpecMap } from '../../source/spec-node';

/** The inputs of a rule. */
export interface RuleContext {
  readonly environment: ExpandedEnvironment;
  /** The spec as it was written, with its expressions. */
  readonly root: SpecMap;
  /** The day of the compilation, as YYYY-MM-DD in UTC. */
  readonly today: string;
  /** The location of a field; for a default, the location of the nearest enclosing field in the spec. */
  readonly at: <const Path extends readonly PathStep[]>(path: SpecPath<Path>, part?: 'key' | 'value') => Span;
  /** The related location of a conflict, to spread into `related`; empty for a default, which does not have a location. */
  readonly otherSide: <const Path extends readonly PathStep[]>(
    message: string,
    path: SpecPath<Path>,
  ) => NonNullable<Diagnostic['related']>;
}

interface Definition {
  /** Creates the rule's diagnostics. The catalogue reads their definitions from it. */
  readonly diagnose: { readonly definitions: DiagnosticDefinitions };
}

/** A rule: yields its findings in an environment. */
export interface Rule extends Definition {
  readonly check: (context: RuleContext) => Iterable<Diagnostic>;
}

/** A rule about the resources that an environment compiles to. */
export interface ResourceRule extends Definition {
  readonly check: (context: RuleContext, graph: ResourceGraph) => Iterable<Diagnostic>;
}

/** The inputs of the rules for an environment and the spec that it comes from. */
export function ruleContext(environment: ExpandedEnvironment, root: SpecMap, today: string): RuleContext {
  const at: RuleContext['at'] = (path, part) => fieldAt(root, path, part);
  const otherSide: RuleContext['otherSide'] = (message, path) =>
    isWritten(root, path) ? [{ message, span: at(path) }] : [];
  return { environment, root, today, at, otherSide };
}
