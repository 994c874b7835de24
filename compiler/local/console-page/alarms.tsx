// The alarms of the run with their values against the threshold.

import type { AlarmRow } from '../console/api';
import { State } from './alarm-state';
import { ChartWithTable, summaryOf } from './chart-with-table';
import { Drill } from './drill';
import { number, timeOfDay } from './format';
import { useData } from './live';
import { Empty, Facts, Heading, Problem } from './parts';

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
