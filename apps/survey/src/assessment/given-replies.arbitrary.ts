/** What the server answers. */
export interface GivenReply {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * Answers in the server's place, one request after the other; whatever is asked after that fails.
 *
 * @returns what puts the server back in its place
 */
export function givenReplies(...replies: readonly GivenReply[]): () => void {
  const before = globalThis.fetch;
  const left = [...replies];
  globalThis.fetch = () => {
    const { status, body } = left.shift() ?? { status: 500 };
    return Promise.resolve({
      ...{ ok: status < 400, status, headers: new Headers() },
      json: () => Promise.resolve(body),
      text: () => Promise.resolve(JSON.stringify(body)),
    } as Response);
  };
  return () => {
    globalThis.fetch = before;
  };
}
