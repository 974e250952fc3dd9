import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { trustedDocuments } from './trustedDocuments.ts';

const webRoot = resolve(import.meta.dirname, '../Objectives.Gateway/wwwroot');

/** The web root also holds what other projects build, so that only the page's own files are cleaned away. */
function cleanOwnFiles(): Plugin {
  return {
    name: 'clean-own-files',
    apply: 'build',
    buildStart() {
      for (const name of ['assets', 'index.html', 'trusted-documents.json']) rmSync(resolve(webRoot, name), { recursive: true, force: true });
    },
  };
}

export default defineConfig({
  base: '/',
  plugins: [react(), cleanOwnFiles(), trustedDocuments(webRoot)],
  build: {
    outDir: webRoot,
    emptyOutDir: false,
    target: 'es2022',
  },
  server: {
    proxy: Object.fromEntries(['/graphql', '/auth', '/demo', '/uploads', '/exports'].map((path) => [path, 'http://127.0.0.1:5080'])),
  },
});
