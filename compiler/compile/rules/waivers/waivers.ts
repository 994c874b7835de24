// Applies waivers: separates the findings that a spec accepts from the others.

import type { Environment } from '../../../../schema/environment.generated';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { findWaiver, type Waiver } from '../../../graph/waiver';
import { type SpecMap, spanAt } from '../../../source/spec-node';
import { diagnose } from './diagnostics';

/** A finding that a waiver covers. */
export interface WaivedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly waiver: Waiver;
}

/** The waivers of an environment, with their names. */
export function waiversOf(waivers: Environment['waivers']): Waiver[] {
  return Object.entries(waivers).map(([name, waiver]) => ({ name, ...waiver }));
}

/** Whether the last day of a waiver is before a day. */
export function isExpired({ expires }: Pick<Waiver, 'expires'>, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** An environment and its spec, which locates its waivers. */
interface Waiving {
  readonly environment: Environment;
  readonly root: SpecMap;
}

/** Applies the waivers of an environment to findings, and records which waivers match a finding. */
export class WaiverSet {
  /** The waived findings, in the order in which they were found. */
  readonly waived: WaivedDiagnostic[] = [];
  readonly #met = new Set<string>();
  readonly #waivers: readonly Waiver[];

  /** @param waivers the waivers that apply; expired waivers are excluded */
  constructor(
    private readonly of: Waiving,
    waivers: readonly Waiver[],
  ) {
    this.#waivers = waivers;
  }

  /** The waivers of an environment that apply on a day, as YYYY-MM-DD in UTC. */
  static on(today: string, of: Waiving): WaiverSet {
    return new WaiverSet(
      of,
      waiversOf(of.environment.waivers).filter((waiver) => !isExpired(waiver, today)),
    );
  }

  /**
   * The findings without a waiver. A waiver accepts a finding at one value of its field. At another value, the finding counts again,
   * and ENV3241 states the reason.
   */
  apply(found: readonly Diagnostic[]): Diagnostic[] {
    return found.flatMap((diagnostic) => {
      const { isWaivable, code, path } = diagnostic;
      const waiver = isWaivable && path !== undefined ? findWaiver(this.#waivers, code, path) : undefined;
      if (waiver === undefined || path === undefined) return [diagnostic];
      this.#met.add(waiver.name);
      const now = textOf(valueAt(this.of.environment, path));
      if (now !== undefined && now !== waiver.value)
        return [diagnostic, otherValue(waiver, { path, now }, this.of.root)];
      this.waived.push({ diagnostic, waiver });
      return [];
    });
  }

  /**
   * The waivers that apply. A waiver of a linter's finding at another value is excluded and reported as ENV3241, because the
   * compiler does not see the finding. A finding about a whole part, which is not a single value, does not need a value.
   */
  ofGraph(): { readonly applying: readonly Waiver[]; readonly diagnostics: readonly Diagnostic[] } {
    const stale = new Map<Waiver, Diagnostic>();
    for (const waiver of this.#waivers.filter(({ code }) => !code.startsWith('ENV'))) {
      const { path, value } = waiver;
      const now = textOf(valueAt(this.of.environment, path));
      if (now !== undefined && now !== value) stale.set(waiver, otherValue(waiver, { path, now }, this.of.root));
    }
    return {
      applying: this.#waivers.filter((waiver) => !stale.has(waiver)),
      diagnostics: [...stale.values()],
    };
  }

  /**
   * ENV3055: unused waivers of this compiler's findings.
   * @param series matches the codes that were checked; waivers of other codes are skipped
   */
  unused(series: RegExp): Diagnostic[] {
    return this.#waivers
      .filter(({ name, code }) => series.test(code) && !this.#met.has(name))
      .map(({ name, code, path }) => {
        const span = spanAt(this.of.root, ['waivers', name], 'key');
        return diagnose('unused-waiver', span, { name, code, path }, { help: 'remove it' });
      });
  }
}

function otherValue(
  { name, code, value }: Waiver,
  { path, now }: { readonly path: string; readonly now: string },
  root: SpecMap,
): Diagnostic {
  const span =
    value === undefined ? spanAt(root, ['waivers', name], 'key') : spanAt(root, ['waivers', name, 'value'], 'value');
  const help = `set value to ${JSON.stringify(now)}, if the reason applies to this value`;
  return diagnose('waiver-value', span, { name, code, path, accepted: value, now }, { help });
}

/** The value of a field as a waiver writes it; undefined for a map or a list. */
function textOf(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** The value at a path of an environment, such as `tables.payments.capacity`; undefined if it is not set. A key may contain dots. */
export function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const name = Array.isArray(value) ? `[${key}]` : key;
    if (path === name) return item;
    if (!path.startsWith(name)) continue;
    const rest = path.slice(name.length);
    const below = rest.startsWith('.') ? rest.slice(1) : rest;
    const inner = /^[.[]/.test(rest) ? valueAt(item, below) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
