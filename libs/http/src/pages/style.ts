/** The one style sheet of the pages that the server makes itself. */
export const styleSheet = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { line-height: 1.2; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.92em; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; border-radius: 0.3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
section { margin: 2rem 0; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; }
.en { color: #777; }
.method { display: inline-block; min-width: 3.5rem; font-weight: 700; }
.synthetic { border-left: 0.3rem solid #c60; padding-left: 0.75rem; }
`;
