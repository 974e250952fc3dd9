// What both subscription clients must be able to do; they differ in how they are made, and in what a refusal looks like.
import { createClient as createSse } from 'graphql-sse';
import { createClient as createWs } from 'graphql-ws';
import WebSocket from 'ws';

export const [url, token] = process.argv.slice(2);
const authorization = `Bearer ${token}`;

export const sse = (options = {}) => createSse({ url, headers: { authorization }, ...options });

export const ws = (options = {}) =>
  createWs({
    url: url.replace('http', 'ws'),
    webSocketImpl: class extends WebSocket {
      constructor(address, protocols) {
        super(address, protocols, { headers: { authorization } });
      }
    },
    ...options,
  });

export async function collect(client, query, variables) {
  const results = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  return results;
}

export const ask = (query) =>
  fetch(url, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ query }) }).then((r) => r.json());

export const print = (value) => console.log(JSON.stringify(value));
