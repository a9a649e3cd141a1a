import { QueryError, type ParameterProblem } from '../query.error';

const FOUND_CHARACTERS_MAX = 100;
// Fifteen digits and more, however spaced, may be a NIP: only their count is shown. A position has exactly twenty.
const LONG_NUMBER = /\d(?:[ .-]?\d){14,}/g;

/** What stood in a parameter, fit to be shown: cut to a bound, a number that may be a NIP as its count of digits. */
export const shown = (text: string): string => {
  const masked = text.replace(LONG_NUMBER, (number) => {
    const digits = number.replace(/\D/g, '').length;
    return digits === 20 && number.length === 20 ? number : `${digits} digits`;
  });
  return masked.length > FOUND_CHARACTERS_MAX ? `${masked.slice(0, FOUND_CHARACTERS_MAX)}…` : masked;
};

/** Gathers all that is wrong with a question, so that it is refused once, for everything. */
export class Problems {
  private readonly found: ParameterProblem[] = [];

  add(parameter: string, found: string, expected: string): void {
    this.found.push({ parameter: shown(parameter), found: shown(found), expected });
  }

  addAll(problems: readonly ParameterProblem[]): void {
    for (const { parameter, found, expected } of problems) this.add(parameter, found, expected);
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  /** @throws QueryError `wrong-parameter` with all that was gathered */
  refuseIfAny(): void {
    if (this.found.length === 0) return;
    const names = [...new Set(this.found.map(({ parameter }) => parameter))].join(', ');
    throw new QueryError('wrong-parameter', `The question cannot be answered as asked: see ${names}.`, this.found);
  }
}
