import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What a setting's page says beside its name; the sentence that refuses a wrong value says `allowed`, too. */
export interface SettingWords {
  /** What it does. */
  readonly means: string;
  /** Which values it takes, to follow on “must be”. */
  readonly allowed: string;
  /** What holds without it, in words. */
  readonly without: string;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The environment, one field per variable. An empty variable counts as absent. */
const FIELDS = {
  PORT: described(wholeNumber(0, 65_535).default(3000), {
    means: 'TCP port to listen on; 0 takes any free one.',
    allowed: 'a whole number from 0 to 65535',
    without: '3000',
  }),
  HOST: described(z.string().default('127.0.0.1'), {
    means: 'Address to listen on. Put a proxy with TLS in front before listening beyond this machine.',
    allowed: 'an address of this machine, 127.0.0.1 in a demonstration',
    without: '127.0.0.1',
  }),
  DATA_DIR: described(z.string().default('./data'), {
    means:
      'Folder of everything that is kept: files of evidence, the SQLite database and, in a demonstration, its accounts.',
    allowed: 'a folder that can be written, or made',
    without: './data',
  }),
  DATABASE_URL: described(address(['postgres:', 'postgresql:']).optional(), {
    means: 'The PostgreSQL to use, directly or through a pooler that keeps sessions.',
    allowed: 'an address such as postgres://kilim@localhost:5432/kilim',
    without: 'SQLite, in DATA_DIR/kilim.sqlite',
  }),
  FILE_LIMIT_MB: described(wholeNumber(1, 1000).default(25), {
    means: 'Largest file of evidence, in megabytes of a million bytes.',
    allowed: 'a whole number from 1 to 1000',
    without: '25',
  }),
  FILE_ROOM_MB: described(wholeNumber(1, 100_000).default(500), {
    means: 'Room for all files of one assessment together, in megabytes.',
    allowed: 'a whole number from 1 to 100000',
    without: '500',
  }),
  PUBLIC_URL: described(address(['http:', 'https:']).optional(), {
    means:
      'How browsers reach it. With https cookies are `__Host-` and `Secure`, and browsers are told to insist on https.',
    allowed: 'an address such as https://index.example.org',
    without: 'the address that listens, without https',
  }),
  TRUSTED_PROXIES: described(z.string().default('').transform(listed).refine(areProxies), {
    means: 'Proxies whose X-Forwarded-For is believed.',
    allowed: 'addresses or CIDR ranges with commas between',
    without: 'none',
  }),
  KILIM_MODE: described(z.enum(['demo', 'production']).default('production'), {
    means:
      '`demo` fills an empty database with invented cities and accounts, and listens on this machine only.',
    allowed: 'demo or production',
    without: 'production; demo with `npm start`',
  }),
  LOG_LEVEL: described(z.enum(LEVELS).default('info'), {
    means: 'Least weight of what is logged. From debug on, a failed start shows where in the code it failed.',
    allowed: `one of ${LEVELS.join(', ')}`,
    without: 'info',
  }),
  LOG_FORMAT: described(z.enum(['json', 'text']).optional(), {
    means: 'How the log is written: one JSON object on each line for programs, or text for people.',
    allowed: 'json or text',
    without: 'json; text in a demonstration',
  }),
  ADMIN_DIST: described(z.string().default(beside('../../../admin/dist/browser')), {
    means: 'Folder of the built dashboard: holds its index.html.',
    allowed: 'a folder',
    without: 'apps/admin/dist/browser',
  }),
  SURVEY_DIST: described(z.string().default(beside('../../../survey/dist')), {
    means: 'Folder of the built form: holds its index.html.',
    allowed: 'a folder',
    without: 'apps/survey/dist',
  }),
};

/** The environment as it must be. */
export const Environment = z
  .object(FIELDS)
  .refine(({ KILIM_MODE, HOST }) => KILIM_MODE !== 'demo' || LOOPBACK.includes(HOST), {
    path: ['HOST'],
    message: 'must be 127.0.0.1 while KILIM_MODE is demo: the passwords of a demonstration are public',
  });

/** Each variable with its words, in the order in which people look for them. */
export function settingWords(): readonly (SettingWords & { readonly name: string })[] {
  return Object.entries(FIELDS).map(([name, field]) => ({
    name,
    ...(field.meta() as unknown as SettingWords),
  }));
}

function described<Field extends z.ZodType>(field: Field, words: SettingWords): Field {
  return field.meta({ ...words });
}

/** A folder beside this app, where the build writes. */
function beside(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** Written in digits: blanks would else be nought, and `1e3` a thousand. */
function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** Words for ranges that fastify knows. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function areProxies(proxies: readonly string[]): boolean {
  return proxies.every((proxy) => {
    const [address = '', bits, ...rest] = proxy.split('/');
    if (bits === undefined) return RANGES.includes(proxy) || isIP(address) !== 0;
    const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
  });
}

/** An address of one of the given schemes, as it was written. */
function address(schemes: readonly string[]) {
  return z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol));
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
