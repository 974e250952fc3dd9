import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './main.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';

const url = new URL('/graphql', location.href);
const socket = new URL(url);
socket.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({
  url: url.href,
  wsClient: createClient({ url: socket.href }),
  headers: { 'X-Objectives-Csrf': '1' },
});

createRoot(document.getElementById('root')).render(
  <GraphiQL fetcher={fetcher} defaultQuery={'{\n  viewer {\n    person {\n      name\n    }\n    roles\n  }\n}\n'} />,
);
