/**
 * Loaded before the built server (`node --import`): its clock goes as usual, but can be set ahead from the test that started it,
 * so that a workshop of 90 minutes takes no 90 minutes. Timers of the process are left alone: only what time it is moves.
 */
const rightNow = Date.now.bind(Date);
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);

Date.now = () => rightNow() + aheadMs;

process.on('message', (message) => {
  if (typeof message?.aheadMs !== 'number') return;
  aheadMs = message.aheadMs;
  process.send?.({ aheadMs });
});
// The test's line must not keep a server alive that wants to stop.
process.channel?.unref();
