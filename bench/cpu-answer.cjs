// Answers each message to a process with the CPU milliseconds of all its threads. Must be loaded into the process.

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send((user + system) / 1000);
});
// A process that has ended its work must not wait for messages. Threads have no channel.
process.channel?.unref();
