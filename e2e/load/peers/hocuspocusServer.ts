/** Hocuspocus in memory, without any hook. Arguments: the module's address, port. */
const [address = '', port = '0'] = process.argv.slice(2);

interface HocuspocusModule {
  readonly Server: new (configuration: object) => { listen(): Promise<unknown> };
}

export async function serve(): Promise<void> {
  const { Server } = (await import(address)) as HocuspocusModule;
  await new Server({ port: Number(port), address: '127.0.0.1', quiet: true, stopOnSignals: false }).listen();
}

await serve();
