/** Browsers let 64 KiB of all that is under way outlive its page; some count addresses and headers, too. */
const KEPT_ALIVE_BYTES = 50_000;

/** Of what is under way and is to outlive the page. */
let bytesUnderWay = 0;

/** Fetches so that the request outlives its page, unless it is too much for that. */
export async function fetchKeptAlive(
  address: string,
  request: RequestInit & { readonly body?: string },
): Promise<Response> {
  const bytes = new TextEncoder().encode(request.body ?? '').length;
  if (bytesUnderWay + bytes > KEPT_ALIVE_BYTES) return fetch(address, request);
  bytesUnderWay += bytes;
  try {
    return await fetch(address, { ...request, keepalive: true });
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    // A browser that finds it too much says the same as one without a network.
    return await fetch(address, request);
  } finally {
    bytesUnderWay -= bytes;
  }
}
