// The GraphQL-over-HTTP audit of npm's graphql-http, signed in. Prints its results as JSON.
import { auditServer } from 'graphql-http';

const [url, token] = process.argv.slice(2);
const signedIn = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, authorization: `Bearer ${token}` } });
const results = await auditServer({ url, fetchFn: signedIn });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
