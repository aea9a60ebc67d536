/** Dates as NCP writes them: `2017-12-01T14:36:40+0900`, with an offset that ECMAScript does not promise to read. */

/** Milliseconds since the epoch; undefined for what is no date. */
export function momentOf(date: string): number | undefined {
  const moment = Date.parse(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(moment) ? undefined : moment;
}
