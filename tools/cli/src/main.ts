#!/usr/bin/env node
import { run } from './run.js';

// Whoever reads our output may have read enough: `kilim score … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  inColour: process.stdout.isTTY && process.stdout.hasColors(),
});
