// Parts that several views use.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CutText, RequestRow } from '../console/api';
import { count, duration, pretty, size } from './format';

/** The title of a view with a sentence about it, and its controls. */
export function Heading({ title, about, children }: { title: string; about: string; children?: ComponentChildren }) {
  return (
    <header class="heading">
      <div>
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
      {children !== undefined && <div class="controls">{children}</div>}
    </header>
  );
}

/** A field that filters a list by a text. Its label is read aloud only. */
export function Search(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { label, placeholder, text, onText } = props;
  return (
    <label>
      <span class="sr">{label}</span>
      <input
        type="search"
        placeholder={placeholder}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}

/** A table that scrolls within the view. Its caption is read aloud only. */
export function Rows(props: {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { name, caption, columns, children } = props;
  return (
    <div class="scroll" tabIndex={0}>
      <table class={`plain ${name}`}>
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A view without content: one sentence that says what to do. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

/** An error that the page reports. */
export function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}

/** The class of a response for its colour. */
function toneOf({ status, refusedBy }: Pick<RequestRow, 'status' | 'refusedBy'>): string {
  if (status >= 500) return 'bad';
  if (status >= 400) return refusedBy === null ? 'warn' : 'refused';
  return 'good';
}

/** The status of a response. */
export function Status({ row }: { row: Pick<RequestRow, 'status' | 'refusedBy'> }) {
  return <span class={`status ${toneOf(row)}`}>{row.status}</span>;
}

/** A button that copies a text, and says so. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <button type="button" onClick={copy}>
      {isCopied ? 'Copied' : label}
    </button>
  );
}

/** A text of a request or a message, with its size. */
export function Body(props: {
  readonly title: string;
  readonly text: CutText;
  readonly indent?: (text: string) => string;
}) {
  const { title, text, indent = pretty } = props;
  if (text.bytes === 0) return null;
  return (
    <section>
      <h3>
        {title} <small>{size(text.bytes)}</small>
      </h3>
      <pre tabIndex={0}>
        {text.isCut ? text.text : indent(text.text)}
        {text.isCut && '\n… cut'}
      </pre>
    </section>
  );
}

/** The lines of a log. */
export function Log({ lines }: { lines: readonly { readonly at: number; readonly text: string }[] }) {
  return lines.length === 0 ? null : (
    <section>
      <h3>
        Log <small>{count(lines.length, 'line')}</small>
      </h3>
      <pre class="log" tabIndex={0}>
        {lines.map(({ at, text }) => `${duration(at).padStart(8)}  ${text}`).join('\n')}
      </pre>
    </section>
  );
}

/** Names with values. */
export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
