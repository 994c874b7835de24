// The tables with their items.

import { useEffect, useState } from 'preact/hooks';
import type { ItemPage, TableInfo } from '../console/api';
import { count, number } from './format';
import { useData } from './live';
import { Empty, Facts, Heading, Problem, Rows } from './parts';
import { linkTo, open } from './route';

/** The tables, and the items of the selected one. */
export function Tables({ parameters }: { parameters: URLSearchParams }) {
  const { value: tables, problem } = useData<readonly TableInfo[]>('tables');
  const wanted = parameters.get('table');
  const table = tables?.find(({ name }) => name === wanted) ?? tables?.[0];
  return (
    <>
      <Heading title="Tables" about="Items in the DynamoDB stand-in. Reading them here consumes no capacity.">
        {tables !== undefined && tables.length > 1 && (
          <label>
            <span class="sr">Table</span>
            <select value={table?.name} onChange={(event) => open('tables', { table: event.currentTarget.value })}>
              {tables.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </Heading>
      <Problem text={problem} />
      {tables?.length === 0 && (
        <Empty>
          <p>The spec defines no tables. Add one under tables to see its items here.</p>
        </Empty>
      )}
      {table !== undefined && <Table key={table.name} table={table} index={parameters.get('index') ?? undefined} />}
    </>
  );
}

function Table({ table, index }: { table: TableInfo; index: string | undefined }) {
  const [starts, setStarts] = useState<readonly (string | undefined)[]>([undefined]);
  useEffect(() => setStarts([undefined]), [index]);
  const { value: page, problem } = useData<ItemPage>('items', {
    table: table.name,
    index,
    start: starts.at(-1),
    limit: 50,
  });
  return (
    <>
      <Facts
        rows={[
          ['Table', table.name],
          ['Key', table.key],
          ['Billing', table.billing],
          ['Consumed', `${number(table.consumed.read)} RCU, ${number(table.consumed.write)} WCU`],
        ]}
      />
      <nav class="tabs" aria-label="Table and indexes">
        {[undefined, ...table.indexes.map(({ name }) => name)].map((name) => (
          <a
            key={name ?? ''}
            href={linkTo('tables', { table: table.name, index: name })}
            aria-current={name === index ? 'true' : undefined}
          >
            {name === undefined ? 'Table' : `Index ${name} (${table.indexes.find((one) => one.name === name)?.key})`}
          </a>
        ))}
      </nav>
      <Problem text={problem} />
      {page !== undefined && page.items.length === 0 && starts.length === 1 ? (
        <Empty>
          <p>The table has no items yet. Create a payment under Requests, and it appears here.</p>
        </Empty>
      ) : (
        page !== undefined && <Items page={page} keys={table.key.split(', ')} />
      )}
      <div class="pager">
        <button type="button" disabled={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
          Previous
        </button>
        <span>
          Page {starts.length}
          {page !== undefined && `, ${count(page.items.length, 'item')}`}
        </span>
        <button
          type="button"
          disabled={page === undefined || page.next === null}
          onClick={() => setStarts([...starts, page?.next ?? undefined])}
        >
          Next
        </button>
      </div>
    </>
  );
}

function Items({ page, keys }: { page: ItemPage; keys: readonly string[] }) {
  const names = [...new Set([...keys, ...page.items.flatMap(Object.keys)])];
  return (
    <Rows name="items" caption="Items" columns={names}>
      {page.items.map((item) => (
        <tr key={keys.map((name) => render(item[name])).join(' ')}>
          {names.map((name) => (
            <td key={name} title={render(item[name])}>
              {render(item[name])}
            </td>
          ))}
        </tr>
      ))}
    </Rows>
  );
}

function render(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
