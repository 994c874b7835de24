// Describes the functions, and the tables and queues that they use.

import type { LambdaFunction, Trigger } from '../../../schema/environment.generated';
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
        ...Object.entries(lambda.triggers).flatMap(([trigger, { schedule }]) =>
          schedule === undefined ? [] : [fact(context, [...at, 'triggers', trigger, 'schedule'], schedule)],
        ),
      ],
      inner: [],
    };
  });
}

/** The links from functions to the tables and queues that their roles give access to, and from those that their triggers read. */
export function functionLinks({ environment }: DescribeContext): Link[] {
  return Object.entries(environment.functions).flatMap(([name, lambda]) => [
    ...linksOf(`functions.${name}`, lambda),
    ...sourcesOf(`functions.${name}`, lambda),
  ]);
}

function linksOf(from: string, lambda: LambdaFunction): Link[] {
  const { access, deadLetterQueue, triggers } = lambda;
  const uses: [to: string, actions: readonly string[]][] = [
    ...Object.entries(access.tables).map(([table, actions]): [string, readonly string[]] => [tableOf(table), actions]),
    ...(deadLetterQueue === undefined
      ? []
      : [[queueOf(deadLetterQueue), ['dead letters']] satisfies [string, string[]]]),
    ...Object.entries(access.queues).map(([queue, actions]): [string, readonly string[]] => [queueOf(queue), actions]),
    ...Object.values(triggers).flatMap(usesOf),
  ];
  // The queues of the access come first, as in the spec.
  const order = [...Object.keys(access.tables).map(tableOf), ...Object.keys(access.queues).map(queueOf)];
  return distinct([...order, ...uses.map(([to]) => to)]).map((to) => ({
    from,
    to,
    actions: distinct(uses.filter(([other]) => other === to).flatMap(([, actions]) => actions)),
  }));
}

const tableOf = (name: string): string => `tables.${name}`;
const queueOf = (name: string): string => `queues.${name}`;

function usesOf({ onFailure, deadLetterQueue }: Trigger): [to: string, actions: readonly string[]][] {
  const failures = onFailure ?? deadLetterQueue;
  return failures === undefined ? [] : [[queueOf(failures), ['dead letters']]];
}

/** The links from the sources of triggers to their function. */
function sourcesOf(to: string, { triggers }: LambdaFunction): Link[] {
  const links = Object.values(triggers).flatMap(({ table, queue }): Link[] => [
    ...(table === undefined ? [] : [{ from: tableOf(table), to, actions: ['changes'] }]),
    ...(queue === undefined ? [] : [{ from: queueOf(queue), to, actions: ['messages'] }]),
  ]);
  // Two triggers can have one source.
  return [...new Map(links.map((link) => [link.from, link])).values()];
}
