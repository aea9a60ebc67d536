import type { Finding } from './finding';
import { figure, type Place, type Rule } from './rule';

/** At most this many findings of one rule are told one by one. */
const limit = 100;

/** Stands for the findings of a rule that were left out. */
export const more: Rule<{ rule: string; count: number }> = {
  id: 'more',
  severity: 'information',
  what: {
    en: ({ count }) => (count === 1 ? 'There is one more such place.' : `There are ${figure(count)} more such places.`),
    ko: ({ count }) => `같은 문제가 ${figure(count)}건 더 있습니다.`,
  },
  why: { en: 'Only the first 100 places are shown.', ko: '처음 100건만 표시합니다.' },
};

/** Gathers the findings of one check: keeps them in order and keeps a flood of one rule from hiding the others. */
export class Collector {
  private readonly findings: Finding[] = [];
  private readonly counts = new Map<Rule, number>();
  private readonly firstOmitted = new Map<Rule, Place>();

  add(rule: Rule, place: Place): void {
    const count = this.counts.get(rule) ?? 0;
    this.counts.set(rule, count + (place.times ?? 1));
    if (count < limit) this.findings.push(findingOf(rule, place));
    else if (count === limit) this.firstOmitted.set(rule, place);
  }

  /** The findings by place; what was left out of a rule is told once, at the first place left out. */
  finish(): Finding[] {
    for (const [rule, { start, end, severity = rule.severity }] of this.firstOmitted) {
      const count = (this.counts.get(rule) ?? 0) - limit;
      this.findings.push(findingOf(more, { start, end, severity, args: { rule: rule.id, count } }));
    }
    return this.findings.sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
  }
}

function findingOf({ id, severity }: Rule, place: Place): Finding {
  const { start, end, args, edits } = place;
  return { rule: id, severity: place.severity ?? severity, start, end, args, ...(edits && { fix: { edits } }) };
}
