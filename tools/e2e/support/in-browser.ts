import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A page of nothing, at an address of its own, for programs to be tried in. */
export class EmptyPage {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async serve(): Promise<EmptyPage> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><title>Nothing</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new EmptyPage(server, `http://localhost:${String(port)}`);
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** A module of this folder with all it imports, as one script that sets `globalThis[name]`. */
export async function asScript(module: string, name: string): Promise<string> {
  const [program, entry] = ['bundle.mjs', module].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  const { stdout } = await promisify(execFile)(process.execPath, [program ?? '', entry ?? '', name], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return stdout;
}
