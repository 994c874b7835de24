// Each list holds the one before it, by an alias.

module.exports = Array.from({ length: 200 }, (_, at) => `k${at}: &a${at} [${at === 0 ? 1 : `*a${at - 1}`}]\n`).join('');
