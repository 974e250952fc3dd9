// PostGraphile 5 on the product's tables. Environment: PORT, PGURL, WORKERS.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { PORT, PGURL, WORKERS = '2', PRINT } = process.env;
if (Number(WORKERS) > 1 && cluster.isPrimary) {
  for (let i = 0; i < Number(WORKERS); i++) cluster.fork();
} else {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ connectionString: PGURL, schemas: ['planning', 'monitoring'], poolConfig: { max: 16 } })],
    grafserv: { port: Number(PORT), graphqlPath: '/graphql', graphiql: false, watch: false, maxRequestLength: 2_000_000 },
    schema: { defaultBehavior: '+connection +list +attribute:filterBy' },
    grafast: { explain: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  if (PRINT) {
    const { printSchema } = await import('graphql');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(PRINT, printSchema(await instance.getSchema()));
  }
  server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
}
