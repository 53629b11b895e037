import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageIn, type FirstView, type MakeFirstView } from '@kilim/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedLanguages } from '../http/accepted-languages.js';

/** Where the form's build leaves the program that makes first views. */
const PROGRAM = 'server/first-view.mjs';

/** That program (`apps/survey/src/first-view`). */
interface FirstViewProgram {
  readonly firstView: MakeFirstView;
}

/**
 * Makes the first view of a page of the form: what can be read before its program has come over the network. The program
 * that makes it is part of the form's build and asks this server like any browser, with the cookie of whoever asks for
 * the page: it gets what that person may see.
 */
export class FirstViews {
  /** Undefined where the form was built without one. */
  readonly #file: string | undefined;
  #program: Promise<FirstViewProgram> | undefined;

  /** @param folder of the built form; without the program in it pages come without a first view */
  constructor(
    folder: string,
    private readonly instance: FastifyInstance,
  ) {
    const file = path.join(folder, PROGRAM);
    this.#file = existsSync(file) ? file : undefined;
    // Nobody who opens a page is to wait until it has been read.
    instance.addHook('onListen', (done) => {
      this.#load().catch(() => {
        // Whoever opens the first page is told in the log.
      });
      done();
    });
  }

  /** Undefined for whoever is not signed in, and where it can't be made, which the log says: the form itself still can. */
  async of(request: FastifyRequest): Promise<FirstView | undefined> {
    const { cookie, 'accept-language': accepted } = request.headers;
    if (cookie === undefined) return undefined;
    try {
      const program = await this.#load();
      if (!program) return undefined;
      const [pathname = ''] = request.url.split('?');
      const wanted = { chosen: languageIn(cookie), accepted: acceptedLanguages(accepted) };
      return await program.firstView(pathname, wanted, (address) => this.#ask(address, cookie, request.ip));
    } catch (error) {
      request.log.error({ err: error }, 'The first view of a page could not be made.');
      return undefined;
    }
  }

  async #load(): Promise<FirstViewProgram | undefined> {
    if (this.#file === undefined) return undefined;
    this.#program ??= import(pathToFileURL(this.#file).href) as Promise<FirstViewProgram>;
    return this.#program;
  }

  async #ask(address: string, cookie: string, remoteAddress: string): Promise<unknown> {
    const headers = { cookie, accept: 'application/json' };
    const reply = await this.instance.inject({ method: 'GET', url: address, headers, remoteAddress });
    return reply.statusCode === 200 ? (reply.json() as unknown) : undefined;
  }
}
