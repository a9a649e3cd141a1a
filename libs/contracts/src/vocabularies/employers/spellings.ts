// Names that letters and newspapers use beside the official ones. Case, spaces and punctuation need no row: they are ignored anyway.
// A spelling stands for the region of its code of 2019; `yogyakarta` is the province as well as the kota, so alone it is ambiguous.
/** `code of 2019|spelling, spelling`. */
export const spellings = `
  12|Sumut, Sumatra Utara
  13|Sumbar, Sumatra Barat
  16|Sumsel, Sumatra Selatan
  19|Bangka Belitung, Babel
  21|Kepri
  31|Jakarta, DKI, Daerah Khusus Ibukota Jakarta
  32|Jabar
  33|Jateng
  34|DIY, DI Yogyakarta, Yogyakarta
  35|Jatim
  52|NTB
  53|NTT
  61|Kalbar
  62|Kalteng
  63|Kalsel
  64|Kaltim
  65|Kaltara
  71|Sulut
  72|Sulteng
  73|Sulsel
  74|Sultra
  76|Sulbar
  82|Malut
  12.01|Tapteng; 12.02|Taput; 12.03|Tapsel; 12.12|Toba Samosir, Tobasa; 12.13|Madina; 12.16|Humbahas; 12.18|Sergai
  12.20|Paluta; 12.22|Labusel; 12.23|Labura; 12.72|Siantar; 12.77|Padangsidimpuan, Sidempuan
  13.03|Sawahlunto Sijunjung; 13.07|Limapuluhkota, Limapuluh, 50 Kota; 13.09|Mentawai; 13.12|Pasbar
  14.02|Inhu; 14.04|Inhil; 14.06|Rohul; 14.07|Rohil; 14.09|Kuansing; 14.10|Meranti
  15.06|Tanjabbar; 15.07|Tanjabtim; 16.01|OKU; 16.02|OKI; 16.06|Muba; 16.08|OKU Timur; 16.09|OKU Selatan; 16.12|PALI
  16.13|Muratara; 18.05|Tulangbawang; 18.12|Tubaba; 21.05|Anambas; 31.01|Pulau Seribu
  32.17|KBB; 33.72|Solo; 36.74|Tangsel; 53.02|TTS; 53.03|TTU; 53.18|SBD
  62.01|Kobar; 62.02|Kotim; 63.06|HSS; 63.07|HST; 63.08|HSU; 64.02|Kukar; 64.07|Kubar; 64.08|Kutim; 64.09|PPU; 64.11|Mahulu
  71.01|Bolmong; 71.03|Sangihe; 71.04|Talaud; 71.08|Bolmut; 71.09|Sitaro; 71.10|Boltim; 71.11|Bolsel
  72.07|Bangkep; 72.08|Parimo; 72.09|Touna; 72.11|Balut
  73.01|Selayar; 73.02|Bulukamba; 73.10|Pangkep, Pangkajene Kepulauan; 73.14|Sidrap; 73.22|Lutra; 73.24|Lutim
  74.05|Konsel; 74.08|Kolut; 74.09|Konut; 74.10|Butur; 74.11|Koltim; 74.12|Konkep; 74.13|Mubar; 74.14|Buteng; 74.15|Busel
  76.01|Mamuju Utara, Matra; 76.04|Polman, Polewali Mamasa; 76.06|Mateng
  81.03|Maluku Tenggara Barat, Tanimbar; 81.07|Aru; 81.08|MBD; 82.05|Sula; 82.06|Haltim; 82.07|Morotai; 82.08|Taliabu
  82.72|Tidore; 91.05|Yapen, Yapen Waropen; 91.06|Biak; 91.12|Pegubin; 91.16|Boven Digul, Bovendigul; 92.06|Bintuni; 92.07|Wondama
`;
