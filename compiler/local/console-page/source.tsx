// A file of the spec at a line.

import { useEffect, useRef } from 'preact/hooks';
import type { SourceFile } from '../console/api';
import { useSpecData } from './live';
import { Copy, Heading, Problem } from './parts';
import { linkTo } from './route';

/** The file of a location such as `spec/system.yaml:42`. */
export function Source({ at }: { at: string }) {
  const colon = at.lastIndexOf(':');
  const line = Number(at.slice(colon + 1));
  const { value: file, problem } = useSpecData<SourceFile>('source', { path: at.slice(0, colon) });
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: 'center' }), [file, line]);
  return (
    <>
      <Heading title={at} about="The file as it was compiled.">
        <Copy text={at} label="Copy the location" />
        <a href={linkTo('spec')}>All values</a>
      </Heading>
      <Problem text={problem} />
      {file !== undefined && (
        <ol class="source" tabIndex={0}>
          {file.text.split('\n').map((text, number) => (
            <li key={number} {...(number + 1 === line && { ref: marked, class: 'marked', 'aria-current': 'true' })}>
              {text}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
