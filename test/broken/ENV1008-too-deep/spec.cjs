// Brackets by the thousand, as only a program writes them.

module.exports = `extends: base.yaml\ntags: ${'['.repeat(50_000)}`;
