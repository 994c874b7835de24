// The two specs that `diff` compares: two that are named, two revisions of one, or those staged for the next commit.

import { posix } from 'node:path';
import { isSpecName, SPEC_FOLDER } from '../../../host/files';
import { UsageError } from '../../errors/usage-error';
import {
  atRevision,
  changedFiles,
  filesAt,
  hasRevision,
  readFromRevision,
  repositoryPath,
  splitObject,
  stagedTree,
} from '../../git/revisions';
import { isThere, openSpec, type SpecFile } from '../../specs/spec-file';
import { resolveReference, STANDARD_INPUT } from '../../specs/spec-reference';
import type { Revisions } from './arguments';

/** A spec before and after a change. */
export interface SpecPair {
  readonly before: SpecFile;
  readonly after: SpecFile;
  /** Whether the environment exists before and after the change, or only on one side. */
  readonly environment: 'changed' | 'new' | 'removed';
  /** Whether both sides are one environment, rather than two different ones. */
  readonly isOne: boolean;
  /** For a new environment, the specs that it may be renamed from, as named on the command line. */
  readonly formerNames: readonly string[];
}

/** The pair of two named specs. UsageError if revisions are named as well. */
export function pairOfSpecs(root: string, [spec, other]: readonly [string, string], { from, to }: Revisions): SpecPair {
  if (from !== undefined || to !== undefined)
    throw new UsageError('--from and --to compare revisions of one spec; name one spec, or name two as REVISION:FILE');
  if (spec === STANDARD_INPUT && other === STANDARD_INPUT)
    throw new UsageError('standard input cannot be both specs; name a file as the other');
  const [before, after] = [openSpec(root, spec), openSpec(root, other)];
  const isEdit = spec === STANDARD_INPUT || other === STANDARD_INPUT;
  return {
    before,
    after,
    environment: 'changed',
    isOne: isEdit || fileOf(root, spec) === fileOf(root, other),
    formerNames: [],
  };
}

/** The pair of two revisions of a spec. If one revision does not have it, the environment is new or removed. */
export function pairOfRevisions(root: string, spec: string, { from = 'HEAD', to }: Revisions): SpecPair {
  for (const [option, revision] of [['--from', from] as const, ['--to', to] as const])
    if (revision?.trim() === '') throw new UsageError(`${option} must name a revision of git, such as main`);
  const reference = resolveReference(root, spec);
  if (reference.is === 'standard input') throw new UsageError('standard input has no revisions; name a second spec');
  if (reference.is === 'at revision')
    throw new UsageError(`${spec} already names a revision; name a second spec, or the file with --from and --to`);
  const { path } = reference;
  const before = openSpec(root, atRevision(root, from, path));
  const after = openSpec(root, to === undefined ? path : atRevision(root, to, path));
  const [was, is] = [isThere(before), isThere(after)];
  if (was || !is)
    return { before, after, environment: was && !is ? 'removed' : 'changed', isOne: true, formerNames: [] };
  return { before, after, environment: 'new', isOne: true, formerNames: formerNamesOf(root, path, from, to) };
}

/** The specs of spec/ at HEAD and as they are staged for the next commit; renamed ones as git finds them. Empty if nothing in spec/ is staged. */
export function stagedPairs(root: string): SpecPair[] {
  const tree = stagedTree(root);
  const head = hasRevision(root, 'HEAD') ? 'HEAD' : undefined;
  const folder = repositoryPath(root, SPEC_FOLDER);
  const changes = head === undefined ? [] : changedFiles(root, head, tree);
  const isInFolder = (file: string | undefined) => file?.startsWith(`${folder}/`) === true;
  if (head !== undefined && !changes.some(({ from, to }) => isInFolder(from) || isInFolder(to))) return [];

  const read = readFromRevision(root);
  const at = (revision: string, path: string): SpecFile => ({
    path: `${revision}:${path}`,
    // Reports show a word instead of the id of the tree.
    read: (object) => read(object.replace(/^staged:/, `${tree}:`)),
  });
  const specsAt = (revision: string | undefined) =>
    revision === undefined
      ? []
      : filesAt(root, `${revision}:${folder}`)
          .filter(isSpecName)
          .map((name) => posix.join(folder, name));
  const [olds, news] = [specsAt(head), specsAt(tree)];
  const formerly = (path: string) =>
    olds.includes(path) ? path : changes.find(({ from, to }) => to === path && from !== undefined)?.from;
  const common = { isOne: true, formerNames: [] };
  const kept = news.map((path): SpecPair => {
    const former = formerly(path);
    const before = at(head ?? 'staged', former ?? path);
    return { before, after: at('staged', path), environment: former === undefined ? 'new' : 'changed', ...common };
  });
  const gone = olds.filter((path) => !news.includes(path) && !news.some((present) => formerly(present) === path));
  return [
    ...kept,
    ...gone.map(
      (path): SpecPair => ({ before: at('HEAD', path), after: at('staged', path), environment: 'removed', ...common }),
    ),
  ];
}

/** The file of a spec relative to the repository, whatever the revision. */
function fileOf(root: string, name: string): string {
  const reference = resolveReference(root, name);
  if (reference.is === 'standard input') return STANDARD_INPUT;
  const { path = '' } = reference.is === 'at revision' ? (splitObject(reference.object) ?? {}) : {};
  if (reference.is === 'at revision' && !path.startsWith('./')) return path;
  return repositoryPath(root, reference.path);
}

/** The specs that a new one may be renamed from: the one that git finds, else those deleted from its folder. */
function formerNamesOf(root: string, path: string, from: string, to: string | undefined): string[] {
  const file = repositoryPath(root, path);
  const changes = changedFiles(root, from, to);
  const renamed = changes.filter((change) => change.to === file && change.from !== undefined);
  const gone = changes.filter(
    (change) =>
      change.to === undefined &&
      posix.dirname(change.from ?? '') === posix.dirname(file) &&
      /\.ya?ml$/.test(change.from ?? ''),
  );
  return (renamed.length > 0 ? renamed : gone).map((change) => `${from}:${change.from}`);
}
