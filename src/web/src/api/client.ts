import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange, type Operation } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient as createStreams } from 'graphql-sse';
import { i18n } from '../i18n/i18n';

/** Both sides of the wire that every request of the page needs: proof that it is the page's own, and the language of messages. */
export const requestHeaders = (): Record<string, string> => ({ 'X-Objectives-Csrf': '1', 'Accept-Language': i18n.language });

/** Tells that a stream of news was broken off and is there again. */
export const reconnected = new EventTarget();

const longestPause = 15_000;

/** One client per signed-in person, so that nobody sees what was cached for another. */
export function createApiClient(onSignedOut: () => void): Client {
  const streams = createStreams({
    url: '/graphql',
    credentials: 'same-origin',
    headers: requestHeaders,
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: (retries) => new Promise((done) => setTimeout(done, Math.min(longestPause, 500 * 2 ** retries) + Math.random() * 500)),
  });
  const shown = new Map<number, Operation>();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers: requestHeaders() }),
    exchanges: [
      mapExchange({
        onOperation(operation) {
          if (operation.kind === 'query') shown.set(operation.key, operation);
          else if (operation.kind === 'teardown') shown.delete(operation.key);
        },
        onError(error) {
          if (error.graphQLErrors.some((e) => e.extensions.code === 'UNAUTHENTICATED')) onSignedOut();
        },
      }),
      cacheExchange,
      // What the build has written down need not be sent; a server that does not know it asks for the text.
      ...(import.meta.env.PROD ? [persistedExchange({ enableForMutation: true, preferGetForPersistedQueries: false })] : []),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: streams.subscribe(
              { query: request.query ?? '', variables: request.variables },
              {
                next: ({ data, errors }) => sink.next({ data: data ?? null, errors: errors ? [...errors] : undefined }),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
              { connected: (again) => again && reconnected.dispatchEvent(new Event('reconnected')) },
            ),
          }),
        }),
      }),
    ],
  });
  // The server's texts come in the language of the request: all that is on the screen is asked for anew when another is chosen.
  i18n.on('languageChanged', () => {
    for (const operation of shown.values()) client.reexecuteOperation(client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }));
  });
  return client;
}
