/** The places of the rules on commands. What a command does may depend on what surrounds it, so places wait. */
import type { Place, Rule } from '../rule';

/** More places of one rule are not gathered; only a flood has them. */
const most = 2000;

/** The places of one rule, each with the number of its command. */
export class Gathered {
  readonly places: Place[] = [];
  private readonly indices: number[] = [];
  /** How many places the only one of a rule stands for that is told once. */
  private times = 0;

  constructor(readonly rule: Rule) {}

  get isFull(): boolean {
    return this.places.length >= most;
  }

  /** `index` is not below that of the place before. */
  add(index: number, place: Place): void {
    this.times += place.times ?? 1;
    if (this.rule.isToldOnce && this.places.length > 0) return;
    this.places.push(place);
    this.indices.push(index);
  }

  told(): readonly Place[] {
    return this.rule.isToldOnce ? this.places.map((place) => ({ ...place, times: this.times })) : this.places;
  }

  /** Takes back the places of a command and of all after it. */
  takeBack(since: number): void {
    while ((this.indices.at(-1) ?? -1) >= since) {
      this.places.pop();
      this.indices.pop();
    }
    if (this.places.length === 0) this.times = 0;
  }
}
