import path from 'node:path';
import { addressOf, type CallOf, type Endpoint, type ResponseOf } from '@kilim/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../src/app.setup.js';
import { Clock, later } from '../../src/config/clock.js';
import { settingsFrom } from '../../src/config/settings.js';
import type { LogTarget } from '../../src/log/enduring-target.js';
import type { MakeDatabase } from './databases.js';

/** A route as the running server has it. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
}

/** How to start the app otherwise than usual: variables of the environment. */
export type Overrides = Readonly<Record<string, string>>;

/** The real application on a free port. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly routes: readonly ServedRoute[];
  /** Sends any request. */
  fetch(address: string, init?: RequestInit): Promise<Response>;
  /** Lets the server's clock run ahead (or behind) by so many milliseconds from now on. */
  shiftClock(milliseconds: number): void;
  /** Stops it and removes its database. */
  close(): Promise<void>;
}

/** Starts the application as `main` does, on an empty database. It logs nothing, unless told at which level and where. */
export async function startApp(
  make: MakeDatabase,
  overrides: Overrides = {},
  logTo?: LogTarget,
): Promise<RunningApp> {
  const { place, folder, remove } = await make();
  const settings = settingsFrom({
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    ADMIN_DIST: path.join(folder, 'no-admin'),
    SURVEY_DIST: path.join(folder, 'no-survey'),
    ...(place.kind === 'postgres' ? { DATABASE_URL: place.url } : {}),
    ...overrides,
  });
  const routes: ServedRoute[] = [];
  const noteRoutes = (instance: FastifyInstance) => {
    instance.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, path: url });
    });
  };
  const app = await createApp(settings, noteRoutes, logTo);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  return {
    ...{ app, url, routes },
    fetch: (address, init) => fetch(`${url}${address}`, { redirect: 'manual', ...init }),
    shiftClock: (milliseconds) => shift(app.get(Clock), milliseconds),
    close: async () => {
      await app.close();
      await remove();
    },
  };
}

/** What a call came to: the response, and its body if it has one. */
export interface Answer<E extends Endpoint> {
  readonly status: number;
  readonly headers: Headers;
  /** Only where the call went well. */
  readonly body: ResponseOf<E>;
  /** Only where it did not. */
  readonly problem: {
    readonly code: string;
    readonly detail: string;
    readonly places: readonly unknown[];
  } & Record<string, unknown>;
}

/** Calls an endpoint of the contract as a program would. */
export async function call<E extends Endpoint>(
  running: RunningApp,
  endpoint: E,
  given: CallOf<E>,
  cookie?: string,
): Promise<Answer<E>> {
  const { params, query, body } = given as {
    params?: Record<string, string>;
    query?: Record<string, string>;
    body?: unknown;
  };
  const response = await running.fetch(addressOf(endpoint.path, params, query), {
    method: endpoint.method,
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  const { status, headers } = response;
  return { status, headers, body: json as ResponseOf<E>, problem: json as Answer<E>['problem'] };
}

function shift(clock: Clock, milliseconds: number): void {
  clock.now = () => later(new Date().toISOString(), milliseconds);
}
