// What the local run says of a graph: what is in it, and how to call it.

import type { AnyResourceNode, ExampleRequest, ResourceGraph } from '../../graph/graph';
import type { Route } from './gateway/routes';

/** What people call the resources that run here; the rest is counted together. */
const WORDS: { readonly [K in AnyResourceNode['kind']]?: readonly [singular: string, plural: string] } = {
  'aws:dynamodb/table:Table': ['table', 'tables'],
  'aws:sqs/queue:Queue': ['queue', 'queues'],
  'aws:lambda/function:Function': ['function', 'functions'],
  'aws:apigateway/method:Method': ['route', 'routes'],
};

/** Counts a graph's resources in words, such as `1 table, 1 queue, 1 function, 3 routes and 20 other resources`. */
export function renderCounts({ resources }: ResourceGraph): string {
  const counted = Object.entries(WORDS).flatMap(([kind, [singular, plural]]) => {
    const count = resources.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? singular : plural}`];
  });
  const others = resources.filter(({ kind }) => WORDS[kind] === undefined).length;
  return `${counted.join(', ')} and ${others} other resource${others === 1 ? '' : 's'}`;
}

/** The example requests as lines for a shell, for an API at a URL. */
export function renderExamples({ examples }: ResourceGraph, routes: readonly Route[], url: string): string[] {
  const [stage] = routes.map((route) => route.stage);
  return stage === undefined ? [] : examples.map((example) => renderCurl(example, `${url}/${stage}`));
}

/** A line on the routes that only AWS protects; undefined where there are none. */
export function renderUnchecked(routes: readonly Route[]): string | undefined {
  const asked = routes.filter(({ authorization }) => authorization !== 'NONE');
  if (asked.length === 0) return undefined;
  const names = asked.map(({ method, resourcePath, authorization }) => `${method} ${resourcePath} (${authorization})`);
  return `On AWS these ask who calls, which is not checked here: ${names.join(', ')}`;
}

function renderCurl({ method, path, query, body }: ExampleRequest, base: string): string {
  const search = new URLSearchParams(query).toString();
  const url = `${base}${path}${search === '' ? '' : `?${search}`}`;
  const words = method === 'GET' ? [] : ['-X', method];
  if (body !== undefined) words.push('-H', quote('Content-Type: application/json'), '-d', quote(body));
  return ['curl', ...words, quote(url)].join(' ');
}

/** A word that a POSIX shell takes as it is. */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
