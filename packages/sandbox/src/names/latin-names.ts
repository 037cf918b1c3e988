import type { NameList } from './culture.ts';

/** Names written in Latin letters, rich in marks, particles, hyphens and apostrophes: what breaks naive matching. */
export const latinNames = {
  german: {
    given:
      'Anneliese|Jürgen|Käthe|Björn|Sören|Hannelore|Matthäus|Grete|Ansgar|Friederike|Jörg|Mechthild|Götz|Ulrike|Detlef|Karl-Heinz',
    family:
      'Großmann|Müller|Weiß|Schröder|Köhler|Bäumler|Vogelsang|von der Heide|Kranz|Öttinger|Jäger|Strauß|Lindwurm|Zöllner|Hübsch|Schäfer-Nolte',
  },
  nordic: {
    given: 'Åse|Øyvind|Bjørg|Sæunn|Jón|Þóra|Håkon|Kjærsti|Märta|Göran|Päivi|Jyrki|Søren|Ægir|Guðrún|Ylva',
    family:
      'Høem|Ødegård|Ångström|Sæther|Þórsdóttir|Björklund|Hämäläinen|Kjær|Mæland|Strømnes|Äijälä|Nygård|Østby|Løvås|Guðmundsson|Fjeldså',
  },
  english: {
    given: 'Orla|Siân|Niamh|Rhys|Edith|Callum|Aoife|Winifred|Gareth|Zoë|Piers|Caoimhe|Barnaby|Imogen|Seán|Mary-Jane',
    family:
      'O’Brannagh|MacAllen|Featherstone|Ó Cinnéide|Thistlewood|Ap Rhys|Quayle|Smythe-Brown|Fairweather|D’Arcy|Holloway|Penrose|Wainwright|Tregenza|Lockhart|Ashdown',
  },
  french: {
    given:
      'Maëlle|Loïc|Éloïse|Benoît|Jean-François|Zéphyrine|Gaël|Anaïs|Clémence|Noël|Françoise|Thaïs|Aurélien|Héloïse|Cédric|Solène',
    family:
      'Lefèvre|Bérenger|de La Tour|Chênevert|L’Hermite|Fontâne|Grandjean|Côté|Hénault|Maçon|Roussel|D’Aubigné|Bréhat|Guérin|Vallée|Poirier',
  },
  iberian: {
    given: 'Íñigo|Begoña|João|Conceição|Núria|Ángel|Mònica|Estêvão|Itziar|Lluís|Araceli|Joaquín|Inês|Íria|Vitória|Jesús María',
    family:
      'Ibáñez|Muñoz Peña|Gonçalves|Simões|Etxeberria|Núñez|de la Fuente|Araújo|Puigdollers|Castaño|Magalhães|Otxoa|Güell|Sepúlveda|Brandão|Quintanilla',
  },
  slavic: {
    given: 'Łukasz|Żaneta|Jiří|Šárka|Zdeněk|Małgorzata|Đorđe|Ljubiša|Želimir|Ľudmila|Bożena|Ondřej|Wacław|Snježana|Tõnis|Rūta',
    family:
      'Wójcik|Dvořák|Šimůnek|Błaszczyk|Čapková|Żółkiewski|Đurić|Kovačić|Řezníček|Gąsior|Ďurišin|Kõiv|Jõgi|Bērziņš|Žukauskas|Świerk',
  },
  turkish: {
    given: 'Çağla|İbrahim|Gökhan|Şebnem|Özgür|Işıl|Uğur|Gülşen|Barış|Ümit|Tuğba|Yiğit|Əli|Ülkər|Çetin|Ayşegül',
    family: 'Yıldız|Öztürk|Çakıroğlu|Şahin|Güneş|Kılıç|Işık|Ağaoğlu|Uçar|Bağcı|Dönmez|Əliyev|Tüfekçi|Gümüş|Kızıltan|Sarıgül',
  },
  vietnamese: {
    given: 'Thị Hương|Đức|Quỳnh|Minh Tuấn|Ngọc Ánh|Phượng|Văn Dũng|Thảo|Kiều|Hữu Lộc|Bích Đào|Trường|Yến|Khải|Mỹ Duyên|Sơn',
    family: 'Nguyễn|Trần|Phạm|Đặng|Huỳnh|Vũ|Bùi|Đỗ|Hồ|Ngô|Lý|Dương|Đinh|Trịnh|Lương|Tạ',
  },
  central: {
    given: 'Győző|Ödön|Ștefan|Ioana-Maria|Zsófia|Lőrinc|Ilinca|Răzvan|Enikő|Țepeș|Áron|Ágota|Mihnea|Hajnalka|Doruț|Béla',
    family:
      'Szűcs|Kőműves|Țurcanu|Brâncoveanu|Nyírő|Fülöp|Șerban|Mureșan|Ördög|Vörösmarty|Căpraru|Székelyhidi|Lăcătuș|Győrffy|Pârvulescu|Tóth',
  },
} as const satisfies Readonly<Record<string, NameList>>;
