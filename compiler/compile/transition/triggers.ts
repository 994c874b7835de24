// Refuses changes of streams that lose events, and changes of triggers that the provider would not make.

import { isReplacementAllowed } from '../../graph/kinds/data-parts';
import { formatPath } from '../../source/spec-node';
import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

const MAPPING = 'aws:lambda/eventSourceMapping:EventSourceMapping';

/**
 * Refuses other content of a stream that deployed triggers read. The provider disables and enables the stream
 * (internal/service/dynamodb/table.go, cycleStreamEnabled), so that the table gets another stream, and the mappings are replaced.
 */
export function refuseLostChanges(transition: Transition, deployed: DeployedStack): Transition {
  const { allowReplacement } = transition.graph.safety;
  const read = new Set(
    deployed.resources.filter(({ type }) => type === MAPPING).map(({ outputs }) => outputs.eventSourceArn),
  );
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { streamEnabled, streamViewType: former = '', streamArn } = tableOutputs(outputs);
    const next = node.inputs.streamViewType;
    if (streamEnabled !== true || former === '' || next === undefined || next === former) return {};
    const part = [...node.origin.steps, 'stream'];
    if (!read.has(streamArn) || isReplacementAllowed(allowReplacement, part)) return {};
    const reason = `content ${String(next)} instead of ${former} replaces the stream, and changes that triggers have not read are lost`;
    const fix = `stop all writers, wait until the iterator age is 0, and set allowReplacement: [${formatPath(part)}]`;
    return { refusals: [refusalOf(node, 'stream', { reason, fix })] };
  });
}

/**
 * Refuses to remove the queue for failures: the provider suppresses the difference of a removed destination, and an update does not send
 * it either, so that failures would still go to the former queue (internal/service/lambda/event_source_mapping.go, destination_config).
 */
export function refuseToKeepDestination(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, MAPPING, (node, outputs) => {
    const former = destinationOf(outputs.destinationConfig);
    if (former === '' || node.inputs.destinationConfig !== undefined) return {};
    const reason = `failures would still go to ${former}`;
    const fix =
      'keep onFailure; or remove the trigger, deploy, and add it again without onFailure: it then begins at its starting position';
    return { refusals: [refusalOf(node, 'onFailure', { reason, fix })] };
  });
}

function destinationOf(config: unknown): string {
  const { onFailure } = (config ?? {}) as { readonly onFailure?: { readonly destinationArn?: string } };
  return onFailure?.destinationArn ?? '';
}
