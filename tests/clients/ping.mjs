// Counts the WebSocket pings that the server sends on a quiet connection.
import WebSocket from 'ws';
import { print, token, url } from './clients.mjs';

const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers: { authorization: `Bearer ${token}` } });
let pings = 0;
socket.on('ping', () => {
  if (++pings < 3) return;
  print({ pings });
  socket.close();
});
