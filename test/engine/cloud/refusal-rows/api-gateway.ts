// Refusals of API Gateway: an accepted and a refused change for each fact.

import type { Properties } from '../properties';
import { drop, put, type Row, sample, within } from './steps';

const resource = (name: string, pathPart: string, parentId = 'root') =>
  put('aws:apigateway/resource:Resource', name, { restApi: 'api', parentId, pathPart });
const api = (changes: Properties) => put('aws:apigateway/restApi:RestApi', 'api', { name: 'api', ...changes });
const newerTls = { securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' };

/** The rows, by fact. */
export const API_GATEWAY: Readonly<Record<string, Row>> = {
  'a resource can have only one path parameter among its children': {
    before: [resource('id', '{id}')],
    good: [resource('below', '{id}', 'other'), resource('payments', 'payments')],
    refused: resource('payment_id', '{payment_id}'),
    answer: 'A sibling ({id}) of this resource already has a variable path part',
  },
  'a path part can only be renamed to an unused name': {
    before: [resource('a', 'a'), resource('b', 'b')],
    good: [resource('a', 'c')],
    refused: resource('a', 'b'),
    answer: 'Another resource with the same parent already has this name: b',
  },
  'a path part may contain letters, digits, dots, dashes, underscores and colons': {
    good: [resource('a', 'v1.0_a-b'), resource('b', '{id}'), resource('c', '{proxy+}', 'other')],
    refused: resource('a', '~me'),
    answer: 'path part only allow',
  },
  'a newer TLS policy of an API requires an endpoint access mode': {
    before: [api({ ...newerTls, endpointAccessMode: 'STRICT' })],
    good: [api({ securityPolicy: 'TLS_1_2' })],
    refused: api({}),
    answer: 'Endpoint access mode is required',
  },
  'a newer TLS policy of a domain requires an endpoint access mode': {
    good: [sample('aws:apigateway/domainName:DomainName', 'domain', { ...newerTls, endpointAccessMode: 'BASIC' })],
    refused: sample('aws:apigateway/domainName:DomainName', 'domain', newerTls),
    answer: 'Endpoint access mode is required',
  },
  'a private API cannot become edge-optimized': {
    before: [api({ endpointConfiguration: { types: 'PRIVATE' } })],
    good: [api({ endpointConfiguration: { types: 'REGIONAL' } })],
    refused: api({ endpointConfiguration: { types: 'EDGE' } }),
    answer: 'from PRIVATE to EDGE',
  },
  'a deployment that a stage uses cannot be deleted': {
    before: [
      put('aws:apigateway/deployment:Deployment', 'old', { restApi: 'api' }),
      put('aws:apigateway/deployment:Deployment', 'new', { restApi: 'api' }),
      within(
        ...(['aws:apigateway/stage:Stage', 'prod', 'deployment'] as const),
        ['aws:apigateway/deployment:Deployment', 'new'],
        { restApi: 'api', stageName: 'prod' },
      ),
    ],
    good: [drop('aws:apigateway/deployment:Deployment', 'old')],
    refused: drop('aws:apigateway/deployment:Deployment', 'new'),
    answer: 'Active stages pointing to this deployment',
  },
};
