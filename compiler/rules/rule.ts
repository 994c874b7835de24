// What a rule is: a check between fields that a schema cannot make.

import type { Environment } from '../../schema/environment.generated';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { ResourceGraph } from '../graph/graph';
import type { Span } from '../source/source';
import type { PathStep, SpecMap } from '../source/spec-node';

/** What a rule looks at. */
export interface RuleContext {
  readonly environment: Environment;
  /** The spec as it was written, with its expressions. */
  readonly root: SpecMap;
  /** The day of the compilation, as YYYY-MM-DD in UTC. */
  readonly today: string;
  /** Where a field was written; of a default, the nearest part around it that was. */
  readonly at: (path: readonly PathStep[], part?: 'key' | 'value') => Span;
  /** The other side of a conflict, to spread into `related`: none where it is a default, which stands nowhere. */
  readonly otherSide: (message: string, path: readonly PathStep[]) => NonNullable<Diagnostic['related']>;
}

/** A rule: the mistakes that it finds in an environment. */
export type Rule = (context: RuleContext) => Diagnostic[];

/** A rule about resources: the mistakes that show only in what an environment compiles to. */
export type ResourceRule = (context: RuleContext, graph: ResourceGraph) => Diagnostic[];
