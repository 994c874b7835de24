// Describes the functions, and the tables and queues that they use.

import type { LambdaFunction } from '../../../schema/environment.generated';
import { grouped } from '../../diagnostics/words';
import type { Link, Part } from '../system';
import { distinct } from '../words';
import { type DescribeContext, fact, identityOf } from './context';

/** The functions of an environment, in the order of the spec. */
export function describeFunctions(context: DescribeContext): Part[] {
  return Object.entries(context.environment.functions).map(([name, lambda]) => {
    const { memorySizeMegabytes, timeoutSeconds, architecture, runtime, reservedConcurrency } = lambda;
    const at = ['functions', name] as const;
    return {
      ...identityOf(context, at),
      layer: 'functions',
      kind: 'Lambda function',
      title: name,
      facts: [
        fact(
          context,
          [...at, 'memorySizeMegabytes'],
          `${grouped(memorySizeMegabytes)} MB, timeout ${timeoutSeconds} s`,
        ),
        fact(context, [...at, 'runtime'], `${runtime}, ${architecture}`),
        reservedConcurrency === undefined
          ? fact(context, at, 'shared concurrency')
          : fact(context, [...at, 'reservedConcurrency'], `concurrency ${grouped(reservedConcurrency)}`),
      ],
      inner: [],
    };
  });
}

/** The links from functions to the tables and queues that their roles give access to. */
export function functionLinks({ environment }: DescribeContext): Link[] {
  return Object.entries(environment.functions).flatMap(([name, lambda]) => linksOf(`functions.${name}`, lambda));
}

function linksOf(from: string, { access, deadLetterQueue }: LambdaFunction): Link[] {
  const queues = distinct([...Object.keys(access.queues), ...(deadLetterQueue === undefined ? [] : [deadLetterQueue])]);
  return [
    ...Object.entries(access.tables).map(([table, actions]) => ({ from, to: `tables.${table}`, actions })),
    ...queues.map((queue) => ({
      from,
      to: `queues.${queue}`,
      actions: [...(queue === deadLetterQueue ? ['dead letters'] : []), ...(access.queues[queue] ?? [])],
    })),
  ];
}
