// What validating specs came to: what each format prints.

import type { Diagnostic } from '../diagnostic';
import type { WaiverDays } from '../waiver-days';

/** The outcome for several specs. */
export interface Report {
  /** The version of this program. */
  readonly version: string;
  readonly specs: readonly ReportedSpec[];
  /** Of all specs, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The warnings that the specs accept. */
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
  /** How many resources it compiles to; absent: it is not valid. */
  readonly resources?: number;
}
