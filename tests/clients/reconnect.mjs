// Subscribes, prints each event as a line, and must find its way back by itself when the connection breaks.
import { print, sse, ws } from './clients.mjs';

const kind = process.argv[4];
const wait = () => new Promise((resolve) => setTimeout(resolve, 100));
const options = { retryAttempts: 100, shouldRetry: () => true, retry: wait, retryWait: wait };
const client = kind === 'sse' ? sse({ retryAttempts: 100, retry: wait }) : ws(options);
let seen = 0;
client.subscribe(
  { query: 'subscription { ticks }' },
  {
    next: (result) => {
      print(result.data.ticks);
      if (++seen === 2) client.dispose();
    },
    error: (error) => print({ error: String(error?.message ?? error) }),
    complete: () => {},
  },
);
