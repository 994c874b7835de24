// Sends requests to the handler of a bundle, and prints the CPU milliseconds of each kind of request as JSON.
// Usage: node handler-load.cjs BUNDLE ROUNDS

const [, , bundle, rounds] = process.argv;
const { handler } = require(bundle);

const CONTEXT = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 28_000 };
const headers = { 'Content-Type': 'application/json' };
const body = JSON.stringify({ amount: 10.25, currency: 'USD', payment_method: 'tok_1', customer_id: 'c-1' });
const post = () => ({ httpMethod: 'POST', resource: '/payments', headers, body });

async function succeed(event) {
  const { statusCode, body: text } = await handler(event, CONTEXT);
  if (statusCode !== 200) throw new Error(`status ${statusCode}: ${text}`);
  return JSON.parse(text);
}

/** The CPU milliseconds of a request, with a number of them in flight. */
async function measure(requests, inFlight, event) {
  const begun = process.cpuUsage();
  const started = performance.now();
  let left = requests;
  const connection = async () => {
    while (left-- > 0) await succeed(event());
  };
  await Promise.all(Array.from({ length: inFlight }, connection));
  const { user, system } = process.cpuUsage(begun);
  return { cpu: (user + system) / 1000 / requests, perSecond: (1000 * requests) / (performance.now() - started) };
}

async function main() {
  const count = Number(rounds);
  // Lines of logs and metrics cost the same without a terminal or a pipe behind them.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  await measure(count, 10, post);
  const { payment_id: id } = await succeed(post());
  const get = () => ({ httpMethod: 'GET', resource: '/payments/{id}', headers: {}, pathParameters: { id } });
  await measure(count, 1, get);
  const costs = {
    post: await measure(count, 1, post),
    post10: await measure(count, 10, post),
    get: await measure(count, 1, get),
    get10: await measure(count, 10, get),
  };
  write(JSON.stringify(costs));
}

void main();
