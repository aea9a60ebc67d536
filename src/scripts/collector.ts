import type { Edit, Finding, FindingArgs, RuleName, Severity } from './finding';

/** At most this many findings of one rule are told one by one. */
const limit = 100;

/** Gathers the findings of one check: keeps them in order and keeps a flood of one rule from hiding the others. */
export class Collector {
  private readonly findings: Finding[] = [];
  private readonly counts = new Map<RuleName, number>();
  private readonly firstOmitted = new Map<RuleName, Finding>();

  /** True when a further finding of the rule would only be counted. */
  isFull(rule: RuleName): boolean {
    return (this.counts.get(rule) ?? 0) > limit;
  }

  /** Counts findings without their details; only for a rule that is full. */
  count(rule: RuleName, times = 1): void {
    this.counts.set(rule, (this.counts.get(rule) ?? 0) + times);
  }

  report(
    rule: RuleName,
    severity: Severity,
    start: number,
    end: number,
    args: FindingArgs = {},
    edits?: readonly Edit[],
  ): void {
    this.add({ rule, severity, start, end, args, ...(edits && { fix: { edits } }) });
  }

  add(finding: Finding): void {
    this.count(finding.rule);
    const count = this.counts.get(finding.rule) ?? 0;
    if (count <= limit) this.findings.push(finding);
    else if (count === limit + 1) this.firstOmitted.set(finding.rule, finding);
  }

  /** The findings by place; what was left out of a rule is told once, at the first place left out. */
  finish(): Finding[] {
    for (const [rule, { severity, start, end }] of this.firstOmitted) {
      const count = (this.counts.get(rule) ?? 0) - limit;
      this.findings.push({ rule: 'more', severity, start, end, args: { rule, count } });
    }
    return this.findings.sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
  }
}
