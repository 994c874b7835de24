// The triggers of the run: queues, streams and schedules that start functions, with their deliveries.

import type { TriggerName } from '../console/caused-api';
import type { TriggerDetail, TriggerRow } from '../console/trigger-api';
import { ChartWithTable, summaryOf } from './chart-with-table';
import { DeliveryView } from './delivery-view';
import { count, duration, number, timeOfDay, timeUntil } from './format';
import { useData } from './live';
import { Outcome } from './outcome';
import { Empty, Facts, Heading, Problem, Rows } from './parts';
import { linkTo } from './route';

const SOURCES = {
  queue: 'SQS queue',
  stream: 'Table stream',
  schedule: 'Schedule',
} as const satisfies Record<TriggerName['source'], string>;

/** The triggers beside the selected one, or a delivery in full. */
export function Triggers({ parameters, theme }: { parameters: URLSearchParams; theme: string }) {
  const delivery = parameters.get('delivery');
  return delivery === null ? (
    <List wanted={parameters.get('trigger')} theme={theme} />
  ) : (
    <DeliveryView number={Number(delivery)} key={delivery} />
  );
}

function List({ wanted, theme }: { wanted: string | null; theme: string }) {
  const { value: triggers, problem } = useData<readonly TriggerRow[]>('triggers', {}, 2);
  const selected = triggers?.find(({ trigger }) => trigger === wanted) ?? triggers?.[0];
  return (
    <>
      <Heading
        title="Triggers"
        about="Queues, streams of tables and schedules that invoke functions, and their deliveries."
      />
      <Problem text={problem} />
      {triggers?.length === 0 && (
        <Empty>
          <p>The spec defines no triggers. Add one under triggers of a function to see its deliveries here.</p>
        </Empty>
      )}
      {selected !== undefined && (
        <div class={`triggers${wanted === null ? '' : ' with-detail'}`}>
          <nav class="cards" aria-label="Triggers">
            {triggers?.map((row) => (
              <Card key={row.trigger} row={row} isSelected={row === selected} />
            ))}
          </nav>
          <Trigger id={selected.trigger} key={selected.trigger} theme={theme} />
        </div>
      )}
    </>
  );
}

function Card({ row, isSelected }: { row: TriggerRow; isSelected: boolean }) {
  const { trigger, source, from, functionName, counts, waiting, inProgress } = row;
  const done = counts.done ?? 0;
  const failed = (counts.failed ?? 0) + (counts['partly failed'] ?? 0) + (counts.throttled ?? 0);
  const given = counts['given up'] ?? 0;
  return (
    <a class="card" href={linkTo('triggers', { trigger })} aria-current={isSelected ? 'true' : undefined}>
      <small>{SOURCES[source]}</small>
      <b>{from}</b>
      <span class="to">{functionName}</span>
      <span>
        {number(done)} done
        {failed > 0 && <span class="warn-text">{` · ${number(failed)} failed`}</span>}
        {given > 0 && <span class="bad-text">{` · ${number(given)} given up`}</span>}
        {inProgress > 0 && ` · ${number(inProgress)} in progress`}
        {waiting > 0 && ` · ${number(waiting)} waiting`}
      </span>
    </a>
  );
}

function Trigger({ id, theme }: { id: string; theme: string }) {
  const { value: trigger, problem } = useData<TriggerDetail>('trigger', { id }, 1);
  if (trigger === undefined) return <Problem text={problem} />;
  const { source, from, functionName, series, times } = trigger;
  return (
    <section class="trigger" aria-label="Selected trigger">
      <a class="back" href={linkTo('triggers')}>
        All triggers
      </a>
      <h2>
        {from} to {functionName}
      </h2>
      <Facts rows={factsOf(trigger)} />
      {source === 'stream' && <Shards trigger={trigger} />}
      {series !== null && (
        <ChartWithTable
          label={`${series.name}: ${series.valueLabel}`}
          unit={series.unit}
          times={times}
          values={series.values}
          maximum={series.maximum}
          theme={theme}
          caption={series.valueLabel}
          rows={summaryOf(series.values, (value) => `${number(value)} ${series.unit}`)}
        />
      )}
      <Deliveries trigger={trigger} />
    </section>
  );
}

function factsOf({ source, waiting, inProgress, nextAt, now, deadLetters }: TriggerDetail) {
  return [
    ['Source', SOURCES[source]] as const,
    ...(source === 'schedule'
      ? [['Next run', nextAt === null ? 'none' : timeUntil(nextAt, now)] as const]
      : [['Read and not done', number(waiting)] as const]),
    ['In progress', number(inProgress)] as const,
    [
      'Dead letters',
      deadLetters === null ? (
        'no queue'
      ) : (
        <a key="queue" href={linkTo('queues', { queue: deadLetters.queue })}>
          {count(deadLetters.messages, 'message')} in {deadLetters.queue}
        </a>
      ),
    ] as const,
  ];
}

function Shards({ trigger: { shards } }: { trigger: TriggerDetail }) {
  return (
    <Rows name="shards" caption="Positions in the stream" columns={['Shard', 'Waiting', 'Iterator age', 'Checkpoint']}>
      {shards.map(({ waiting, ageSeconds, checkpoint }, at) => (
        <tr key={at}>
          <th scope="row">{shards.length === 1 ? '1' : `1, batch ${at + 1} of ${shards.length}`}</th>
          <td>{count(waiting, 'record')}</td>
          <td>{duration(ageSeconds * 1000)}</td>
          <td>
            <code>{checkpoint}</code>
          </td>
        </tr>
      ))}
    </Rows>
  );
}

const COLUMNS = ['Time', 'Result', 'Records', 'Attempt', 'Duration', 'Reason'];

function Deliveries({ trigger: { deliveries } }: { trigger: TriggerDetail }) {
  if (deliveries.length === 0)
    return (
      <Empty>
        <p>No deliveries yet. They appear here as they happen.</p>
      </Empty>
    );
  return (
    <>
      <h3>Latest deliveries</h3>
      <Rows name="deliveries" caption="The latest deliveries, the newest first" columns={COLUMNS}>
        {deliveries.map((delivery) => (
          <tr key={delivery.number}>
            <th scope="row">
              <a href={linkTo('triggers', { delivery: String(delivery.number) })}>{timeOfDay(delivery.at)}</a>
            </th>
            <td>
              <Outcome delivery={delivery} />
            </td>
            <td>
              {number(delivery.records)}
              {delivery.failed > 0 && delivery.failed < delivery.records && ` (${number(delivery.failed)} failed)`}
            </td>
            <td>
              {delivery.attempt}
              {delivery.isPart && <span class="tag">part of a failed batch</span>}
            </td>
            <td>{delivery.outcome === 'in progress' ? '…' : duration(delivery.milliseconds)}</td>
            <td class="reason">{delivery.reason ?? ''}</td>
          </tr>
        ))}
      </Rows>
    </>
  );
}
