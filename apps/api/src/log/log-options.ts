import type { FastifyServerOptions } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { LogTarget } from './enduring-target.js';
import { errorFacts } from './error-facts.js';
import { textLine } from './text-line.js';

type LogOptions = Exclude<NonNullable<FastifyServerOptions['logger']>, boolean>;

/** How the one log there is writes: an object on each line, or a text of it for people. */
export function logOptions(settings: Settings, target: LogTarget = process.stdout): LogOptions {
  const asText: LogTarget = { write: (line) => target.write(textLine(line)) };
  return {
    level: settings.logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: (error: unknown) => errorFacts(error) },
    stream: settings.logFormat === 'text' ? asText : target,
  };
}
