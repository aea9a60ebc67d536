/** Dates as NCP writes them: `2017-12-01T14:36:40+0900`, with an offset that ECMAScript does not promise to read. */

/** How far the clock of this computer and a date of NCP's may be apart, in milliseconds. */
const clockTolerance = 60 * 60_000;

/** Milliseconds since the epoch; undefined for what is no date. */
export function momentOf(date: string): number | undefined {
  const moment = Date.parse(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(moment) ? undefined : moment;
}

/**
 * Whether what was created at that date may come from a request of the moment `askedAt`, milliseconds since the epoch.
 * Only a coarse check, since clocks differ; what is no date speaks against nothing.
 */
export function mayComeFrom(createDate: string, askedAt: number): boolean {
  const createdAt = momentOf(createDate);
  return createdAt === undefined || createdAt > askedAt - clockTolerance;
}
