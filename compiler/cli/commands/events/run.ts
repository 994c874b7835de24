// Sends events again, or enables a webhook.

import type { Run } from '../../command/parts';
import { compileFile, openSpec } from '../../specs/spec-file';
import { connect } from '../../system/connection';
import type { EventsArguments } from './arguments';
import { enable } from './enable';
import { replay } from './replay';
import type { EventsResult } from './result';

/** Runs an action on the system of a spec. */
export const run: Run<EventsArguments, EventsResult> = async (parsed, { root, note }) => {
  const spec = openSpec(root, parsed.spec);
  const { graph, diagnostics, resolved } = compileFile(spec);
  if (graph === undefined || resolved === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  const connection = () => connect({ region: graph.provider.region, local: parsed.local });
  const system = { path: spec.path, graph, connection };
  if (parsed.action === 'replay') return replay(parsed, system, { note, now: () => new Date() });
  return enable(parsed, system, Object.keys(resolved.environment.payment.webhooks));
};
