// The navigation between views. On a narrow screen it is a row that scrolls; its ends fade where it has more.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { linkTo } from './route';

/** The links; `current` is the id of the view of the page. */
export function Navigation({
  views,
  current,
}: {
  readonly views: readonly (readonly [id: string, name: string])[];
  readonly current: string;
}) {
  const element = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  const look = () => {
    const { scrollLeft = 0, clientWidth = 0, scrollWidth = 0 } = element.current ?? {};
    setMore({ before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 });
  };
  useLayoutEffect(() => {
    element.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    look();
  }, [current]);
  useLayoutEffect(() => {
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  return (
    <nav
      class={`views${more.before ? ' more-before' : ''}${more.after ? ' more-after' : ''}`}
      aria-label="Views"
      ref={element}
      onScroll={look}
    >
      {views.map(([id, name]) => (
        <a key={id} href={linkTo(id)} aria-current={id === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
