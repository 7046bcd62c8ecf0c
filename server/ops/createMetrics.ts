/** The numbers of `GET /metrics`: what the relay counts (its Meter), what HTTP refuses, and how the process is. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { counters, histograms } from '#server/relay/Meter.ts';
import type { CounterName, HistogramName, Meter } from '#server/relay/Meter.ts';
import type { RelayGauges } from '#server/relay/Relay.ts';

export interface Metrics {
  readonly meter: Meter;
  countRefusal(code: string): void;
  countSocketRefusal(reason: string): void;
  /** From then on the gauges are read from here. */
  watch(read: () => RelayGauges): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const buckets = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counts = new Map<CounterName, Counter<'code'>>();
  for (const [name, help] of entries(counters)) {
    counts.set(name, new Counter({ name: `roundtable_${snake(name)}_total`, help, labelNames: ['code'], registers }));
  }
  const observed = new Map<HistogramName, Histogram>();
  for (const [name, help] of entries(histograms)) {
    observed.set(name, new Histogram({ name: `roundtable_${snake(name)}`, help, buckets, registers }));
  }
  const refusals = new Counter({
    name: 'roundtable_http_refusals_total',
    help: 'Requests refused, by code',
    labelNames: ['code'],
    registers,
  });
  const sockets = new Counter({
    name: 'roundtable_sockets_refused_total',
    help: 'Sockets refused at the door, by reason',
    labelNames: ['code'],
    registers,
  });
  return {
    meter: {
      count: (name, by = 1, label) =>
        label === undefined ? counts.get(name)?.inc(by) : counts.get(name)?.inc({ code: label }, by),
      observe: (name, value) => observed.get(name)?.observe(value),
    },
    countRefusal: (code) => refusals.inc({ code }),
    countSocketRefusal: (code) => sockets.inc({ code }),
    watch: (read) => addGauges(registry, read),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const gaugeHelp: Readonly<Record<keyof RelayGauges, string>> = {
  rooms: 'Boards in memory',
  connections: 'Open connections',
  readOnlyRooms: 'Boards that take no edits because the disk is full or the document too large',
  queuedBytes: 'Bytes of document messages that wait for a tick',
};

function addGauges(registry: Registry, read: () => RelayGauges): void {
  for (const [name, help] of entries(gaugeHelp)) {
    const gauge: Gauge = new Gauge({
      name: `roundtable_${snake(name)}`,
      help,
      registers: [registry],
      collect: () => gauge.set(read()[name]),
    });
  }
}

function entries<K extends string>(record: Readonly<Record<K, string>>): Array<[K, string]> {
  return Object.entries(record) as Array<[K, string]>;
}

/** messagesIn -> messages_in, applyMs -> apply_ms */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
