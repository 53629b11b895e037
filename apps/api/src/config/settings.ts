import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** A folder given by hand, or the one beside this app that the build writes. */
function folder(defaultUrl: string) {
  return z
    .string()
    .min(1, 'names a folder')
    .default(fileURLToPath(new URL(defaultUrl, import.meta.url)));
}

/** An address of one of the given schemes, as it was written. */
function address(schemes: readonly string[], example: string) {
  return z.string().refine((text) => {
    const scheme = URL.canParse(text) ? new URL(text).protocol : '';
    return schemes.includes(scheme);
  }, `is an address such as ${example}`);
}

/** The environment, one field per variable. An empty variable counts as absent. */
const Environment = z
  .object({
    /** TCP port to listen on; 0: any free one. */
    PORT: z.coerce.number('is a port number').int().min(0).max(65_535).default(3000),
    /** Address to listen on. Put a proxy with TLS in front before listening beyond this machine. */
    HOST: z.string().default('127.0.0.1'),
    /** Folder of everything that is kept: files of evidence, the SQLite database and, in the demo, the file of its accounts. */
    DATA_DIR: z.string().default('./data'),
    /** `postgres://user:password@host:port/name`; absent: SQLite at DATA_DIR/kilim.sqlite. */
    DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://kilim@localhost:5432/kilim').optional(),
    /** Largest file of evidence, in megabytes of a million bytes. */
    FILE_LIMIT_MB: z.coerce.number('is a number of megabytes').int().min(1).max(1000).default(25),
    /** Room for all files of one assessment together, in megabytes. */
    FILE_ROOM_MB: z.coerce.number('is a number of megabytes').int().min(1).max(100_000).default(500),
    /** How browsers reach it. With https cookies are `__Host-` and `Secure`, and browsers are told to insist on https. */
    PUBLIC_URL: address(['http:', 'https:'], 'https://index.example.org').optional(),
    /** `demo` fills an empty database with invented cities and accounts, and listens on this machine only. */
    KILIM_MODE: z.enum(['demo', 'production'], 'is demo or production').default('production'),
    /** Least weight of what is logged. */
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is a level such as info')
      .default('info'),
    /** Proxies whose X-Forwarded-For is believed, addresses or CIDR ranges with commas between; absent: none. */
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) => list.split(',').map((proxy) => proxy.trim()))
      .transform((list) => list.filter((proxy) => proxy !== '')),
    /** Folder of the built dashboard: holds its index.html. */
    ADMIN_DIST: folder('../../../admin/dist/browser'),
    /** Folder of the built form: holds its index.html. */
    SURVEY_DIST: folder('../../../survey/dist'),
  })
  .refine(({ KILIM_MODE, HOST }) => KILIM_MODE !== 'demo' || LOOPBACK.includes(HOST), {
    path: ['HOST'],
    message: 'is 127.0.0.1 while KILIM_MODE is demo: the passwords of a demo are public',
  });

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
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Checks an environment.
 *
 * @throws SettingsError with one sentence per wrong variable
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (result.success) return new Settings(result.data);
  const sentences = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`);
  throw new SettingsError(sentences.join('\n'));
}

/** The settings of this process; variables given here go before those of the environment. */
export function readSettings(overrides: Readonly<Record<string, string>> = {}): Settings {
  return settingsFrom({ ...process.env, ...overrides });
}
