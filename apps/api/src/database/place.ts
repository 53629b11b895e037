import path from 'node:path';

/** Where the database is. */
export type DatabasePlace =
  { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };

/** The place that the settings name. */
export function placeOf(settings: {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}): DatabasePlace {
  if (settings.databaseUrl !== undefined) return { kind: 'postgres', url: settings.databaseUrl };
  return { kind: 'sqlite', file: path.resolve(settings.dataDir, 'kilim.sqlite') };
}
