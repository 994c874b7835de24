// The parts of the picture as a list, for narrow screens.

import type { Picture, PictureBox } from '../../picture/picture';
import type { OverviewState } from '../console/api';
import { count } from './format';
import { hrefOf } from './live-picture';
import { describeTraffic, nextRunOf, toneOf, trafficInto } from './traffic-text';

/** The list. */
export function PartList({ picture, live }: { picture: Picture; live: OverviewState | undefined }) {
  return (
    <ul class="boxes">
      {picture.boxes.map((box) => (
        <li key={box.id} class={box.layer}>
          <Part box={box} picture={picture} live={live} />
        </li>
      ))}
    </ul>
  );
}

function Part(props: {
  readonly box: PictureBox;
  readonly picture: Picture;
  readonly live: OverviewState | undefined;
}) {
  const { box, picture, live } = props;
  const { id, title, place, alarms, texts, inner } = box;
  const traffic = trafficInto(id, picture, live);
  const firing = alarms.filter((name) => live?.firing.includes(name));
  const details = texts.filter(({ role }) => role === 'detail').map(({ full }) => full);
  return (
    <a href={hrefOf(place)}>
      <small>{place.replace(/:\d+$/, '')}</small>
      <b>{title}</b>
      {firing.length > 0 && <span class="failed">{`${count(firing.length, 'alarm')}: ${firing.join(', ')}`}</span>}
      {traffic !== undefined && (
        <span class={toneOf(traffic)}>{describeTraffic(traffic) || nextRunOf(id, live) || 'no traffic'}</span>
      )}
      {details.length > 0 && <small>{details.join(' · ')}</small>}
      {inner.map((part) => (
        <small key={part.id}>{part.texts.map(({ full }) => full).join(' · ')}</small>
      ))}
    </a>
  );
}
