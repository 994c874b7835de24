// The result of validating specs, which each format prints.

import type { CatalogueEntry } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { WaiverDays } from '../../graph/waiver';

/** The outcome for several specs. */
export interface Report {
  /** The version of this program. */
  readonly version: string;
  /** Every diagnostic that a report may contain. */
  readonly catalogue: readonly CatalogueEntry[];
  readonly specs: readonly ReportedSpec[];
  /** The findings of all specs, by file and location. */
  readonly diagnostics: readonly Diagnostic[];
  /** The waived findings. */
  readonly waived: readonly Waived[];
}

/** A finding that a spec accepts, with the reason and the days of the waiver. */
export interface Waived {
  readonly diagnostic: Diagnostic;
  readonly waiver: WaiverDays & { readonly name: string; readonly reason: string };
}

/** The outcome for one spec. */
export interface ReportedSpec {
  readonly path: string;
  /** The number of resources; absent if the spec is invalid. */
  readonly resources?: number;
}
