import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CannotStart } from './config/cannot-start.js';
import type { Settings } from './config/settings.js';

/**
 * Takes requests from now on.
 *
 * @throws CannotStart when the port or the address is not to be had
 */
export async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const { port, host } = settings;
  try {
    await app.listen({ port, host });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const sentence = sentenceOf(code, settings);
    throw sentence === undefined ? cause : new CannotStart(sentence, { cause });
  }
}

function sentenceOf(code: string, { port, host }: Settings): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} is taken by another program: stop that one, or set PORT to another port.`;
    case 'EACCES':
      return `Port ${String(port)} is not for this user: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST is ${host}, which is no address of this machine.`;
    default:
      return undefined;
  }
}
