// The command line of the recorder.
const argv = process.argv.slice(2);

export const flag = (name) => argv.includes(`--${name}`);
export const opt = (name, otherwise) => {
  const i = argv.indexOf(`--${name}`);
  return i >= 0 && i + 1 < argv.length ? argv[i + 1] : otherwise;
};
/** The two values after a name. */
export const pair = (name) => argv.slice(argv.indexOf(`--${name}`) + 1).slice(0, 2);
