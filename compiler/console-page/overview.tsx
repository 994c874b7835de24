// The picture of the system with its traffic, on one screen.

import { useContext, useEffect, useState } from 'preact/hooks';
import type { Box, Overview as OverviewData, RunState, Traffic } from '../local/console/api';
import { Examples } from './examples';
import { count, duration, number } from './format';
import { LiveContext, useData } from './live';
import { type Arrangement, arrange, BOX_WIDTH } from './overview-layout';
import { Empty, Heading, Problem } from './parts';
import { linkTo } from './route';
import { trafficInto } from './traffic-into';

/** Screens below this width get a list in place of the picture. */
const WIDE = '(min-width: 900px)';

/** The overview. */
export function Overview({ state }: { state: RunState | undefined }) {
  const { value, problem } = useData<OverviewData>('overview', {}, 2);
  const { tick } = useContext(LiveContext);
  const isWide = useMedia(WIDE);
  const hasRequests = tick === undefined || tick.requests > 0;
  return (
    <>
      <Heading
        title="Overview"
        about="The system of the spec, with the traffic of the last minute. A box opens its values in the spec."
      />
      <Problem text={problem} />
      {!hasRequests && (
        <Empty>
          <p>No requests yet. Send one, and watch it pass through the system.</p>
          <Examples state={state} />
        </Empty>
      )}
      {value !== undefined && (isWide ? <Picture overview={value} /> : <Boxes overview={value} />)}
    </>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setMatches(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

function Picture({ overview }: { overview: OverviewData }) {
  const { width, height, boxes, edges }: Arrangement = arrange(overview);
  return (
    <svg class="picture" viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Parts of the system">
      {edges.map(({ edge, path }) => (
        <path key={`${edge.from} ${edge.to}`} class={`edge ${toneOf(edge.traffic)}`} d={path}>
          <title>{`${edge.from} to ${edge.to}: ${describe(edge.traffic)}`}</title>
        </path>
      ))}
      {boxes.map(({ box, x, y, height: own, traffic }) => (
        <a key={box.id} href={hrefOf(box)}>
          <rect class={`box ${box.kind}`} x={x} y={y} width={BOX_WIDTH} height={own} rx={8} />
          <text class="kind" x={x + 14} y={y + 20}>
            {box.kind}
          </text>
          {box.place !== null && (
            <text class="place" x={x + BOX_WIDTH - 12} y={y + 20} text-anchor="end">
              {box.place.replace(/^spec\//, '')}
            </text>
          )}
          {box.firing > 0 && (
            <text class="traffic bad" x={x + BOX_WIDTH - 12} y={y + 40} text-anchor="end">
              {count(box.firing, 'alarm')}
            </text>
          )}
          <text class="name" x={x + 14} y={y + 40}>
            {shorten(box.title, box.firing > 0 ? 20 : 28)}
          </text>
          <text class={`traffic ${toneOf(traffic)}`} x={x + 14} y={y + 58}>
            {traffic === undefined ? box.details.join(' · ') : describe(traffic)}
          </text>
          {traffic !== undefined && own > 72 && (
            <text class="details" x={x + 14} y={y + 76}>
              {shorten(box.details.join(' · '), 38)}
            </text>
          )}
        </a>
      ))}
    </svg>
  );
}

/** The same as a list, for narrow screens. */
function Boxes({ overview: { boxes, edges } }: { overview: OverviewData }) {
  return (
    <ul class="boxes">
      {boxes.map((box) => {
        const traffic = trafficInto(box, edges);
        return (
          <li key={box.id} class={box.kind}>
            <a href={hrefOf(box)}>
              <small>
                {box.kind}
                {box.place !== null && ` · ${box.place}`}
              </small>
              <b>{box.title}</b>
              {box.firing > 0 && <span class="bad">{count(box.firing, 'alarm')}</span>}
              {traffic !== undefined && <span class={toneOf(traffic)}>{describe(traffic)}</span>}
              {box.details.length > 0 && <small>{box.details.join(' · ')}</small>}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function describe({ perSecond, total, refused, failed, p95 }: Traffic): string {
  if (total === 0) return 'no traffic';
  return [
    `${number(perSecond)}/s`,
    ...(p95 === null ? [] : [`p95 ${duration(p95)}`]),
    ...(refused === 0 ? [] : [`${number(refused)} refused`]),
    ...(failed === 0 ? [] : [`${number(failed)} failed`]),
  ].join(' · ');
}

function toneOf(traffic: Traffic | undefined): string {
  if (traffic === undefined || traffic.total === 0) return 'quiet';
  if (traffic.failed > 0) return 'bad';
  return traffic.refused > 0 ? 'refused' : 'good';
}

function hrefOf({ kind, path, name }: Box): string {
  if (kind === 'clients' || path === null) return linkTo('requests');
  if (kind === 'table') return linkTo('tables', { table: name });
  if (kind === 'queue') return linkTo('queues', { queue: name });
  return linkTo('spec', { text: path });
}

function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`;
}
