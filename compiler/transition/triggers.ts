// Refuses changes of streams and their triggers that the provider would not make, or that DynamoDB rejects.

import type { DeployedStack } from './deployed';
import type { Transition } from './pass';
import { refusalOf, reviseKind } from './revise';
import { tableOutputs } from './table-outputs';

/**
 * The provider changes the content of a stream in one request, and DynamoDB responds "Table already has an enabled stream"
 * (Amazon DynamoDB API Reference, UpdateTable: StreamSpecification).
 */
export function refuseOtherStream(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:dynamodb/table:Table', (node, outputs) => {
    const { streamEnabled, streamViewType: former = '' } = tableOutputs(outputs);
    const next = node.inputs.streamViewType;
    if (streamEnabled !== true || former === '' || next === undefined || next === former) return {};
    const reason = `DynamoDB cannot change the content of a stream from ${former} to ${String(next)}`;
    const fix = 'remove stream and the triggers that read it, deploy, then add them again with the new content';
    return { refusals: [refusalOf(node, 'stream', { reason, fix })] };
  });
}

/** The provider sends no absent destination, so that failures would still go to the former queue (internal/service/lambda/event_source_mapping.go). */
export function refuseToKeepDestination(transition: Transition, deployed: DeployedStack): Transition {
  return reviseKind(transition, deployed, 'aws:lambda/eventSourceMapping:EventSourceMapping', (node, outputs) => {
    const former = destinationOf(outputs.destinationConfig);
    if (former === '' || node.inputs.destinationConfig !== undefined) return {};
    const reason = `failures would still go to ${former}`;
    const fix = 'keep onFailure; or remove the trigger, deploy, and add it again without onFailure';
    return { refusals: [refusalOf(node, 'onFailure', { reason, fix })] };
  });
}

function destinationOf(config: unknown): string {
  const { onFailure } = (config ?? {}) as { readonly onFailure?: { readonly destinationArn?: string } };
  return onFailure?.destinationArn ?? '';
}
