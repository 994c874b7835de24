// Fixes the day of all tests and their child processes, so that no test fails when a waiver expires.

process.env.SOURCE_DATE_EPOCH = '1795392000'; // 2026-11-23
