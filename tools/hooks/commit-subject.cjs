// Checks the subject of a commit message: `node tools/hooks/commit-subject.cjs FILE`. A hook of git calls it.

const { readFileSync } = require('node:fs');

/** The maximum length of a subject that git log and GitHub show completely. */
const MAXIMUM = 72;

/** Subjects that git writes, or that `git rebase --autosquash` replaces. */
const WRITTEN_BY_GIT = /^(Merge |Revert "|fixup! |squash! |amend! )/;

/** The reason why a subject is not accepted; undefined for an accepted subject. */
function objection(subject) {
  if (subject === '' || WRITTEN_BY_GIT.test(subject)) return undefined;
  const { length } = [...subject];
  if (length > MAXIMUM) return `the subject has ${length} characters; at most ${MAXIMUM} are allowed`;
  if (subject.endsWith('.')) return 'the subject must not end with a full stop';
  if (!/^[A-Z]/.test(subject)) return 'the subject must begin with a verb in the imperative and a capital letter';
  return undefined;
}

const [subject = ''] = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'));
const reason = objection(subject.trim());
if (reason !== undefined) {
  console.error(`commit message: ${reason}: ${subject}`);
  process.exitCode = 1;
}
