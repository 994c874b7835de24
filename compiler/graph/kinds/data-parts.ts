// The parts of a spec that contain data, in the form of paths of `allowReplacement`.

import { isWithin, type PathStep } from '../../source/spec-node';
import { LOG_GROUP_PREFIXES, LOG_GROUP_SUFFIX } from '../log-groups';
import type { StatefulKind } from './kinds';

type LogWriter = keyof typeof LOG_GROUP_PREFIXES;

const PART_OF_LOG: { readonly [W in LogWriter]: (logicalName: string) => readonly PathStep[] } = {
  function: (logicalName) => ['functions', logicalName.slice(0, -LOG_GROUP_SUFFIX.length)],
  access: () => ['api', 'accessLogging'],
  execution: () => ['api', 'executionLogging'],
  webAcl: () => ['api', 'webAcl', 'logging'],
};

const PART_OF: { readonly [K in StatefulKind]: (logicalName: string, physicalName: string) => readonly PathStep[] } = {
  'aws:backup/vault:Vault': () => ['backup'],
  'aws:cloudwatch/logGroup:LogGroup': (logicalName, physicalName) => PART_OF_LOG[writerOf(physicalName)](logicalName),
  'aws:dynamodb/table:Table': (logicalName) => ['tables', logicalName],
  'aws:kms/key:Key': () => ['encryption'],
  'aws:sqs/queue:Queue': (logicalName) => ['queues', logicalName],
};

/** The part of a spec that a deployed resource came from, for a resource that is no longer in the graph. */
export function formerPartOf(kind: StatefulKind, logicalName: string, physicalName: unknown): readonly PathStep[] {
  return PART_OF[kind](logicalName, String(physicalName));
}

/** Whether `allowReplacement` lists a part, or a part that contains it. */
export function isReplacementAllowed(allowReplacement: readonly string[], part: readonly PathStep[]): boolean {
  return allowReplacement.some((path) => isWithin(part, path));
}

function writerOf(physicalName: string): LogWriter {
  const writers = Object.keys(LOG_GROUP_PREFIXES) as LogWriter[];
  return writers.find((writer) => physicalName.startsWith(LOG_GROUP_PREFIXES[writer])) ?? 'function';
}
