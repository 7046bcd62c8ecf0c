// Loaded into every server under measurement with --import: SIGUSR2 collects garbage, so that memory can be compared.
process.on('SIGUSR2', () => globalThis.gc?.());
