import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { prepareDataFolder } from './config/data-folder.js';
import { readSettings, type Settings } from './config/settings.js';
import { tellWhy } from './config/tell-why.js';

try {
  await start(readSettings());
} catch (error) {
  tellWhy('Kilim could not start.', error);
  // At once, whatever has been opened meanwhile.
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  prepareDataFolder(settings.dataDir);
  // Only now what takes long to load: what is wrong with the settings is said at once.
  const [{ createApp }, { listen }, { enduring }] = await Promise.all([
    import('./app.setup.js'),
    import('./listening.js'),
    import('./log/enduring-target.js'),
  ]);
  const app = await createApp(settings, undefined, enduring(process.stdout, settings.logFormat));
  stopOnSignal(app);
  await listen(app, settings);
  process.stdout.write(`Kilim listens on ${await app.getUrl()}\n`);
}

/** How long requests under way may take to finish once the server is told to stop. */
const STOP_WITHIN_MS = 30_000;

/**
 * Lets requests under way finish and everything that was accepted reach the disk, then ends the process, whatever else
 * might keep it. A second signal does not interrupt that.
 */
function stopOnSignal(app: NestFastifyApplication): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping ??= stop(app);
    });
  }
}

async function stop(app: NestFastifyApplication): Promise<void> {
  setTimeout(() => {
    process.stderr.write(
      `Kilim was told to stop and had not finished after ${String(STOP_WITHIN_MS / 1000)} seconds. ` +
        'Nothing that was acknowledged is lost.\n',
    );
    process.exit(1);
  }, STOP_WITHIN_MS);
  try {
    await app.close();
  } catch (error) {
    tellWhy('Kilim could not stop in order.', error);
    process.exit(1);
  }
  process.exit(0);
}
