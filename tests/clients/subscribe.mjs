// Runs the same scenario through graphql-sse or graphql-ws: a query, a whole stream, a refusal, leaving a stream early.
import { collect, print, sse, ws } from './clients.mjs';

const client = process.argv[4] === 'sse' ? sse() : ws();
const report = {};
report.query = await collect(client, '{ hello }');
report.variables = await collect(client, 'query ($n: Int!) { echo(number: $n) }', { n: 5 });
report.stream = (await collect(client, 'subscription { countdown(from: 3) }')).map((r) => r.data.countdown);
report.many = (await collect(client, 'subscription { countdown(from: 200) }')).length;
try {
  report.refused = (await collect(client, '{ nothing }'))[0].errors[0].extensions.code;
} catch (error) {
  report.refused = error[0].extensions.code;
}
const left = client.iterate({ query: 'subscription { ticks }' });
const first = left.next();
report.tick = (await first).value.data.ticks;
await left.return();
await client.dispose();
print(report);
