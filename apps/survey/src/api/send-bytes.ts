import { addressOf, readReply, type Endpoint, type ResponseOf } from '@kilim/contracts';
import { accountHeader } from './call.js';
import { errorOf, UnexpectedReply, Unreachable } from './problem.js';

/** A network over which nothing moves for so long is none. */
const SILENT_WITHIN_MS = 30_000;

/** How a file is sent. */
export interface SendingOptions {
  /** Told how much has gone, as often as the browser knows. */
  readonly onProgress: (sentBytes: number) => void;
  /** Ends the sending. */
  readonly signal: AbortSignal;
}

/**
 * Sends a file as it is to an endpoint that takes one. By the older of the browser's two ways to send, since only that
 * one tells how far it is.
 *
 * @throws as `call` does; `Unreachable` too when the signal ends it
 */
export async function sendBytes<E extends Endpoint>(
  endpoint: E,
  address: {
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
  },
  content: Blob,
  options: SendingOptions,
): Promise<ResponseOf<E>> {
  const { status, text } = await send(
    endpoint.method,
    addressOf(endpoint.path, address.params, address.query),
    content,
    options,
  );
  const json = jsonOf(status, text);
  if (status < 200 || status > 299) throw errorOf(status, json);
  const read = readReply(endpoint, json);
  if (read?.success !== true) throw new UnexpectedReply(status, read?.error);
  return read.data;
}

function send(
  method: string,
  address: string,
  content: Blob,
  { onProgress, signal }: SendingOptions,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      request.abort();
    };
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENT_WITHIN_MS);
    };
    const fail = (): void => {
      reject(new Unreachable(signal.aborted ? signal.reason : 'The file did not get through.'));
    };
    request.open(method, address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, value] of Object.entries(accountHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => {
      listen();
      onProgress(loaded);
    });
    request.addEventListener('load', () => {
      resolve({ status: request.status, text: request.responseText });
    });
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.addEventListener('loadend', () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    });
    signal.addEventListener('abort', stop);
    listen();
    request.send(content);
  });
}

function jsonOf(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnexpectedReply(status, error);
  }
}
