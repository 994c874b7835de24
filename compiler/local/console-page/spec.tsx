// The values of the spec, each with its origin.

import { useEffect, useState } from 'preact/hooks';
import type { SpecRow } from '../console/api';
import { number } from './format';
import { useSpecData } from './live';
import { Empty, Heading, Problem, Rows, Search } from './parts';
import { linkTo } from './route';

/** Maximum number of values that are drawn; a filter finds the others. */
const MOST_ROWS = 300;

/** The spec. */
export function Spec({ parameters }: { parameters: URLSearchParams }) {
  const { value: rows = [], problem } = useSpecData<readonly SpecRow[]>('spec');
  const wanted = parameters.get('text') ?? '';
  const [text, setText] = useState(wanted);
  useEffect(() => setText(wanted), [wanted]);
  const [hasDefaults, setDefaults] = useState(true);
  const found = rows.filter(
    ({ path, value, origin }) =>
      (hasDefaults || origin !== null) &&
      `${path} ${value} ${origin ?? 'default'}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <>
      <Heading title="Spec" about={`${number(found.length)} values, each with the line that sets it.`}>
        <Search label="Filter by path, value or file" placeholder="Path, value or file" text={text} onText={setText} />
        <label class="check">
          <input type="checkbox" checked={hasDefaults} onChange={(event) => setDefaults(event.currentTarget.checked)} />
          Defaults
        </label>
      </Heading>
      <Problem text={problem} />
      {rows.length > 0 && found.length === 0 ? (
        <Empty>
          <p>No value matches. Clear the filter to see all values.</p>
        </Empty>
      ) : (
        <Rows name="spec" caption="Values of the spec" columns={['Field', 'Value', 'Origin']}>
          {found.slice(0, MOST_ROWS).map(({ path, value, written, origin }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>
                {value}
                {written !== null && <small> from {written}</small>}
              </td>
              <td>
                {origin === null ? (
                  <span class="muted">default</span>
                ) : (
                  <a href={linkTo('spec', { at: origin })}>{origin}</a>
                )}
              </td>
            </tr>
          ))}
        </Rows>
      )}
      {found.length > MOST_ROWS && <p class="muted">{number(found.length - MOST_ROWS)} more: filter to see them.</p>}
    </>
  );
}
