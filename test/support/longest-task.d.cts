export function longestTask(run: () => Promise<void>): Promise<number>;
