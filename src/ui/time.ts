/** Times as people read them. All arguments are milliseconds. */
import * as vscode from 'vscode';
import { momentOf } from '../servers/date';

/** The time of day in the editor's language, `10:41`, with its date when that is not the one of `now`. */
export function clock(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(vscode.env.language, {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

/** A date of NCP's as people read it, in their language and the time zone of this computer; what is no date as given. */
export function dateWords(date: string): string {
  const moment = momentOf(date);
  if (moment === undefined) return date;
  return new Intl.DateTimeFormat(vscode.env.language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(moment);
}

/** How long something takes so far: `00:42`, `61:05`. */
export function elapsed(duration: number): string {
  const seconds = Math.max(0, Math.floor(duration / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
