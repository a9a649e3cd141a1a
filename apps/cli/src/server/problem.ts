import { say } from '../words';

interface ProblemDocument {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly parameter?: string; readonly pointer?: string; readonly found?: string; readonly expected?: string }[];
}

/** What a server's refusal says, on one line. */
export const problemOf = (status: number, body: string): string => {
  const { title, detail, errors = [] } = read(body);
  const told = [title, detail, ...errors.map(({ parameter, pointer, found, expected }) => `${parameter ?? pointer ?? ''}: ${found ?? '?'} → ${expected ?? '?'}`)];
  return `${say(`server menolak (${status})`, `the server refused (${status})`)}: ${told.filter((each) => each !== undefined && each !== '').join('; ') || '?'}`;
};

const read = (body: string): ProblemDocument => {
  try {
    return JSON.parse(body) as ProblemDocument;
  } catch {
    return {};
  }
};
