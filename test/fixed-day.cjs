// The day of all tests, for what they start too: waivers expire, and a test does not.

process.env.SOURCE_DATE_EPOCH = '1795392000'; // 2026-11-23
