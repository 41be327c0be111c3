"""Places a story is filed from: Indonesia's provinces, regencies and cities, and the capitals of its news abroad."""

from __future__ import annotations

_PROVINCES = """
aceh, sumatera utara, sumut, sumatera barat, sumbar, riau, kepulauan riau, kepri, jambi, bengkulu, sumatera
selatan, sumsel, bangka belitung, kepulauan bangka belitung, babel, lampung, banten, dki jakarta, jawa
barat, jabar, jawa tengah, jateng, di yogyakarta, diy, jawa timur, jatim, bali, nusa tenggara barat, ntb,
nusa tenggara timur, ntt, kalimantan barat, kalbar, kalimantan tengah, kalteng, kalimantan selatan, kalsel,
kalimantan timur, kaltim, kalimantan utara, kaltara, sulawesi utara, sulut, gorontalo, sulawesi tengah,
sulteng, sulawesi barat, sulbar, sulawesi selatan, sulsel, sulawesi tenggara, sultra, maluku, maluku utara,
malut, papua, papua barat, papua selatan, papua tengah, papua pegunungan, papua barat daya, kalimantan,
sumatera, sulawesi, jawa
"""

_KALIMANTAN = """
pontianak, singkawang, sambas, bengkayang, landak, mempawah, sanggau, sekadau, sintang, melawi, kapuas hulu,
ketapang, kayong utara, kubu raya, ngabang, nanga pinoh, putussibau, sukadana, sungai raya, sungai ambawang,
entikong, balai karangan, tebas, pemangkat, jungkat, siantan, rasau jaya, sungai kakap, sungai pinyuh,
anjongan, semitau, badau, kendawangan, sandai, tayan, meliau, sosok, kembayan, jagoi babang, aruk, sajingan,
sajingan besar, teluk keramat, selakau, nanga taman, belitang, nanga mahap, sepauk, tempunak, kelam permai,
dedai, serawai, ambalau, teluk batang, simpang hilir, pulau maya, tumbang titi, nanga tayap, marau, mandor,
menjalin, toho, segedong, batu ampar, kubu, terentang, palangka raya, palangkaraya, sampit, pangkalan bun,
kuala kapuas, kapuas, kasongan, katingan, muara teweh, barito utara, barito selatan, barito timur, buntok,
tamiang layang, puruk cahu, murung raya, kuala kurun, gunung mas, pulang pisau, seruyan, kuala pembuang,
sukamara, nanga bulik, lamandau, kotawaringin barat, kotawaringin timur, kobar, kotim, banjarmasin,
banjarbaru, martapura, banjar, barabai, hulu sungai tengah, hulu sungai selatan, hulu sungai utara,
kandangan, amuntai, rantau, tapin, tanjung, tabalong, paringin, balangan, pelaihari, tanah laut, batulicin,
tanah bumbu, kotabaru, marabahan, barito kuala, samarinda, balikpapan, bontang, tenggarong, kutai
kartanegara, kukar, sangatta, kutai timur, kutim, sendawar, kutai barat, kubar, mahakam ulu, mahulu, tanah
grogot, paser, penajam, penajam paser utara, ppu, berau, tanjung redeb, nusantara, sepaku, tarakan, tanjung
selor, bulungan, nunukan, malinau, tana tidung, sebatik, krayan
"""

_JAVA_BALI_NUSA_TENGGARA = """
jakarta, jakarta pusat, jakarta barat, jakarta timur, jakarta selatan, jakarta utara, kepulauan seribu,
bogor, depok, tangerang, tangerang selatan, tangsel, bekasi, cikarang, serang, cilegon, lebak,
rangkasbitung, pandeglang, bandung, bandung barat, cimahi, sukabumi, cianjur, garut, tasikmalaya, ciamis,
kuningan, cirebon, majalengka, sumedang, indramayu, subang, purwakarta, karawang, banjar, pangandaran,
cibinong, soreang, ngamprah, semarang, solo, surakarta, salatiga, magelang, pekalongan, tegal, cilacap,
banyumas, purwokerto, purbalingga, banjarnegara, kebumen, purworejo, wonosobo, boyolali, klaten, sukoharjo,
wonogiri, karanganyar, sragen, grobogan, purwodadi, blora, rembang, pati, kudus, jepara, demak, temanggung,
kendal, batang, pemalang, brebes, ungaran, yogyakarta, jogja, jogjakarta, sleman, bantul, kulon progo,
gunungkidul, gunung kidul, wonosari, surabaya, malang, batu, kediri, blitar, madiun, mojokerto, pasuruan,
probolinggo, sidoarjo, gresik, lamongan, tuban, bojonegoro, ngawi, magetan, ponorogo, pacitan, trenggalek,
tulungagung, nganjuk, jombang, lumajang, jember, bondowoso, situbondo, banyuwangi, bangkalan, sampang,
pamekasan, sumenep, madura, denpasar, badung, gianyar, tabanan, klungkung, bangli, karangasem, buleleng,
singaraja, jembrana, kuta, ubud, sanur, nusa dua, mangupura, semarapura, amlapura, negara, mataram, lombok
barat, lombok tengah, lombok timur, lombok utara, lombok, mandalika, praya, selong, sumbawa, sumbawa barat,
sumbawa besar, dompu, bima, kupang, atambua, belu, kefamenanu, soe, ende, maumere, sikka, larantuka, flores
timur, flores, lembata, alor, kalabahi, bajawa, ngada, nagekeo, ruteng, manggarai, manggarai barat,
manggarai timur, labuan bajo, sumba timur, sumba barat, waingapu, waikabubak, tambolaka, rote ndao
"""

_SUMATRA = """
banda aceh, lhokseumawe, langsa, sabang, subulussalam, meulaboh, aceh barat, aceh besar, aceh utara, aceh
timur, aceh tengah, aceh selatan, aceh tamiang, aceh singkil, aceh jaya, aceh tenggara, takengon, bireuen,
pidie, pidie jaya, sigli, lhoksukon, idi, tapaktuan, blangkejeren, gayo lues, bener meriah, nagan raya,
simeulue, medan, binjai, pematangsiantar, pematang siantar, tebing tinggi, tebingtinggi, tanjungbalai,
tanjung balai, sibolga, padangsidimpuan, padang sidempuan, gunungsitoli, deli serdang, lubuk pakam, langkat,
stabat, karo, kabanjahe, berastagi, simalungun, asahan, kisaran, batu bara, batubara, labuhanbatu,
rantauprapat, toba, balige, samosir, parapat, humbang hasundutan, tapanuli utara, tapanuli tengah, tapanuli
selatan, tarutung, mandailing natal, panyabungan, madina, nias, nias selatan, dairi, sidikalang, padang,
bukittinggi, payakumbuh, pariaman, padang pariaman, padang panjang, padangpanjang, solok, sawahlunto,
sijunjung, agam, lubuk basung, tanah datar, batusangkar, lima puluh kota, pasaman, pasaman barat, pesisir
selatan, painan, dharmasraya, kepulauan mentawai, mentawai, pekanbaru, dumai, bengkalis, siak, kampar,
bangkinang, pelalawan, pangkalan kerinci, rokan hulu, rokan hilir, bagansiapiapi, indragiri hulu, indragiri
hilir, rengat, tembilahan, kuantan singingi, kuansing, teluk kuantan, kepulauan meranti, meranti,
selatpanjang, batam, tanjungpinang, tanjung pinang, bintan, karimun, lingga, natuna, ranai, anambas, muaro
jambi, batanghari, bungo, muara bungo, tebo, sarolangun, merangin, bangko, kerinci, sungai penuh,
sungaipenuh, tanjung jabung barat, tanjung jabung timur, kuala tungkal, rejang lebong, curup, kepahiang,
lebong, mukomuko, seluma, kaur, manna, palembang, prabumulih, lubuklinggau, lubuk linggau, pagar alam,
pagaralam, ogan ilir, indralaya, ogan komering ilir, oki, kayuagung, ogan komering ulu, oku, oku timur, oku
selatan, baturaja, martapura, muara enim, muaraenim, lahat, empat lawang, musi banyuasin, muba, sekayu,
banyuasin, musi rawas, pali, pangkalpinang, pangkal pinang, bangka, sungailiat, bangka barat, bangka tengah,
bangka selatan, toboali, muntok, koba, belitung, tanjung pandan, tanjungpandan, belitung timur, manggar,
bandar lampung, bandarlampung, metro, lampung selatan, kalianda, lampung tengah, lampung timur, lampung
utara, lampung barat, kotabumi, liwa, pringsewu, tanggamus, pesawaran, tulang bawang, tulangbawang, mesuji,
way kanan, pesisir barat
"""

_EAST = """
makassar, parepare, palopo, gowa, sungguminasa, maros, pangkep, barru, bone, watampone, soppeng, wajo,
sengkang, sidrap, pinrang, enrekang, tana toraja, toraja utara, toraja, rantepao, makale, luwu, luwu utara,
luwu timur, masamba, malili, takalar, jeneponto, bantaeng, bulukumba, sinjai, kepulauan selayar, selayar,
manado, bitung, tomohon, kotamobagu, minahasa, tondano, minahasa utara, minahasa selatan, bolaang mongondow,
bolmong, sangihe, tahuna, sitaro, talaud, melonguane, limboto, bone bolango, pohuwato, boalemo, palu,
donggala, sigi, poso, parigi moutong, parigi, tolitoli, buol, banggai, luwuk, morowali, bungku, tojo
una-una, ampana, mamuju, majene, polewali mandar, polman, mamasa, pasangkayu, kendari, baubau, kolaka,
konawe, unaaha, konawe utara, konawe selatan, bombana, muna, raha, buton, wakatobi, wanci, ambon, tual,
masohi, maluku tengah, seram, namlea, buru, saumlaki, dobo, langgur, ternate, tidore, sofifi, tobelo,
halmahera utara, halmahera selatan, halmahera, labuha, sanana, morotai, jayapura, sentani, merauke, timika,
mimika, nabire, biak, wamena, jayawijaya, manokwari, sorong, fakfak, kaimana, raja ampat, waisai, bintuni,
teluk bintuni, serui, yapen, puncak, puncak jaya, ilaga, intan jaya, sugapa, dekai, yahukimo, oksibil,
keerom, asmat, agats, boven digoel, tanah merah, dogiyai, nduga
"""

_ABROAD = """
kuching, sarawak, sabah, kota kinabalu, miri, sibu, bintulu, tebedu, tawau, kuala lumpur, putrajaya, johor
bahru, penang, sandakan, kota belud, lahad datu, sarikei, kapit, limbang, serian, kota samarahan, mukah, sri
aman, george town, ipoh, shah alam, melaka, kota bharu, singapura, singapore, brunei, bandar seri begawan,
bangkok, manila, hanoi, ho chi minh, phnom penh, vientiane, yangon, naypyidaw, dili, tokyo, osaka, seoul,
pyongyang, beijing, shanghai, hong kong, hongkong, taipei, new delhi, delhi, mumbai, dhaka, islamabad,
karachi, kolombo, colombo, kathmandu, kabul, teheran, tehran, baghdad, riyadh, jeddah, makkah, mekkah,
mekah, madinah, mecca, medina, doha, dubai, abu dhabi, kuwait, manama, muskat, damaskus, damascus, beirut,
amman, yerusalem, jerusalem, tel aviv, gaza, gaza city, ramallah, kairo, cairo, ankara, istanbul, tripoli,
rabat, nairobi, addis ababa, khartoum, abuja, lagos, johannesburg, cape town, london, manchester, paris,
berlin, munich, muenchen, roma, rome, milan, turin, madrid, barcelona, lisbon, lisabon, brussel, brussels,
amsterdam, den haag, the hague, jenewa, geneva, zurich, wina, vienna, warsawa, warsaw, moskow, moscow, kyiv,
kiev, stockholm, oslo, kopenhagen, copenhagen, helsinki, athena, athens, dublin, washington, washington dc,
new york, los angeles, san francisco, chicago, boston, houston, miami, atlanta, seattle, toronto, ottawa,
montreal, vancouver, havana, mexico city, brasilia, sao paulo, rio de janeiro, buenos aires, santiago,
caracas, bogota, sydney, melbourne, canberra, perth, brisbane, darwin, wellington, auckland, port
moresby, vatikan, vatican city, davos, minsk, budapest, praha, prague, bukares, sofia, beograd
"""

_SEATS_AND_NEW_REGENCIES = """
deliserdang, serdang bedagai, padang lawas, pakpak bharat, tanjab barat, tanjab timur, banggai laut, mamuju
tengah, mamuju utara, taliabu, lewoleba, betun, rote, sabu raijua, mbay, malaka, timor tengah utara, timor
tengah selatan, wates, sangasanga, melak, kepanjen, caruban, bangil, kraksaan, sungai liat, lubukpakam, sei
rampah, rantau prapat, aek kanopan, gunung tua, sibuhuan, dolok sanggul, doloksanggul, pangururan, muara
sabak, sengeti, muaro bulian, muara bulian, muara tebo, pangkalan balai, tanjung enim, argamakmur, arga
makmur, bengkulu utara, bengkulu selatan, bengkulu tengah, bintuhan, gedong tataan, gunung sugih, blambangan
umpu, menggala, krui, tanjung karang, tarempa, dabo, tanjung balai karimun, suka makmue, jantho, kutacane,
singkil, calang, sinabang, karang baru, redelong, tapak tuan, blangpidie, aceh barat daya, airmadidi,
amurang, ratahan, ondong siau, tagulandang, lolak, boroko, tutuyan, molibagu, suwawa, kwandang, tilamuta,
gorontalo utara, banawa, salakan, kolonodale, morowali utara, andoolo, tinanggea, tirawuta, lasusua,
langara, wanggudu, buranga, laworo, batauga, labungkari, rumbia, piru, tiakur, kepulauan aru, kepulauan
tanimbar, weda, maba, jailolo, daruba, bobong, manokwari selatan, ransiki, kumurkek, maybrat, tambrauw,
teminabuan, sorong selatan, aimas, wondama, sarmi, waropen, supiori, sorendiweri, karubaga, tolikara,
kenyam, tiom, lanny jaya, elelim, yalimo, kobakma, mamberamo, mamberamo tengah, mamberamo raya, burmeso,
mappi, paniai, enarotali, deiyai, waghete, moanemani, pegunungan bintang, abepura, waena, mentok,
kepulauanriau, kepulauan riau, kalimantanbarat, pangkalan baru
"""

_OTHER_REGENCIES_AND_TOWNS = """
toba samosir, labuhan batu, padang lawas utara, labuhanbatu selatan, labuhanbatu utara, nias utara, nias
barat, limapuluh kota, solok selatan, sawah lunto, batang hari, penukal abab lematang ilir, musi rawas utara,
tulang bawang barat, kepulauan anambas, sumba barat daya, sumba tengah, oelamasi, bolaang mongondow selatan,
bolaang mongondow timur, bolaang mongondow utara, kepulauan sangihe, kepulauan talaud, siau tagulandang biaro,
minahasa tenggara, banggai kepulauan, toli-toli, pangkajene, pangkajene dan kepulauan, sidenreng rappang,
buton selatan, buton tengah, buton utara, kolaka timur, kolaka utara, konawe kepulauan, muna barat, bau-bau,
buru selatan, maluku barat daya, maluku tenggara, seram bagian barat, seram bagian timur, halmahera barat,
halmahera tengah, halmahera timur, kepulauan sula, tidore kepulauan, biak numfor, kepulauan yapen, pegunungan
arfak, teluk wondama, muaro sijunjung, lubuk sikaping, simpang ampek, simpang empat, pulau punjung, arosuka,
sarilamak, parik malintang, pasir pengaraian, pasir pangaraian, ujung tanjung, siak sri indrapura, perawang,
bagan batu, bagansiapi-api, sei pakning, air molek, muara dua, muara beliti, panaragan, kota agung, natar,
tigaraksa, ciputat, serpong, singaparna, palabuhanratu, pelabuhan ratu, cibadak, lembang, majalaya,
padalarang, cileungsi, jonggol, cikampek, pamanukan, jatibarang, slawi, kajen, mungkid, ambarawa, kartasura,
cepu, majenang, bumiayu, gombong, muntilan, delanggu, wlingi, singosari, rogojampi, muncar, kalianget, krian,
porong, samboja, loa janan, muara badak, muara jawa, sebulu, long ikis, kuaro, sangkulirang, talisayan, long
bagun, namrole, saparua, banda neira, wetar, waibakul, ereke, wangi-wangi, sorowako, belopa, pasarwajo, lawas,
bangar, sematan, kepi, tembagapura, botawa, arso, siantar, borong, ba'a, gerung, taliwang, woha, pasar wajo,
watansoppeng, turikale, polewali, tobadak, ujoh bilang, tideng pale, ciruas, kanigoro, mojosari, meureudu,
simpang tiga redelong, limapuluh, kota pinang, sipirok, teluk dalam, lahomi, padang aro, tua pejat, tuapejat,
bagan siapiapi, sekernan, muara aman, tubei, talang ubi, rupit, wiralaga, daik, daik lingga, dabo singkep
"""

_SHORT_FORMS = """
batola, hst, hss, hsu, tanbu, lamsel, lamteng, lamtim, lampura, tubaba, bartim, barsel, barut, lobar,
loteng, lotim, klu, sergai, labura, labusel, paluta, tapsel, tapteng, taput, humbahas, rohul, rohil, inhu,
inhil, tanjabbar, tanjabtim, muratara, bateng, basel, beltim, bolmut, bolsel, boltim, minut, minsel, konsel,
konut, konkep, koltim, kolut, mubar, busel, buteng, butur, parimo, touna, morut, mateng, lutim, lutra, ttu,
tts, sbd, malteng, sbb, sbt, halsel, halut, halteng, haltim, halbar, abdya, mbd, ikn, yogya, pbd, pabar
"""

_MALAYSIA_BRUNEI = """
tuaran, semporna, keningau, ranau, beaufort, penampang, kudat, kunak, tenom, tambunan, sipitang,
kinabatangan, beluran, telupid, pitas, kota marudu, nabawan, putatan, labuan, lundu, betong, saratok,
marudi, belaga, dalat, simunjan, asajaya, tatau, siburan, padawan, samarahan, bukit mertajam, butterworth,
alor setar, sungai petani, langkawi, kangar, kuala terengganu, kuantan, temerloh, seremban, port dickson,
muar, batu pahat, kluang, segamat, johor baharu, iskandar puteri, petaling jaya, klang, subang jaya, kajang,
sepang, cyberjaya, taiping, teluk intan, gua musang, pasir mas, tumpat, dungun, kemaman, jerantut, bentong,
raub, tutong, belait, kuala belait, temburong, seria, pendang, baling, kulim, kubang pasu, jitra, bachok,
machang, jeli, kuala krai, pasir puteh, besut, setiu, marang, hulu terengganu, manjung, kuala kangsar,
gerik, parit buntar, bagan datuk, tapah, sitiawan, lumut, rompin, maran, lipis, kuala lipis, kuala selangor,
sabak bernam, hulu selangor, gombak, rawang, ampang, jempol, jelebu, tampin, rembau, kuala pilah, pontian,
kota tinggi, mersing, kulai, tangkak, pasir gudang, jasin, alor gajah, arau, padang besar, bayan lepas,
nibong tebal, balik pulau, kepala batas, meradong, julau, kanowit, selangau, lubok antu, engkilili, debak,
spaoh, kabong, pusa, sebuyau, balai ringin, subis, beluru, long lama, bario, sebauh, sundar, trusan, tongod,
membakut, kuala penyu, kuala perlis, daro, bangi, batu gajah, gadong, berakas, jerudong,
tanjung malim, kuala nerus, slim river, cameron highlands, hulu langat, kuala langat, seberang perai, bandar
baharu, kuala muda, padang terap, pokok sena, batang padang, hilir perak, hulu perak, perak tengah, melaka
tengah, kalabakan, menumbok, tamparuli, kundasang, kinarut, inanam, bongawan, tanjung manis, telang usan,
balingian, batu niah, kuala rompin, kuala berang, muadzam shah, simpang renggam, yong peng, ayer hitam,
bukit kayu hitam, batu caves, rantau panjang, sungai siput, pantai remis, bagan serai, kuala kurau, tanjong
karang, port klang, brunei-muara, changlun, dengkil, semenyih, kerteh, ketereh, lenggong, beruas, gopeng,
bau, papar, bidor, skudai, labis, puchong, muallim
"""

PLACES = frozenset(
    place.strip()
    for region in (
        _PROVINCES,
        _KALIMANTAN,
        _JAVA_BALI_NUSA_TENGGARA,
        _SUMATRA,
        _EAST,
        _SEATS_AND_NEW_REGENCIES,
        _OTHER_REGENCIES_AND_TOWNS,
        _SHORT_FORMS,
        _MALAYSIA_BRUNEI,
        _ABROAD,
    )
    for place in region.replace("\n", " ").split(",")
)
"""Lower-case names of places a dateline opens with."""
# "MUAROJAMBI", "TULANGBAWANG": the names of two words written as one.
_RUN_TOGETHER = frozenset(place.replace(" ", "") for place in PLACES if len(place) > 8)

_KINDS = ("kabupaten ", "kab. ", "kab ", "kota ", "kec. ", "kecamatan ", "provinsi ", "pulau ", "desa ")


def is_place(text: str) -> bool:
    """Whether `text` is a place known here, with or without its kind ("Kabupaten Sambas")."""
    name = text.casefold().strip()
    if name in PLACES or name in _RUN_TOGETHER:
        return True
    if not name.startswith(_KINDS):
        return False
    return name.removeprefix(next(filter(name.startswith, _KINDS))) in PLACES
