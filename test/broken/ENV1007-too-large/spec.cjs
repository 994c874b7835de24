// Some five megabytes of a valid spec.

module.exports = `extends: base.yaml\n${'# a comment\n'.repeat(450_000)}`;
