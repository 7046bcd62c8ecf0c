/**
 * At which addresses others can open the server, as far as it can know by itself. What stands in front of it (a proxy, a
 * container's host) it cannot see; then it names what the operator has to say.
 */
import type { AddressInfo } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { Reach } from '#shared/wire/http.ts';
import { isLoopback } from '#shared/wire/isLoopback.ts';
import type { Environment } from './environment.ts';

/** As `os.networkInterfaces()` gives them. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks between this machine and what runs on it, or of one person's own; seldom the one that the room is in. */
const seldomShared = /^(docker|br-|veth|vethernet|virbr|vmnet|vboxnet|lxc|cni|podman|utun|tun|tap|wg|zt|tailscale)/i;

export function reachOf(
  environment: Pick<Environment, 'publicOrigins' | 'trustedProxies' | 'inContainer'>,
  listening: Pick<AddressInfo, 'address' | 'port'>,
  interfaces: Interfaces,
): Reach {
  const { publicOrigins, trustedProxies, inContainer } = environment;
  if (publicOrigins.length > 0) {
    const origins = publicOrigins.filter((origin) => !isLoopback(new URL(origin).hostname));
    return { origins, lacking: origins.length === 0 ? 'publicOrigin' : null };
  }
  if (trustedProxies > 0) return { origins: [], lacking: 'proxy' };
  if (inContainer) return { origins: [], lacking: 'container' };
  const { address, port } = listening;
  const isAny = address === '::' || address === '0.0.0.0';
  if (!isAny && isLoopback(address)) return { origins: [], lacking: 'host' };
  const addresses = isAny ? addressesOf(interfaces, address === '::') : [address];
  const origins = addresses.map((one) => new URL(`http://${one.includes(':') ? `[${one}]` : one}:${port}`).origin);
  return { origins, lacking: origins.length === 0 ? 'network' : null };
}

/** IPv4 first, which is easier to read and to type; networks that seldom lead to others last. */
function addressesOf(interfaces: Interfaces, withIpv6: boolean): string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal, family, address }) => !internal && !isLinkLocal(address) && (withIpv6 || family === 'IPv4'))
      .map(({ address, family }) => ({
        address,
        rank: (seldomShared.test(name) ? 2 : 0) + (family === 'IPv4' ? 0 : 1),
      })),
  );
  return [...new Set(found.toSorted((a, b) => a.rank - b.rank).map(({ address }) => address))];
}

/** A machine gives these to itself; browsers cannot open those of IPv6, and those of IPv4 mean that there is no network. */
function isLinkLocal(address: string): boolean {
  return /^(169\.254\.|fe[89ab][0-9a-f]:)/i.test(address);
}

const lackingWords: Readonly<Record<NonNullable<Reach['lacking']>, string>> = {
  host: 'Only this machine can open it: that is what HOST says. Start it without HOST to let others in.',
  network: 'Only this machine can open it: it is in no network just now.',
  publicOrigin: 'Others cannot open it: PUBLIC_ORIGIN names this machine only. Set it to the address that people open.',
  proxy: 'Others open it at the address of the proxy; set PUBLIC_ORIGIN to it, so that links begin with it.',
  container:
    "Others open it at the address of the container's machine; set PUBLIC_ORIGIN to it, so that links begin with it.",
};

/** What the server says at its start, a line each. */
export function readyLines(
  environment: Pick<Environment, 'publicOrigins'>,
  listening: Pick<AddressInfo, 'address' | 'port'>,
  reach: Reach,
): readonly string[] {
  const { address, port } = listening;
  const here = ['::', '0.0.0.0'].includes(address) ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  const first = environment.publicOrigins[0] ?? `http://${here}:${port}`;
  const others = reach.origins.filter((origin) => origin !== first);
  const ready = `Roundtable is ready at ${first}`;
  if (reach.lacking !== null) return [ready, lackingWords[reach.lacking]];
  return others.length === 0 ? [ready] : [ready, 'Others in this network open:', ...others.map((one) => `  ${one}`)];
}
