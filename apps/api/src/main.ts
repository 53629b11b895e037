import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.setup.js';
import { prepareDataFolder } from './config/data-folder.js';
import { readSettings, type Settings } from './config/settings.js';
import { tellWhy } from './config/tell-why.js';
import { listen } from './listening.js';
import { enduring } from './log/enduring-target.js';

try {
  await start(readSettings());
} catch (error) {
  tellWhy('Kilim could not start.', error);
  // At once, whatever has been opened meanwhile.
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  prepareDataFolder(settings.dataDir);
  const app = await createApp(settings, undefined, enduring(process.stdout, settings.logFormat));
  stopOnSignal(app);
  await listen(app, settings);
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
