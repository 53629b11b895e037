import path from 'node:path';
import type * as z from 'zod';
import { CannotStart } from './cannot-start.js';
import { Environment, settingWords } from './environment.js';

/** Everything that can be set from outside, checked. Injected by this class; nothing else reads the environment. */
export class Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Largest file of evidence. */
  readonly fileLimitBytes: number;
  /** Room for all files of one assessment. */
  readonly fileRoomBytes: number;
  /** Without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly mode: 'demo' | 'production';
  readonly logLevel: string;
  readonly logFormat: 'json' | 'text';
  readonly trustedProxies: readonly string[];
  readonly adminDist: string;
  readonly surveyDist: string;

  constructor(environment: z.output<typeof Environment>) {
    this.port = environment.PORT;
    this.host = environment.HOST;
    this.dataDir = path.resolve(environment.DATA_DIR);
    this.databaseUrl = environment.DATABASE_URL;
    this.fileLimitBytes = environment.FILE_LIMIT_MB * 1_000_000;
    this.fileRoomBytes = environment.FILE_ROOM_MB * 1_000_000;
    this.publicUrl = environment.PUBLIC_URL?.replace(/\/+$/, '');
    this.mode = environment.KILIM_MODE;
    this.logLevel = environment.LOG_LEVEL;
    this.logFormat = environment.LOG_FORMAT ?? (this.mode === 'demo' ? 'text' : 'json');
    this.trustedProxies = environment.TRUSTED_PROXIES;
    this.adminDist = environment.ADMIN_DIST;
    this.surveyDist = environment.SURVEY_DIST;
  }

  /** Whether browsers reach it by https, so that cookies may insist on it. */
  get isSecure(): boolean {
    return this.publicUrl?.startsWith('https://') ?? false;
  }
}

/** The environment can't be used; the message has one sentence per fault. */
export class SettingsError extends CannotStart {
  override readonly name = 'SettingsError';
}

/** Values that may hold a password are not repeated. */
const SECRET = ['DATABASE_URL'];

/**
 * Checks an environment.
 *
 * @throws SettingsError with one sentence per wrong variable
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (result.success) return new Settings(result.data);
  const wrong = new Map(result.error.issues.map(({ path: [name], message }) => [String(name), message]));
  const sentences = [...wrong].map(([name, message]) => sentence(name, given[name] ?? '', message));
  throw new SettingsError(sentences.join('\n'));
}

/** The settings of this process; variables given here go before those of the environment. */
export function readSettings(overrides: Readonly<Record<string, string>> = {}): Settings {
  return settingsFrom({ ...process.env, ...overrides });
}

function sentence(name: string, value: string, message: string): string {
  if (message.startsWith('must be')) return `${name} ${message}.`;
  const allowed = settingWords().find((setting) => setting.name === name)?.allowed ?? '';
  return `${name} must be ${allowed}${SECRET.includes(name) ? '' : `; it is “${value}”`}.`;
}
