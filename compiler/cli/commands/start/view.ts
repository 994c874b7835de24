// Renders the events of a local run.

import type { ValueChange } from '../../../language/values/difference';
import { CONSOLE_PATH } from '../../../local/console/page-html';
import { DOCUMENT_PATH, PAGE_PATH } from '../../../local/documentation';
import { LIMITS_PATH } from '../../../local/limits-report';
import {
  renderApiKeys,
  renderCounts,
  renderExamples,
  renderIdentities,
  renderSecrets,
  renderStores,
  renderTokens,
  renderUnchecked,
} from '../../../local/summary';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderValues } from '../../text/changes';
import type { ServingEvent, StartEvent } from './event';

/** The events for people; the URLs and ports as one line of JSON, which has no other event. */
export const view: View<StartEvent, TextOrJson> = {
  text: (event) => {
    if (event.is === 'serving') return renderServing(event);
    if (event.is === 'message') return event.text;
    const { milliseconds, graph, changes } = event;
    return [`Reloaded in ${milliseconds} ms: ${renderCounts(graph)}`, ...renderEdit(changes)].join('\n');
  },
  json: (event) => (event.is === 'serving' ? JSON.stringify(describeServing(event)) : undefined),
};

/** Maximum number of changed values that are printed after an edit. */
const MOST_VALUES = 10;

function renderEdit(changes: readonly ValueChange[]): string[] {
  const lines = renderValues(changes).map((line) => `  ${line}`);
  const more = lines.length - MOST_VALUES;
  return more > 0 ? [...lines.slice(0, MOST_VALUES), `  and ${more} more`] : lines;
}

function renderServing({ spec, data, graph, routes, apiKeys, url, endpoints, givenSecrets }: ServingEvent): string {
  return [
    `${spec}: ${renderCounts(graph)}`,
    `Serving ${url}, with data ${data === undefined ? 'in memory' : `in ${data}`}`,
    `Console, where you can watch requests: ${url}${CONSOLE_PATH}`,
    `API documentation, where you can send requests: ${url}${PAGE_PATH}`,
    ...renderExamples(graph, { routes, apiKeys, url }).map((line) => `  ${line}`),
    ...renderApiKeys(apiKeys),
    ...renderIdentities(routes),
    ...renderTokens(routes, url),
    ...renderStores(graph, endpoints),
    ...renderSecrets(graph, givenSecrets),
    ...renderUnchecked(graph, routes),
    'Differences from AWS: payment-spec emulation lists them',
  ].join('\n');
}

function describeServing({ spec, data, routes, apiKeys, url, endpoints }: ServingEvent): object {
  return {
    schemaVersion: 1,
    spec,
    url,
    data: data ?? null,
    console: url + CONSOLE_PATH,
    documentation: { openapi: url + DOCUMENT_PATH, page: url + PAGE_PATH },
    endpoints,
    limits: url + LIMITS_PATH,
    apiKeys: apiKeys.map(({ name, plan, value }) => ({ name, usagePlan: plan, value })),
    routes: routes.map(({ method, stage, resourcePath }) => ({ method, url: `${url}/${stage}${resourcePath}` })),
  };
}
