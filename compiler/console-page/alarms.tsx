// The alarms of the run with their values against the threshold, and the inbox of their subscribers.

import type { AlarmRow, InboxRow } from '../local/console/api';
import { State } from './alarm-state';
import { ChartWithTable, summaryOf } from './chart-with-table';
import { Drill } from './drill';
import { number, timeOfDay } from './format';
import { useData } from './live';
import { Empty, Facts, Heading, Problem } from './parts';
import { Receiver } from './receiver';
import { linkTo } from './route';

/** The alarms. */
export function Alarms({ theme }: { theme: string }) {
  const { value: alarms, problem } = useData<readonly AlarmRow[]>('alarms', {}, 2);
  const firing = alarms?.filter(({ state }) => state === 'ALARM').length ?? 0;
  return (
    <>
      <Heading
        title="Alarms"
        about={`${number(firing)} of ${number(alarms?.length ?? 0)} in alarm. They are evaluated each minute of the run's clock; start --clock 60 makes a minute a second.`}
      />
      <Problem text={problem} />
      {alarms?.length === 0 && (
        <Empty>
          <p>The spec defines no alarms. Add one under alarms, or set monitoring.generatedAlarms.</p>
        </Empty>
      )}
      <div class="charts">
        {alarms?.map((alarm) => (
          <Alarm key={alarm.name} alarm={alarm} theme={theme} />
        ))}
      </div>
    </>
  );
}

function Alarm({ alarm, theme }: { alarm: AlarmRow; theme: string }) {
  const { name, description, state, reason, since, chart, hasDrill } = alarm;
  return (
    <section class="limit">
      <h2>
        {name} <State state={state} />
      </h2>
      {description !== '' && <p class="muted">{description}</p>}
      <Facts
        rows={[
          ['Since', since === null ? 'not evaluated yet' : timeOfDay(since)],
          ...(reason === '' ? [] : ([['Reason', reason]] as const)),
        ]}
      />
      {chart !== null && (
        <ChartWithTable
          label={`Values of ${name} against its threshold`}
          unit="value"
          times={chart.times}
          values={chart.values}
          maximum={chart.threshold}
          theme={theme}
          caption="Values of the latest periods"
          rows={[
            ['Threshold', number(chart.threshold, 4)],
            ['Condition', chart.condition],
            ...summaryOf(chart.values, (value) => number(value, 4)),
          ]}
        />
      )}
      {hasDrill && <Drill name={name} />}
    </section>
  );
}

/** The inbox. */
export function Inbox() {
  const { value: messages, problem } = useData<readonly InboxRow[]>('inbox', {}, 2);
  return (
    <>
      <Heading
        title="Inbox"
        about="The events that webhooks would get, and the emails, posts and chat messages that the subscribers of alarms would get."
      />
      <Receiver />
      <Problem text={problem} />
      {messages?.length === 0 && (
        <Empty>
          <p>
            No messages yet. A message arrives when an <a href={linkTo('alarms')}>alarm</a> changes its state, such as
            with start --clock 60 --faults.
          </p>
        </Empty>
      )}
      <ul class="messages">
        {messages?.map(({ id, at, channel, to, subject, body }) => (
          <li key={id}>
            <section>
              <h2>
                {subject} <small>{`${timeOfDay(at)} · ${channel} to ${to}`}</small>
              </h2>
              <pre tabIndex={0}>{body}</pre>
            </section>
          </li>
        ))}
      </ul>
    </>
  );
}
