// Provinces whose English name is not the Indonesian one.
export const provinceNamesInEnglish: ReadonlyMap<string, string> = new Map([
  ['12', 'North Sumatra'], ['13', 'West Sumatra'], ['16', 'South Sumatra'], ['19', 'Bangka Belitung Islands'], ['21', 'Riau Islands'],
  ['31', 'Jakarta Special Capital Region'], ['32', 'West Java'], ['33', 'Central Java'], ['34', 'Yogyakarta Special Region'],
  ['35', 'East Java'], ['52', 'West Nusa Tenggara'], ['53', 'East Nusa Tenggara'], ['61', 'West Kalimantan'], ['62', 'Central Kalimantan'],
  ['63', 'South Kalimantan'], ['64', 'East Kalimantan'], ['65', 'North Kalimantan'], ['71', 'North Sulawesi'], ['72', 'Central Sulawesi'],
  ['73', 'South Sulawesi'], ['74', 'Southeast Sulawesi'], ['76', 'West Sulawesi'], ['82', 'North Maluku'], ['92', 'West Papua'],
  ['93', 'South Papua'], ['94', 'Central Papua'], ['95', 'Highland Papua'], ['96', 'Southwest Papua'],
]);
