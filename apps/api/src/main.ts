import { mkdirSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.setup.js';
import { readSettings, type Settings } from './config/settings.js';

try {
  await start(readSettings());
} catch (error) {
  // A sentence for the person at the terminal. Ends at once, whatever has been opened meanwhile.
  process.stderr.write(`Kilim could not start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  // The database holds password hashes: for nobody else on this machine.
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const app = await createApp(settings);
  stopOnSignal(app);
  await app.listen({ port: settings.port, host: settings.host });
  process.stdout.write(`Kilim listens on ${await app.getUrl()}\n`);
}

/** Lets requests under way finish and everything that was accepted reach the disk. */
function stopOnSignal(app: NestFastifyApplication): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= app.close();
    });
  }
}
