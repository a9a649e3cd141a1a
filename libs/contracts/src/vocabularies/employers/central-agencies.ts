// Ministries and agencies as they stood in 2020; BKN counts them in one bucket, `Instansi Pusat`. Short names are ours.
/** `short name|Indonesian|English|other spellings, comma-separated`; the code is `pusat.<short name>`. */
export const centralAgencies2020 = `
  kemendikbud|Kementerian Pendidikan dan Kebudayaan|Ministry of Education and Culture|Kemdikbud
  kemenag|Kementerian Agama|Ministry of Religious Affairs|Depag
  kemenkes|Kementerian Kesehatan|Ministry of Health|Depkes
  kemendagri|Kementerian Dalam Negeri|Ministry of Home Affairs|Depdagri
  kemenkumham|Kementerian Hukum dan Hak Asasi Manusia|Ministry of Law and Human Rights|Kementerian Hukum dan HAM
  kemenhub|Kementerian Perhubungan|Ministry of Transportation|Dephub
  pupr|Kementerian Pekerjaan Umum dan Perumahan Rakyat|Ministry of Public Works and Housing|Kemen PUPR,Kementerian PUPR
  kementan|Kementerian Pertanian|Ministry of Agriculture|Deptan
  kemenkeu|Kementerian Keuangan|Ministry of Finance|Depkeu
  kemensos|Kementerian Sosial|Ministry of Social Affairs|Depsos
  kemnaker|Kementerian Ketenagakerjaan|Ministry of Manpower|Kemenaker
  klhk|Kementerian Lingkungan Hidup dan Kehutanan|Ministry of Environment and Forestry|Kemen LHK,Kementerian LHK
  kkp|Kementerian Kelautan dan Perikanan|Ministry of Marine Affairs and Fisheries|
  esdm|Kementerian Energi dan Sumber Daya Mineral|Ministry of Energy and Mineral Resources|Kemen ESDM,Kementerian ESDM
  kemenperin|Kementerian Perindustrian|Ministry of Industry|
  kemendag|Kementerian Perdagangan|Ministry of Trade|
  kemenkop-ukm|Kementerian Koperasi dan Usaha Kecil dan Menengah|Ministry of Cooperatives and Small and Medium Enterprises|Kemenkop UKM
  kemendes|Kementerian Desa, Pembangunan Daerah Tertinggal dan Transmigrasi|Ministry of Villages|Kemendes PDTT
  kominfo|Kementerian Komunikasi dan Informatika|Ministry of Communication and Informatics|Kemkominfo,Kemenkominfo
  kemenpan-rb|Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi|Ministry of Administrative Reform|MenPANRB,PANRB
  kemlu|Kementerian Luar Negeri|Ministry of Foreign Affairs|Kemenlu
  kemhan|Kementerian Pertahanan|Ministry of Defence|Kemenhan
  kemen-bumn|Kementerian Badan Usaha Milik Negara|Ministry of State-Owned Enterprises|BUMN
  kemenpora|Kementerian Pemuda dan Olahraga|Ministry of Youth and Sports|
  kemenparekraf|Kementerian Pariwisata dan Ekonomi Kreatif|Ministry of Tourism and Creative Economy|
  kemenristek|Kementerian Riset dan Teknologi|Ministry of Research and Technology|Kemenristek BRIN
  kemen-pppa|Kementerian Pemberdayaan Perempuan dan Perlindungan Anak|Ministry of Women and Children|KPPPA
  bappenas|Kementerian Perencanaan Pembangunan Nasional|Ministry of National Development Planning|Kementerian PPN
  bpn|Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional|Ministry of Agrarian Affairs and National Land Agency|ATR BPN,Kemen ATR
  setneg|Kementerian Sekretariat Negara|Ministry of State Secretariat|Kemensetneg
  mahkamah-agung|Mahkamah Agung|Supreme Court|MA
  kejaksaan|Kejaksaan Agung|Attorney General's Office|Kejagung,Kejaksaan Republik Indonesia
  polri-pns|Kepolisian Negara (pegawai negeri sipil)|National Police (civil servants)|PNS Polri
  bps|Badan Pusat Statistik|Statistics Indonesia|
  bkkbn|Badan Kependudukan dan Keluarga Berencana Nasional|National Population and Family Planning Board|
  bkn|Badan Kepegawaian Negara|National Civil Service Agency|
  lan|Lembaga Administrasi Negara|National Institute of Public Administration|
  bpkp|Badan Pengawasan Keuangan dan Pembangunan|Financial and Development Supervisory Agency|
  bpk|Badan Pemeriksa Keuangan|Audit Board|
  bpom|Badan Pengawas Obat dan Makanan|Food and Drug Authority|Badan POM
  bmkg|Badan Meteorologi, Klimatologi, dan Geofisika|Agency for Meteorology, Climatology and Geophysics|
  bnpb|Badan Nasional Penanggulangan Bencana|National Disaster Management Authority|
  bnn|Badan Narkotika Nasional|National Narcotics Board|
  basarnas|Badan Nasional Pencarian dan Pertolongan|National Search and Rescue Agency|
  lipi|Lembaga Ilmu Pengetahuan Indonesia|Indonesian Institute of Sciences|
  kpu|Komisi Pemilihan Umum|General Elections Commission|
  bawaslu|Badan Pengawas Pemilihan Umum|General Election Supervisory Agency|
  rri|Lembaga Penyiaran Publik Radio Republik Indonesia|Radio of the Republic of Indonesia|LPP RRI
`;
