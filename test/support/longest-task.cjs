// How long a process held its own event loop, for tests and benches inside the extension host.
const { readFileSync } = require('node:fs');

/**
 * The longest task while `run` runs, in ms: the time between two looks, as far as this thread really worked in it, so
 * that a busy machine does not count against us.
 */
exports.longestTask = async (run) => {
  let longest = 0;
  let clock = performance.now();
  let worked = threadTime();
  const look = () => {
    const passed = performance.now() - clock;
    longest = Math.max(longest, Math.min(passed, threadTime() - worked));
    clock = performance.now();
    worked = threadTime();
  };
  const timer = setInterval(look, 1);
  try {
    await run();
    look();
  } finally {
    clearInterval(timer);
  }
  return longest;
};

/** Milliseconds that the main thread has run on a processor. */
function threadTime() {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}
