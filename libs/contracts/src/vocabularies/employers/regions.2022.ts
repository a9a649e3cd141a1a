// What the split of Papua changed in 2022: four provinces were made (UU 14, 15 and 16/2022 of 25 July, UU 29/2022 of 8 December) and
// the 26 regions in them got new codes. All other codes are the same in both editions.
/** New provinces: `code|name|first day`. */
export const newProvinces2022 = `
  93|Papua Selatan|2022-07-25
  94|Papua Tengah|2022-07-25
  95|Papua Pegunungan|2022-07-25
  96|Papua Barat Daya|2022-12-08
`;

/** Codes that changed: `2019>2022`. */
export const codeChanges2022 = `
  91.01>93.01 91.02>95.01 91.04>94.01 91.07>94.02 91.08>94.03 91.09>94.04 91.12>95.02 91.13>95.03 91.14>95.04 91.16>93.02
  91.17>93.03 91.18>93.04 91.21>95.05 91.22>95.06 91.23>95.07 91.24>95.08 91.25>94.05 91.26>94.06 91.27>94.07 91.28>94.08
  92.01>96.01 92.04>96.02 92.05>96.03 92.09>96.04 92.10>96.05 92.71>96.71
`;
