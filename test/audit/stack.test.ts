// Creates a template as a stack on moto: its tables, queues, alarms and methods are those of the graph.

import { join } from 'node:path';
import { expect } from 'chai';
import { type ResourceGraph, resourcesOf } from '../../compiler/graph/graph';
import type { Kind } from '../../compiler/graph/kind';
import type { Value } from '../../compiler/graph/value';
import { describeWithTools, runTool } from '../python-tools';
import { type Settled, settle } from '../settle';
import { graphOf, ROOT } from '../spec';
import { templateOf, withTemplateFile } from './templates';

type Item = { readonly [key: string]: Settled };

interface Observed {
  readonly status: string;
  readonly tables: readonly Item[];
  readonly queues: readonly Item[];
  readonly alarms: readonly Item[];
  readonly methods: readonly Item[];
}

function deploy(tools: string, spec: string, { provider }: ResourceGraph): Observed {
  const script = join(__dirname, 'stack.py');
  // moto does not run the code, so any file works.
  const code = join(ROOT, 'LICENSE');
  return withTemplateFile(templateOf(spec), (file) =>
    JSON.parse(runTool(tools, 'python3', [script, file, provider.region, code])),
  );
}

/** The inputs of all resources of a kind after a deployment. */
function inputsOf(graph: ResourceGraph, kind: Kind): Item[] {
  return resourcesOf(graph, kind).map(({ inputs }) => settle(graph, inputs as Value) as Item);
}

const text = (value: Settled | undefined) => String(value);
const byName = (a: { name?: Settled | undefined }, b: { name?: Settled | undefined }) =>
  text(a.name) < text(b.name) ? -1 : 1;

describeWithTools('audit/requirements.txt', 'the template as a stack on moto', (tools) => {
  const spec = 'spec/production.yaml';
  const graph = graphOf(spec);
  let observed: Observed;
  before(() => {
    observed = deploy(tools(), spec, graph);
  });

  it('is created', () => expect(observed.status).to.equal('CREATE_COMPLETE'));

  it('has the tables of the graph', () => {
    const keySchema = ({ hashKey, rangeKey }: Item) => [
      { AttributeName: hashKey, KeyType: 'HASH' },
      ...(rangeKey === undefined ? [] : [{ AttributeName: rangeKey, KeyType: 'RANGE' }]),
    ];
    const expected = inputsOf(graph, 'aws:dynamodb/table:Table').map((table) => ({
      name: table.name,
      keys: keySchema(table),
      billing: table.billingMode,
      capacity: [table.readCapacity ?? 0, table.writeCapacity ?? 0],
      protected: table.deletionProtectionEnabled,
      indexes: ((table.globalSecondaryIndexes ?? []) as readonly Item[]).map((index) => ({
        name: index.name,
        keys: keySchema(index),
        projection: { ProjectionType: index.projectionType },
        capacity: [index.readCapacity, index.writeCapacity],
      })),
    }));
    const capacityOf = ({ ProvisionedThroughput: units }: Item) => {
      const { ReadCapacityUnits, WriteCapacityUnits } = units as Item;
      return [ReadCapacityUnits, WriteCapacityUnits];
    };
    const actual = observed.tables.map((table) => ({
      name: table.TableName,
      keys: table.KeySchema,
      billing: (table.BillingModeSummary as Item).BillingMode,
      capacity: capacityOf(table),
      protected: table.DeletionProtectionEnabled,
      indexes: ((table.GlobalSecondaryIndexes ?? []) as readonly Item[]).map((index) => ({
        name: index.IndexName,
        keys: index.KeySchema,
        projection: index.Projection,
        capacity: capacityOf(index),
      })),
    }));
    expect(actual).to.deep.equal(expected);
  });

  it('has the queues of the graph', () => {
    const expected = inputsOf(graph, 'aws:sqs/queue:Queue').map((queue) => ({
      name: queue.name,
      retention: text(queue.messageRetentionSeconds),
      visibility: text(queue.visibilityTimeoutSeconds),
      size: text(queue.maxMessageSize),
    }));
    const actual = observed.queues.map((queue) => ({
      name: text(queue.QueueArn).split(':').at(-1),
      retention: queue.MessageRetentionPeriod,
      visibility: queue.VisibilityTimeout,
      size: queue.MaximumMessageSize,
    }));
    expect([...actual].sort(byName)).to.deep.equal([...expected].sort(byName));
  });

  it('has the alarms of the graph', () => {
    const expected = inputsOf(graph, 'aws:cloudwatch/metricAlarm:MetricAlarm').map((alarm) => ({
      name: alarm.name,
      metric: alarm.metricName,
      dimensions: Object.entries((alarm.dimensions ?? {}) as Item).map(([Name, Value]) => ({ Name, Value })),
      periods: alarm.evaluationPeriods,
      threshold: alarm.threshold,
      comparison: alarm.comparisonOperator,
      missing: alarm.treatMissingData,
      expressions: ((alarm.metricQueries ?? []) as readonly Item[]).map(({ id, expression }) => [id, expression]),
    }));
    const actual = observed.alarms.map((alarm) => ({
      name: alarm.AlarmName,
      metric: alarm.MetricName,
      dimensions: alarm.Dimensions,
      periods: alarm.EvaluationPeriods,
      threshold: alarm.Threshold,
      comparison: alarm.ComparisonOperator,
      missing: alarm.TreatMissingData,
      expressions: ((alarm.Metrics ?? []) as readonly Item[]).map(({ Id, Expression }) => [Id, Expression]),
    }));
    expect([...actual].sort(byName)).to.deep.equal([...expected].sort(byName));
  });

  it('has the methods of the graph, each integrated as in the graph', () => {
    const expected = inputsOf(graph, 'aws:apigateway/method:Method').map(
      ({ httpMethod, authorization }) => `${httpMethod} ${authorization}`,
    );
    const actual = observed.methods.map(({ httpMethod, authorizationType }) => `${httpMethod} ${authorizationType}`);
    expect([...actual].sort()).to.deep.equal([...expected].sort());
    const integrations = inputsOf(graph, 'aws:apigateway/integration:Integration').map(({ type }) => type);
    expect(observed.methods.map(({ methodIntegration }) => (methodIntegration as Item).type)).to.deep.equal(
      integrations,
    );
  });
});
