// A list of any length: only the visible rows are in the document, and only some pages of rows in memory.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const ROW_HEIGHT = 34;
const PAGE = 100;
const MOST_PAGES = 20;
/** Rows above and below the visible ones. */
const MARGIN = 8;

/** The parts of a list. */
export interface VirtualListProps<T> {
  readonly label: string;
  readonly columns: readonly string[];
  readonly total: number;
  /** Changes when all rows must be read again. */
  readonly version: string;
  readonly selected: string | undefined;
  load(offset: number, limit: number): Promise<readonly T[]>;
  keyOf(row: T): string;
  cells(row: T): readonly ComponentChildren[];
  onOpen(row: T): void;
}

/** The list as a grid: arrows move, Enter opens. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, columns, total, version, selected, load, keyOf, cells, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const pages = useRef(new Map<number, readonly T[]>());
  const loading = useRef(new Set<string>());
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [active, setActive] = useState(0);
  const [, redraw] = useState(0);
  const latest = useRef(version);
  latest.current = version;

  useEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 600));
    if (box.current !== null) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - MARGIN);
  const last = Math.min(total, Math.ceil((top + height) / ROW_HEIGHT) + MARGIN);
  const wanted = pagesBetween(first, last);

  useEffect(() => {
    for (const page of wanted) {
      const key = `${version} ${page}`;
      if (loading.current.has(key)) continue;
      loading.current.add(key);
      void load(page * PAGE, PAGE).then((rows) => {
        if (latest.current !== version) return;
        pages.current.delete(page);
        pages.current.set(page, rows);
        forgetOld(pages.current, loading.current, version);
        redraw((count) => count + 1);
      });
    }
    for (const key of loading.current) if (!key.startsWith(`${version} `)) loading.current.delete(key);
  }, [version, wanted[0], wanted.at(-1)]);

  const rowAt = (at: number) => pages.current.get(Math.floor(at / PAGE))?.[at % PAGE];
  const move = (to: number) => {
    const next = Math.max(0, Math.min(total - 1, to));
    setActive(next);
    const { current } = box;
    if (current === null) return;
    if (next * ROW_HEIGHT < current.scrollTop) current.scrollTop = next * ROW_HEIGHT;
    else if ((next + 1) * ROW_HEIGHT > current.scrollTop + height) current.scrollTop = (next + 1) * ROW_HEIGHT - height;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 20,
      PageUp: -20,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    const row = rowAt(active);
    if (step !== undefined) move(active + step);
    else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  };

  const rows = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <div
      class="grid"
      ref={box}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      tabIndex={0}
      aria-activedescendant={rows.includes(active) ? `row-${active}` : undefined}
      onScroll={() => setTop(box.current?.scrollTop ?? 0)}
      onKeyDown={onKeyDown}
    >
      <div class="grid-head" role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" class="grid-rows" style={{ height: `${total * ROW_HEIGHT}px` }}>
        {rows.map((at) => {
          const row = rowAt(at);
          const isSelected = row !== undefined && keyOf(row) === selected;
          return (
            <div
              key={at}
              id={`row-${at}`}
              class={`grid-row${at === active ? ' active' : ''}${isSelected ? ' selected' : ''}`}
              role="row"
              aria-rowindex={at + 2}
              aria-selected={isSelected}
              style={{ top: `${at * ROW_HEIGHT}px` }}
              onClick={() => {
                setActive(at);
                if (row !== undefined) onOpen(row);
              }}
            >
              {(row === undefined ? columns.map(() => '…') : cells(row)).map((cell, column) => (
                <span key={columns[column]} role="gridcell">
                  {cell}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function pagesBetween(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE); page * PAGE < last; page += 1) pages.push(page);
  return pages;
}

/** Forgets the pages that were read first. */
function forgetOld(pages: Map<number, unknown>, loading: Set<string>, version: string): void {
  while (pages.size > MOST_PAGES) {
    const [oldest] = pages.keys();
    if (oldest === undefined) return;
    pages.delete(oldest);
    loading.delete(`${version} ${oldest}`);
  }
}
