/** What some work took, in microseconds; CPU of all threads of the process. */
export interface Cost {
  readonly cpuUs: number;
  readonly wallUs: number;
}

export const noCost: Cost = { cpuUs: 0, wallUs: 0 };

export const costOf = async (work: () => Promise<unknown> | unknown): Promise<Cost> => {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuUs: user + system, wallUs: (performance.now() - wall) * 1000 };
};

export const each = ({ cpuUs, wallUs }: Cost, count: number): Cost => ({ cpuUs: cpuUs / count, wallUs: wallUs / count });

/** Largest resident memory of this process so far, in MB. */
export const residentMbMax = (): number => process.resourceUsage().maxRSS / 1024;
