// The picture that `payment-spec graph` prints, with live values in it.

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { LIVE_LETTER } from '../../picture/measure';
import type { LiveSlot, Picture } from '../../picture/picture';
import { renderPicture } from '../../picture/svg';
import type { OverviewState } from '../console/api';
import { count } from './format';
import { linkTo } from './route';
import { describeTraffic, nextRunOf, toneOf, trafficInto } from './traffic-text';

/** The picture. Its elements stay while their values change, so that the focus of the keyboard stays too. */
export function LivePicture(props: {
  readonly picture: Picture;
  readonly live: OverviewState | undefined;
  readonly theme: string;
}) {
  const { picture, live, theme } = props;
  const box = useRef<HTMLDivElement>(null);
  const svg = useMemo(() => renderPicture(picture, { style: false, live: true, hrefOf }), [picture]);
  useEffect(() => {
    if (box.current !== null) fill(box.current, picture, live);
  }, [svg, live]);
  return <div class={`overview ${theme}`} ref={box} dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The address of a location such as `spec/system.yaml:42:3`. */
export function hrefOf(place: string): string {
  return linkTo('spec', { at: place.replace(/:\d+$/, '') });
}

/** Writes the values into the elements of the picture. */
function fill(root: HTMLElement, picture: Picture, live: OverviewState | undefined): void {
  const find = (name: string, id: string) => root.querySelector(`[data-${name}="${CSS.escape(id)}"]`);
  for (const { id, title, label } of picture.edges) {
    const traffic = live?.traffic[id];
    const edge = find('edge', id);
    edge?.setAttribute('class', `edge ${toneOf(traffic)}`);
    const text = describeTraffic(traffic) || 'no traffic';
    const heading = edge?.querySelector('title');
    if (heading) heading.textContent = `${id.replace('->', ' to ')}: ${title}${traffic ? `, ${text}` : ''}`;
    write(find('label', id), label?.live, traffic);
  }
  for (const { id, layer, alarms, live: slot } of picture.boxes) {
    const box = find('box', id);
    write(box, slot, trafficInto(id, picture, live), nextRunOf(id, live));
    const firing = alarms.filter((name) => live?.firing.includes(name));
    box?.setAttribute(
      'class',
      `box ${layer}${id.startsWith('more.') ? ' more' : ''}${firing.length > 0 ? ' alarm' : ''}`,
    );
    const badge = box?.querySelector('.badge');
    const names = badge?.querySelector('title');
    if (names) names.textContent = firing.length > 0 ? `in alarm: ${firing.join(', ')}` : count(alarms.length, 'alarm');
    const digits = badge?.querySelector('text');
    if (digits) digits.textContent = String(firing.length > 0 ? firing.length : alarms.length);
  }
}

function write(
  element: Element | null,
  slot: LiveSlot | undefined,
  traffic: OverviewState['traffic'][string] | undefined,
  otherwise = '',
): void {
  const text = element?.querySelector(':scope > .live');
  if (!text || slot === undefined) return;
  text.textContent = describeTraffic(traffic, Math.floor(slot.width / LIVE_LETTER)) || otherwise;
  text.setAttribute('class', `live ${toneOf(traffic)}`);
}
