import { defineConfig } from 'vite';

/** The first view of the form's pages, as a program for the server: it makes them of the same parts. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'node', 'development|production'] },
  // It is one file that needs nothing beside it, whatever the server is started as.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: 'src/first-view/first-view.tsx',
    outDir: 'dist/server',
    target: 'node20',
    minify: true,
    rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
  },
});
