/**
 * Loaded before the built server (`node --import`): its clocks go as usual, but can be set ahead from the test that started it,
 * so that a workshop of 90 minutes takes no 90 minutes. Time passes, so the wall clock and the elapsed time move together; timers
 * of the process are left alone.
 */
const rightNow = Date.now.bind(Date);
const rightElapsed = performance.now.bind(performance);
let aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);

Date.now = () => rightNow() + aheadMs;
performance.now = () => rightElapsed() + aheadMs;

process.on('message', (message) => {
  if (typeof message?.aheadMs !== 'number') return;
  aheadMs = message.aheadMs;
  process.send?.({ aheadMs });
});
// The test's line must not keep a server alive that wants to stop.
process.channel?.unref();
