// Reads releases from CHANGELOG.md and package.json.

/** The text below the heading of a version, without the heading; undefined if the changelog has no dated section with text for it. */
export function findNotes(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find(
    (one) => /^(\S+) - \d{4}-\d{2}-\d{2}$/m.exec(one.split('\n')[0] ?? '')?.[1] === version,
  );
  const notes = section?.split('\n').slice(1).join('\n').trim();
  return notes === '' ? undefined : notes;
}

/** Whether package.json still has a placeholder instead of the owner of the repository. npm derives the pages for bugs and the home page from it. */
export function findPlaceholder({ repository }: { readonly repository: string }): boolean {
  return repository.includes('OWNER');
}
