// The definition of diagnostics, and the function that creates them.

import type { Span } from '../source/source';
import type { Diagnostic, DiagnosticMore, Severity } from './diagnostic';
import { maskSecrets } from './secrets';

type RenderMessage = (parameters: never) => string;

/** The parameters of a message. The parameter `is` selects the variant of a message with variants. */
type ParametersOf<Message> = Message extends (parameters: infer P) => string
  ? P
  : {
      [Variant in keyof Message]: { readonly is: Variant } & (Message[Variant] extends (parameters: infer P) => string
        ? P
        : never);
    }[keyof Message];

/** The definition of a diagnostic: its code and its texts. */
export interface DiagnosticDefinition {
  /** `ENV`, the digit of the phase, and a number. A code is never reused for another meaning. */
  readonly code: `ENV${number}`;
  readonly severity: Severity;
  /** Whether an error can be waived, because the system would work and someone can take the responsibility. */
  readonly waivable?: true;
  /** The mistake in one sentence. */
  readonly summary: string;
  /** The effect on AWS, the source of a limit, and how to decide; one sentence each. */
  readonly explanation: readonly string[];
  /** Renders the message, or the message of each variant. Each definition has its own parameters. */
  readonly message: RenderMessage | Readonly<Record<string, RenderMessage>>;
}

/** A definition with its slug, as in the catalogue. */
export interface CatalogueEntry extends DiagnosticDefinition {
  readonly slug: string;
}

/** Definitions, by slug. */
export type DiagnosticDefinitions = Readonly<Record<string, DiagnosticDefinition>>;

/** Creates a diagnostic of some definitions. Texts that look like secrets are masked. */
export interface Diagnose<Definitions extends DiagnosticDefinitions> {
  <Slug extends keyof Definitions & string>(
    slug: Slug,
    span: Span,
    parameters: ParametersOf<Definitions[Slug]['message']>,
    more?: DiagnosticMore,
  ): Diagnostic;
  readonly definitions: Definitions;
}

/**
 * Defines the diagnostics of a rule or a phase.
 * @returns the function that creates them: it accepts only these slugs, each with the parameters of its message
 */
export function defineDiagnostics<const Definitions extends DiagnosticDefinitions>(
  definitions: Definitions,
): Diagnose<Definitions> {
  const diagnose = <Slug extends keyof Definitions & string>(
    slug: Slug,
    span: Span,
    parameters: ParametersOf<Definitions[Slug]['message']>,
    more: DiagnosticMore = {},
  ): Diagnostic => {
    const definition: Definitions[Slug] = definitions[slug];
    const { code, severity, message } = definition;
    const text = maskSecrets(renderMessage(message, parameters));
    const path = span.path === undefined ? {} : { path: span.path };
    return {
      code,
      slug,
      severity,
      isWaivable: isWaivable(definition),
      message: text,
      span,
      ...path,
      ...maskMore(more),
    };
  };
  return Object.assign(diagnose, { definitions });
}

function renderMessage(message: DiagnosticDefinition['message'], parameters: unknown): string {
  const { is } = parameters as { readonly is: string };
  const render = (typeof message === 'function' ? message : message[is]) as (parameters: unknown) => string;
  return render(parameters);
}

/** Whether a diagnostic can be waived: each warning, and each error with `waivable`. */
export function isWaivable({ severity, waivable }: DiagnosticDefinition): boolean {
  return severity === 'warning' || waivable === true;
}

/** Masks the help and the related messages, which may quote the spec. */
function maskMore({ help, related }: DiagnosticMore): DiagnosticMore {
  return {
    ...(help === undefined ? {} : { help: maskSecrets(help) }),
    ...(related === undefined
      ? {}
      : { related: related.map((other) => ({ ...other, message: maskSecrets(other.message) })) }),
  };
}
