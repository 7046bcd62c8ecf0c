/** One request to a server under test, with its answer read. */

export interface ApiCall {
  /** for `Authorization: Bearer` */
  readonly secret?: string;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** parsed JSON; undefined where the answer has none */
  readonly body: T;
  /** code of the error, where it is one */
  readonly code: string | undefined;
}

export async function callApi<T = unknown>(
  server: { readonly origin: string },
  method: string,
  path: string,
  call: ApiCall = {},
): Promise<ApiAnswer<T>> {
  const headers: Record<string, string> = { ...call.headers };
  if (call.secret !== undefined) headers['authorization'] = `Bearer ${call.secret}`;
  if (call.json !== undefined) headers['content-type'] = 'application/json';
  const body =
    call.json === undefined
      ? call.bytes === undefined
        ? null
        : Uint8Array.from(call.bytes)
      : JSON.stringify(call.json);
  const response = await fetch(server.origin + path, { method, headers, body });
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const read = (isJson ? await response.json() : await response.arrayBuffer()) as { error?: { code: string } };
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? read : undefined) as T,
    code: isJson ? read.error?.code : undefined,
  };
}
