// The handler of the API, whose SDK repeats throttled calls at once: on a stopped clock, a pause only costs real time.

export { handler } from '../../../runtime/handler';

// The pause of the SDK is a random share of the longest one.
Math.random = () => 0;
