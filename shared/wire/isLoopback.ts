/** Whether a host name or address leads nowhere but to the machine on which it is asked for. IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  // the addresses to listen on, which some systems take as "this machine" when they are asked for
  if (['::1', '::', '0.0.0.0'].includes(name)) return true;
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(name) || /^::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}$/.test(name);
}
