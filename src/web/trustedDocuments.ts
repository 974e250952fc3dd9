import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { createServer, type Plugin } from 'vite';

const source = resolve(import.meta.dirname, 'src');
const maker = resolve(source, 'api/graphql.ts');

/** Keeps every document that the page's modules make, in place of the module that they make them with. */
const recording = (documents: DocumentNode[]): Plugin => ({
  name: 'record-documents',
  enforce: 'pre',
  load(id) {
    if (id !== maker) return null;
    (globalThis as { recordedDocuments?: DocumentNode[] }).recordedDocuments = documents;
    return `
      import { initGraphQLTada } from 'gql.tada';
      const make = initGraphQLTada();
      export const graphql = (...parts) => {
        const document = make(...parts);
        globalThis.recordedDocuments.push(document);
        return document;
      };`;
  },
});

/** The texts of all operations of the page as they are sent, by their SHA-256. */
async function collect(): Promise<Record<string, string>> {
  const documents: DocumentNode[] = [];
  const server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [recording(documents)],
  });
  try {
    for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
      const file = resolve(source, name);
      if (/\.tsx?$/.test(name) && !name.endsWith('.test.ts') && file !== maker && readFileSync(file, 'utf8').includes('graphql(')) await server.ssrLoadModule(file);
    }
  } finally {
    await server.close();
  }
  const texts = documents.filter((document) => document.definitions.some((part) => part.kind === 'OperationDefinition')).map((document) => stringifyDocument(formatDocument(document)));
  return Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
}

/** Writes beside the page which documents it sends, so that it need only name them. */
export function trustedDocuments(webRoot: string): Plugin {
  return {
    name: 'trusted-documents',
    apply: 'build',
    async closeBundle() {
      writeFileSync(resolve(webRoot, 'trusted-documents.json'), JSON.stringify(await collect()));
    },
  };
}
