import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: '../Objectives.Gateway/wwwroot/graphiql',
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
