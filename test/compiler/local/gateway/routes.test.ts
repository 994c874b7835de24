// The routes of a graph, and the route of a request.

import { expect } from 'chai';
import { deriveRoutes, matchRoute } from '../../../../compiler/local/gateway/routes';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { graphOf } from '../../../spec';
import { cleanUp, makeProject, specOf } from '../project';

const endpoints = { api: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:2', sqs: 'http://127.0.0.1:3' };

describe('the routes of the local run', () => {
  after(cleanUp);

  it('are those of spec/pr1234.yaml', () => {
    const routes = deriveRoutes(resolveLocally(graphOf('spec/pr1234.yaml'), endpoints));
    const functionArn =
      'arn:aws:lambda:us-east-1:000000000000:function:payment-payment-processor-useast1-Production-pr1234';
    const same = {
      apiId: 'local',
      functionArn,
      requiredQueryParameters: [],
      bodyModels: [],
      authorization: 'NONE',
      authorizerId: '',
      authorizationScopes: [],
      cacheKeyParameters: [],
      apiKeyRequired: false,
    };
    const more = { stage: 'prod', stageVariables: null, timeoutMilliseconds: 29_000 };
    const payments = { resourceId: '/payments', resourcePath: '/payments', ...same, ...more };
    const payment = { resourceId: '/payments/{}', resourcePath: '/payments/{id}', ...same, ...more };
    const named = routes.map(({ bodyModels, ...route }) => ({
      ...route,
      bodyModels: Object.keys(bodyModels),
      cacheKeyParameters: [],
    }));
    expect(named).to.have.deep.members([
      { name: 'POST /payments', method: 'POST', ...payments, bodyModels: ['application/json'] },
      { name: 'GET /payments', method: 'GET', ...payments },
      { name: 'HEAD /payments', method: 'HEAD', ...payments },
      { name: 'GET /payments/{}', method: 'GET', ...payment },
      { name: 'HEAD /payments/{}', method: 'HEAD', ...payment },
      ...['cancel', 'refund'].map((action) => ({
        name: `POST /payments/{}/${action}`,
        method: 'POST',
        resourceId: `/payments/{}/${action}`,
        resourcePath: `/payments/{id}/${action}`,
        ...same,
        ...more,
      })),
    ]);
  });

  it('list required query parameters and authorization', () => {
    const project = makeProject({
      'spec/test.yaml': `
project: small
environment: test
suffix: t
functions: { one: { entry: functions/one.ts } }
api:
  name: small-api
  integrationTimeoutMilliseconds: 29000
  routes:
    find: { method: GET, path: /find, function: one, queryParameters: { q: { required: true }, page: {} } }
`,
    });
    const [route] = deriveRoutes(resolveLocally(project.compile(), endpoints));
    expect(route)
      .to.include({ authorization: 'AWS_IAM' })
      .and.deep.include({ requiredQueryParameters: ['q'] });
  });

  it('are sorted, the most specific first', () => {
    const paths = ['/{all+}', '/a/{x}', '/a/b'];
    const routes = paths.map((path, at) => `    r${at}: { method: GET, path: "${path}", function: one }`).join('\n');
    const project = makeProject({ 'spec/test.yaml': specOf(['one']).replace(/ {4}get-one.*/, routes) });
    const derived = deriveRoutes(resolveLocally(project.compile(), endpoints));
    expect(derived.map(({ resourcePath }) => resourcePath)).to.deep.equal(['/a/b', '/a/{x}', '/{all+}']);
  });

  describe('match', () => {
    const route = (method: string, resourcePath: string) => ({
      name: 'payments',
      stage: 'prod',
      stageVariables: null,
      apiId: 'local',
      method,
      resourceId: resourcePath,
      resourcePath,
      functionArn: '',
      timeoutMilliseconds: 1,
      requiredQueryParameters: [],
      bodyModels: {},
      authorization: 'NONE',
      authorizerId: '',
      authorizationScopes: [],
      cacheKeyParameters: [],
      apiKeyRequired: false,
    });
    const paths = ['/a', '/a/b', '/a/{x}', '/a/{x}/c', '/{all+}'];
    const routes = paths.map((path) => route('GET', path));

    const rows: Record<string, [method: string, path: string, found: string | undefined, parameters?: object]> = {
      'a fixed path': ['GET', '/prod/a', '/a', {}],
      'a path with a trailing slash': ['GET', '/prod/a/', '/a', {}],
      'a fixed segment before a parameter': ['GET', '/prod/a/b', '/a/b', {}],
      'a parameter, which stays encoded': ['GET', '/prod/a/b%2Fc', '/a/{x}', { x: 'b%2Fc' }],
      'a parameter between fixed segments': ['GET', '/prod/a/1/c', '/a/{x}/c', { x: '1' }],
      'the rest of the path with a greedy parameter': ['GET', '/prod/b/c/d', '/{all+}', { all: 'b/c/d' }],
      'only its stage': ['GET', '/dev/a', undefined],
      'only its method': ['POST', '/prod/a', undefined],
      'only non-empty parameters': ['GET', '/prod/', undefined],
      'only paths with the stage': ['GET', '/a', undefined],
    };
    for (const [sentence, [method, path, found, parameters]] of Object.entries(rows)) {
      it(sentence, () => {
        const match = matchRoute(routes, method, path);
        expect(match?.route.resourcePath).to.equal(found);
        expect(match?.pathParameters).to.deep.equal(parameters);
      });
    }
  });
});
