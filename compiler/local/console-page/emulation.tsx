// How the run treats each field of the language.

import { useState } from 'preact/hooks';
import type { EmulationRow } from '../console/api';
import { number } from './format';
import { useSpecData } from './live';
import { Empty, Heading, Problem, Rows, Search } from './parts';

const TONES: Readonly<Record<EmulationRow['is'], string>> = {
  enforced: 'good',
  approximated: 'warn',
  'not local': 'refused',
};

/** The honesty report. */
export function Emulation() {
  const { value: rows = [], problem } = useSpecData<readonly EmulationRow[]>('emulation');
  const [text, setText] = useState('');
  const [kind, setKind] = useState('');
  const countOf = (is: string) => number(rows.filter((row) => row.is === is).length);
  const found = rows.filter(
    ({ path, is, note }) =>
      (kind === '' || is === kind) && `${path} ${note}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <>
      <Heading
        title="Emulation"
        about="What the run does with each field of the language, and where it differs from AWS."
      >
        <Search label="Filter by field or note" placeholder="Field or note" text={text} onText={setText} />
        <label>
          <span class="sr">Class</span>
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            <option value="">All {number(rows.length)}</option>
            {Object.keys(TONES).map((is) => (
              <option key={is} value={is}>
                {is} ({countOf(is)})
              </option>
            ))}
          </select>
        </label>
      </Heading>
      <Problem text={problem} />
      {rows.length > 0 && found.length === 0 ? (
        <Empty>
          <p>No field matches. Clear the filter to see all fields.</p>
        </Empty>
      ) : (
        <Rows name="emulation" caption="Fields of the language" columns={['Field', 'Class', 'Note']}>
          {found.map(({ path, is, note }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>
                <span class={`status ${TONES[is]}`}>{is}</span>
              </td>
              <td>{note}</td>
            </tr>
          ))}
        </Rows>
      )}
    </>
  );
}
